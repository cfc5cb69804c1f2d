import type { ReactNodeViewProps } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { addresseeView, letterheadView, signatureView, validityView } from '../../../shared/document/blockViews.ts';
import { ValidityNode } from '../../../shared/document/nodes.ts';
import { useProposalSession } from '../session.ts';
import { BlockFrame, Hole } from './Frame.tsx';

/** Our logo, name and requisites. */
export function LetterheadView() {
  const { t } = useTranslation('editor');
  const context = useProposalSession((session) => session.context);
  const language = useProposalSession((session) => session.proposal?.language);
  if (!context || !language) return <BlockFrame label={t('blocks.letterhead')} />;
  const view = letterheadView(context, language);
  const { logo } = context.company;
  return (
    <BlockFrame label={t('blocks.letterhead')}>
      {view.name === '' ? (
        <Hole>{t('holes.letterhead')}</Hole>
      ) : (
        <div className="k-letterhead">
          {logo ? <img className="k-letterhead-logo" src={`data:${logo.mime};base64,${logo.base64}`} alt="" /> : null}
          <div className="k-letterhead-name">
            <strong>{view.name}</strong>
            <span>{view.tagline}</span>
          </div>
          <div className="k-letterhead-lines">
            {view.lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </div>
        </div>
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
      <div className="k-addressee">
        <div>
          <p>{view.numberLine}</p>
          {view.requestLine === null ? null : <p>{view.requestLine}</p>}
        </div>
        <div>
          {view.right.length === 0 ? <Hole>{t('holes.addressee')}</Hole> : view.right.map((line) => <p key={line}>{line}</p>)}
        </div>
      </div>
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
      <div className="k-validity">
        <h2>{view.heading}</h2>
        <p>{view.text}</p>
      </div>
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
      <div className="k-signature">
        <span>{view.position}</span>
        <span className="k-signature-line" />
        <span>{view.name}</span>
      </div>
      {view.preparedBy ? <p className="k-prepared">{view.preparedBy}</p> : null}
    </BlockFrame>
  );
}
