import type { Language } from '../domain/language.ts';
import { shippedRoleOf } from '../domain/person.ts';
import type { ReaderRole } from '../domain/person.ts';
import { words } from './words.ts';

/**
 * The printed heading of a role's section: the program's for its roles, the name itself for one of the user's own
 * (GLOSSARY: своя роль). `names` = own roles by key; an unknown one is headed as any other reader.
 */
export function roleHeading(
  role: ReaderRole,
  language: Language,
  names: Readonly<Record<string, string>>,
): string {
  const name = names[role]?.trim() ?? '';
  if (name !== '') return name.slice(0, 1).toUpperCase() + name.slice(1);
  return words[language].roleHeadings[shippedRoleOf(role)];
}
