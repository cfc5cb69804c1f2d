import type { DocumentRoot } from '../../shared/document/nodes.ts';
import { rankAlternatives } from '../../shared/domain/chooseArguments.ts';
import { composeProposal } from '../../shared/domain/composeProposal.ts';
import { coverageOf } from '../../shared/domain/coverage.ts';
import { BlockId } from '../../shared/domain/ids.ts';
import { shippedRoles } from '../../shared/domain/person.ts';
import { recomposeProposal } from '../../shared/domain/recomposeProposal.ts';
import type { Block } from '../../shared/domain/template.ts';
import { day, personId } from '../support/ruleSamples.ts';
import { contextOf, shippedBlocks, shippedTemplates, who } from '../support/situations.ts';
import { median, ms, quantile } from './measure.ts';

const BLOCKS = 1000;
const READERS = 9;
const ROUNDS = 41;
/** About 2,500 characters a page. */
const PAGES = 40;

function timesOf(work: () => unknown): string {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    work();
    times.push(performance.now() - from);
  }
  return `first ${ms(times[0] ?? 0)}, then ${ms(median(times.slice(1)))} (worst ${ms(quantile(times, 1))})`;
}

/** The shipped blocks again and again under ids of their own, all of a trade that fits. */
function manyBlocks(): Block[] {
  const russian = shippedBlocks.filter(({ language }) => language === 'ru');
  return Array.from({ length: BLOCKS }, (_, at) => {
    const block = russian[at % russian.length];
    if (block === undefined) throw new Error('the library ships blocks');
    return { ...block, id: BlockId.parse(`${block.id}-${at}`), trade: '' };
  });
}

/** Composition, composing anew, alternatives and coverage, in plain Node as the vault process runs them. */
export function benchCompose(): void {
  const template = shippedTemplates.find(({ id }) => id === 'industrial-supply-ru');
  if (template === undefined) throw new Error('the template ships');
  const readers = Array.from({ length: READERS }, (_, at) => ({
    ...who(shippedRoles[at % 8] ?? 'ceo', (at % 5) + 1, { price: 30, reliability: 40, training: 30 }),
    personId: personId(at + 1),
  }));
  const input = {
    template,
    blocks: manyBlocks(),
    context: contextOf({ readers, lost: ['price'], tender: { price: 50, reliability: 50 } }),
    validity: { validFrom: day('2026-11-23'), validUntil: day('2026-12-31') },
  };
  const root = composeProposal(input);
  const composed = { root, droppedBlockIds: [], droppedSectionIds: [] };
  const chars = Math.max(
    1,
    JSON.stringify(root)
      .match(/"text":"[^"]*"/g)
      ?.join('').length ?? 1,
  );
  const copies = Math.ceil((PAGES * 2500) / chars);
  const long: DocumentRoot = {
    type: 'doc',
    content: Array.from({ length: copies }, () => root.content).flat(),
  };
  const ask = {
    role: 'finance' as const,
    used: new Set<BlockId>(),
    argued: new Set<never>(),
    criterion: null,
    limit: 6,
  };
  console.log(`\n## Composition: ${READERS} readers, ${BLOCKS} blocks\n`);
  console.log(`compose            ${timesOf(() => composeProposal(input))}`);
  console.log(`compose anew       ${timesOf(() => recomposeProposal(composed, root, root))}`);
  console.log(`alternatives       ${timesOf(() => rankAlternatives(input, ask))}`);
  console.log(`coverage, ${PAGES} pages ${timesOf(() => coverageOf(long, readers))}`);
}
