import type { ReactNodeViewProps } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { referencesView, teamView } from '../../../shared/document/blockViews.ts';
import { ReferencesNode, TeamNode } from '../../../shared/document/nodes.ts';
import { ReferencesPaper, TeamPaper } from '../paper/peoplePaper.tsx';
import { useProposalSession } from '../session.ts';
import { BlockFrame, Hole } from './Frame.tsx';

/** The group that prepared the proposal. */
export function TeamView({ node }: ReactNodeViewProps) {
  const { t } = useTranslation('editor');
  const context = useProposalSession((session) => session.context);
  const attrs = TeamNode.shape.attrs.safeParse(node.attrs);
  const rows = context && attrs.success ? teamView(attrs.data.colleagueIds, context.company) : [];
  return (
    <BlockFrame label={t('blocks.team')}>
      {rows.length === 0 ? <Hole>{t('holes.team')}</Hole> : <TeamPaper members={rows} />}
    </BlockFrame>
  );
}

/** Similar projects and people ready to recommend; only those whose consent holds on the day. */
export function ReferencesView({ node }: ReactNodeViewProps) {
  const { t } = useTranslation('editor');
  const context = useProposalSession((session) => session.context);
  const proposal = useProposalSession((session) => session.proposal);
  const attrs = ReferencesNode.shape.attrs.safeParse(node.attrs);
  if (!context || !proposal || !attrs.success) return <BlockFrame label={t('blocks.references')} />;
  const view = referencesView(
    attrs.data.referenceIds,
    context.references,
    proposal.documentDate,
    proposal.language,
  );
  return (
    <BlockFrame label={t('blocks.references')}>
      {view.entries.length === 0 ? (
        <Hole>{t('holes.references')}</Hole>
      ) : (
        <ReferencesPaper entries={view.entries} />
      )}
      {view.leftOut > 0 ? <p className="k-note">{t('referencesLeftOut', { count: view.leftOut })}</p> : null}
    </BlockFrame>
  );
}
