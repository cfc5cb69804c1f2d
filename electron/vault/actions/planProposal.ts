import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { ComposeInput } from '../../../shared/domain/chooseArguments.ts';
import { rankAlternatives } from '../../../shared/domain/chooseArguments.ts';
import { composeProposal } from '../../../shared/domain/composeProposal.ts';
import { compositionNotes } from '../../../shared/domain/compositionNotes.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import type { RecompositionChange } from '../../../shared/domain/recomposeProposal.ts';
import { changesDocument, recomposeProposal } from '../../../shared/domain/recomposeProposal.ts';
import { sectionsOf } from '../../../shared/document/walk.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/ipc/contract.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { keepComposition, readComposition } from '../store/compositionStore.ts';
import { listBlocks, readTemplate } from '../store/libraryStore.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { readProposalContext } from '../store/proposalContext.ts';
import { keepProposalRevision } from '../store/proposalRevisionStore.ts';
import { readProposal, saveProposalDocument } from '../store/proposalStore.ts';

/** How many alternatives are offered: more is a catalogue. */
const alternativesOffered = 6;

/** What a proposal for these readers would consist of, without making one. Throws notFound, templateNewer. */
export function planProposal(
  db: ReadableDb,
  input: ParsedInputOf<'proposals.plan'>,
  today: CalendarDate,
): OutputOf<'proposals.plan'> {
  const template = readTemplate(db, input.templateId);
  const context = readProposalContext(db, input, today);
  const blocks = listBlocks(db, template.language);
  const composed: ComposeInput = {
    template,
    blocks,
    context,
    validity: { validFrom: today, validUntil: today },
  };
  const titles = new Map(blocks.map(({ id, title }) => [id, title]));
  return {
    sections: sectionsOf(composeProposal(composed))
      .filter(({ attrs }) => attrs.role !== null)
      .map(({ attrs, content }) => ({
        title: attrs.outlineTitle,
        personIds: attrs.personIds,
        arguments: content.flatMap((node) =>
          node.type === 'argument' ? [titles.get(node.attrs.blockId) ?? ''] : [],
        ),
      })),
    notes: compositionNotes(composed),
  };
}

/** What a stored proposal is composed of today. Throws notFound, templateNewer. */
function inputOf(db: ReadableDb, id: ProposalId, today: CalendarDate) {
  const proposal = readProposal(db, id);
  const context = readProposalContext(db, proposal, today);
  const template = readTemplate(db, proposal.templateId);
  const blocks = listBlocks(db, proposal.language);
  return { proposal, input: { template, blocks, context, validity: proposal.validity } };
}

/** What else could be argued in a section, the best first. Throws notFound. */
export function listAlternatives(
  db: ReadableDb,
  ask: ParsedInputOf<'proposals.alternatives'>,
  today: CalendarDate,
): OutputOf<'proposals.alternatives'> {
  const { input } = inputOf(db, ask.id, today);
  const alternatives = rankAlternatives(input, {
    role: ask.role,
    criterion: ask.criterion,
    used: new Set(ask.used),
    argued: new Set(ask.argued),
    limit: alternativesOffered,
  });
  return {
    alternatives: alternatives.map(({ block, score, node }) => ({
      title: block.title,
      why: block.why,
      score: Math.round(score),
      node,
    })),
  };
}

function recomposed(db: ReadableDb, id: ProposalId, today: CalendarDate) {
  const { proposal, input } = inputOf(db, id, today);
  const { root } = proposal.document;
  const before = readComposition(db, id, proposal.revision);
  const result = recomposeProposal(before, root, composeProposal(input));
  return { proposal, result };
}

/** What a recomposition would change now; empty = nothing to speak of. Throws notFound. */
export function previewRecomposition(
  db: ReadableDb,
  id: ProposalId,
  today: CalendarDate,
): { changes: RecompositionChange[]; refreshes: boolean } {
  const { proposal, result } = recomposed(db, id, today);
  return { changes: [...result.changes], refreshes: changesDocument(proposal.document.root, result) };
}

/**
 * Composes a draft anew by today's dossier and keeps the user's edits; what stood there is kept as a revision first.
 * Throws notFound, proposalSent, staleRevision.
 */
export function recompose(
  db: WritableDb,
  { id, baseRevision, label }: ParsedInputOf<'proposals.recompose'>,
  when: { readonly nowMs: number; readonly today: CalendarDate },
): OutputOf<'proposals.recompose'> {
  const { proposal, result } = recomposed(db, id, when.today);
  if (proposal.revision !== baseRevision)
    throw new AppError('staleRevision', 'proposal moved on', { revision: proposal.revision });
  keepProposalRevision(db, proposal, label, when.nowMs);
  const { document } = proposal;
  const revision = saveProposalDocument(db, id, baseRevision, { ...document, root: result.root }, when.nowMs);
  keepComposition(db, id, revision, result.composition);
  return { revision, keptRevision: baseRevision, changes: [...result.changes] };
}
