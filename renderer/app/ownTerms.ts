import { useEffect } from 'react';
import type { OwnTerm } from '../../shared/domain/library.ts';
import { criterionKeys } from '../../shared/domain/person.ts';
import type { CriterionKey } from '../../shared/domain/person.ts';
import { call, invalidate, useDesk } from './desk.ts';
import { changeLanguage, currentLanguage, words } from './i18n.ts';

/**
 * Puts the names of the user's own criteria beside those of the program, in both languages: whoever names a criterion
 * needs not know whose it is (GLOSSARY: свой критерий).
 */
function nameOwnTerms(terms: readonly Pick<OwnTerm, 'key' | 'label'>[]): void {
  const fresh = terms.filter(
    ({ key, label }) => words.getResource('ru', 'domain', `criterion.${key}`) !== label,
  );
  if (fresh.length === 0) return;
  for (const language of ['ru', 'en'])
    for (const { key, label } of fresh)
      words.addResource(language, 'domain', `criterion.${key}`, label, { silent: true });
  // What is on the screen says the new names at once.
  changeLanguage(currentLanguage());
}

/** Keeps the names of the user's own criteria in the words of the window while a vault is open. */
export function useOwnTerms(): void {
  const terms = useDesk('terms.list', {}).data?.terms;
  useEffect(() => {
    if (terms !== undefined) nameOwnTerms(terms);
  }, [terms]);
}

/** Criteria to choose from: those of the program, then the user's own that are not deleted. */
export function useCriterionChoices(): readonly CriterionKey[] {
  const terms = useDesk('terms.list', {}).data?.terms ?? [];
  const own = terms.filter(({ kind, deleted }) => kind === 'criterion' && !deleted).map(({ key }) => key);
  return [...criterionKeys, ...own];
}

/** Adds a criterion of the user's own; the same name again is the same criterion. Throws DeskError. */
export async function addOwnCriterion(label: string): Promise<CriterionKey> {
  const { key } = await call('terms.create', { kind: 'criterion', label });
  nameOwnTerms([{ key, label }]);
  await invalidate('terms.list');
  return key;
}
