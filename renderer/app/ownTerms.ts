import { useEffect } from 'react';
import type { OwnTerm } from '../../shared/domain/library.ts';
import { criterionKeys, shippedRoles } from '../../shared/domain/person.ts';
import type { CriterionKey, OwnTermKey, ReaderRole } from '../../shared/domain/person.ts';
import { call, invalidate, useDesk } from './desk.ts';
import { changeLanguage, currentLanguage, words } from './i18n.ts';

/** Where words name a term of each kind; a role is named as a reader and as a person alike. */
const wordsOf = {
  criterion: ['criterion'],
  role: ['readerRole', 'readerRolePerson'],
} as const satisfies Record<OwnTerm['kind'], readonly string[]>;

/**
 * Puts the names of the user's own criteria and roles beside those of the program, in both languages: whoever names one
 * needs not know whose it is (GLOSSARY: свой критерий, своя роль).
 */
function nameOwnTerms(terms: readonly Pick<OwnTerm, 'key' | 'kind' | 'label'>[]): void {
  const fresh = terms.filter(
    ({ key, kind, label }) => words.getResource('ru', 'domain', `${wordsOf[kind][0]}.${key}`) !== label,
  );
  if (fresh.length === 0) return;
  for (const language of ['ru', 'en'])
    for (const { key, kind, label } of fresh)
      for (const place of wordsOf[kind])
        words.addResource(language, 'domain', `${place}.${key}`, label, { silent: true });
  // What is on the screen says the new names at once.
  changeLanguage(currentLanguage());
}

/** Keeps the names of the user's own terms in the words of the window while a vault is open. */
export function useOwnTerms(): void {
  const terms = useDesk('terms.list', {}).data?.terms;
  useEffect(() => {
    if (terms !== undefined) nameOwnTerms(terms);
  }, [terms]);
}

function useOwnKeys(wanted: OwnTerm['kind']): readonly OwnTermKey[] {
  const terms = useDesk('terms.list', {}).data?.terms ?? [];
  return terms.filter(({ kind, deleted }) => kind === wanted && !deleted).map(({ key }) => key);
}

/** Criteria to choose from: those of the program, then the user's own that are not deleted. */
export function useCriterionChoices(): readonly CriterionKey[] {
  return [...criterionKeys, ...useOwnKeys('criterion')];
}

/** Roles to choose from: those of the program, then the user's own that are not deleted. */
export function useRoleChoices(): readonly ReaderRole[] {
  return [...shippedRoles, ...useOwnKeys('role')];
}

/** Names of the user's own roles by key, deleted ones too. */
export function useRoleNames(): Readonly<Record<string, string>> {
  const terms = useDesk('terms.list', {}).data?.terms ?? [];
  return Object.fromEntries(terms.flatMap(({ key, kind, label }) => (kind === 'role' ? [[key, label]] : [])));
}

/** Adds a criterion or a role of the user's own; the same name again is the same one. Throws DeskError. */
export async function addOwnTerm(kind: OwnTerm['kind'], label: string): Promise<OwnTermKey> {
  const { key } = await call('terms.create', { kind, label });
  nameOwnTerms([{ key, kind, label }]);
  await invalidate('terms.list');
  return key;
}
