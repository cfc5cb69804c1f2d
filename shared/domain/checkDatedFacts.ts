import type { DocumentRoot } from '../document/nodes.ts';
import { walk } from '../document/walk.ts';
import type { CalendarDate } from './calendarDate.ts';
import type { Finding } from './finding.ts';
import type { BlockId } from './ids.ts';
import type { DatedFact } from './template.ts';
import type { ValidityPeriod } from './validity.ts';

/**
 * Arguments whose certificates, prices or figures are true no more, or stop being true while the proposal still holds
 * (GLOSSARY: датированный факт). `factsOf` gives the facts of a block of the library; each is said once.
 */
export function checkDatedFacts(
  root: Pick<DocumentRoot, 'content'>,
  factsOf: (blockId: BlockId) => readonly DatedFact[],
  validity: ValidityPeriod,
  today: CalendarDate,
): Finding[] {
  const findings: Finding[] = [];
  walk(root, (node, parents) => {
    if (node.type !== 'argument') return;
    const section = parents.find(({ type }) => type === 'section');
    const sectionId = section?.type === 'section' ? section.attrs.sectionId : null;
    const at = { severity: 'warn', sectionId, quote: '', place: 'page' } as const;
    for (const { text, validUntil } of factsOf(node.attrs.blockId)) {
      const params = { fact: text, until: validUntil };
      if (validUntil < today) findings.push({ kind: 'datedFactPast', ...at, params });
      else if (validUntil < validity.validUntil) findings.push({ kind: 'datedFactEnds', ...at, params });
    }
  });
  return findings;
}
