import type { ReactNodeViewProps } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import {
  addresseeView,
  letterheadView,
  signatureView,
  validityView,
} from '../../../shared/document/blockViews.ts';
import { ValidityNode } from '../../../shared/document/nodes.ts';
import { AddresseePaper, LetterheadPaper, SignaturePaper, ValidityPaper } from '../paper/framePaper.tsx';
import { useProposalSession } from '../session.ts';
import { BlockFrame, Hole } from './Frame.tsx';

/** Our logo, name and requisites. */
export function LetterheadView() {
  const { t } = useTranslation('editor');
  const context = useProposalSession((session) => session.context);
  const language = useProposalSession((session) => session.proposal?.language);
  if (!context || !language) return <BlockFrame label={t('blocks.letterhead')} />;
  const view = letterheadView(context, language);
  return (
    <BlockFrame label={t('blocks.letterhead')}>
      {view.name === '' ? (
        <Hole>{t('holes.letterhead')}</Hole>
      ) : (
        <LetterheadPaper view={view} logo={context.company.logo} />
      )}
    </BlockFrame>
  );
}

/** Number and date on the left, the addressee in the dative on the right. */
export function AddresseeView() {
  const { t } = useTranslation('editor');
  const { context, values, proposal } = useProposalSession((session) => session);
  if (!context || !values || !proposal) return <BlockFrame label={t('blocks.addressee')} />;
  const view = addresseeView(values, context, proposal.language);
  return (
    <BlockFrame label={t('blocks.addressee')}>
      <AddresseePaper view={view} nobody={<Hole>{t('holes.addressee')}</Hole>} />
    </BlockFrame>
  );
}

/** The validity period: always in the document, at its end. */
export function ValidityView({ node }: ReactNodeViewProps) {
  const { t } = useTranslation('editor');
  const proposal = useProposalSession((session) => session.proposal);
  const attrs = ValidityNode.shape.attrs.safeParse(node.attrs);
  if (!proposal || !attrs.success) return <BlockFrame label={t('blocks.validity')} />;
  const view = validityView(proposal.validity, attrs.data.offerKind, proposal.language);
  return (
    <BlockFrame label={t('blocks.validity')}>
      <ValidityPaper view={view} />
    </BlockFrame>
  );
}

/** Post, line, initials and name; below it who prepared the paper. */
export function SignatureView() {
  const { t } = useTranslation('editor');
  const context = useProposalSession((session) => session.context);
  const language = useProposalSession((session) => session.proposal?.language);
  if (!context || !language) return <BlockFrame label={t('blocks.signature')} />;
  const view = signatureView(context, language);
  return (
    <BlockFrame label={t('blocks.signature')}>
      {view.name === '' ? <Hole>{t('holes.signature')}</Hole> : null}
      <SignaturePaper view={view} />
    </BlockFrame>
  );
}
