import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { faceOf } from '../../../../shared/document/faceDocument.ts';
import { resolveFields } from '../../../../shared/document/resolveFields.ts';
import type { Face } from '../../../../shared/domain/face.ts';
import { fullName } from '../../../../shared/domain/nameForms.ts';
import { applyLook } from '../../../editor/paper/applyLook.ts';
import { useProposalSession } from '../../../editor/session.ts';
import { PrintedProposal } from '../../../print/PrintedDocument.tsx';
import classes from './faces.module.css';

/** One reader's copy as it will be printed. It is read here; what is shared is edited in the shared text. */
export function FacePage({ face }: { readonly face: Face }) {
  const { t } = useTranslation('compose');
  const proposal = useProposalSession((session) => session.proposal);
  const root = useProposalSession((session) => session.root);
  const context = useProposalSession((session) => session.context);
  const page = useRef<HTMLDivElement>(null);
  const look = context?.company.look;
  useLayoutEffect(() => {
    if (page.current && look) applyLook(page.current, look);
  }, [look]);
  const drawn = useMemo(() => {
    if (!proposal || !root || !context) return null;
    const body = { ...proposal, document: { ...proposal.document, root } };
    const turned = faceOf(body, face, context);
    const values = resolveFields({ proposal: turned, context, root: turned.document.root });
    return { proposal: turned, context, values };
  }, [proposal, root, context, face]);
  if (!drawn) return null;
  const reader = drawn.context.readers.find(({ personId }) => personId === face.personId);
  const label = t('face.preview', { name: reader ? fullName(reader, drawn.proposal.language) : '' });
  return (
    // A region that scrolls must be reachable by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.desk} role="region" aria-label={label} tabIndex={0}>
      <div className="k-page" ref={page}>
        <PrintedProposal {...drawn} draft={false} />
      </div>
    </div>
  );
}
