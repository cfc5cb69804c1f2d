import { z } from 'zod';
import { AccountId } from './ids.ts';

/** Why two are likely one and the same (GLOSSARY: похожие). */
export const DuplicateReason = z.enum(['inn', 'name', 'nearName', 'email', 'phone', 'fullName']);
export type DuplicateReason = z.infer<typeof DuplicateReason>;

const Side = z.object({ id: z.uuid(), title: z.string(), subtitle: z.string() });

export const Duplicate = z.object({
  kind: z.enum(['account', 'person']),
  reason: DuplicateReason,
  /** Of clients the client itself, of people the one they belong to. */
  accountId: AccountId,
  accountName: z.string(),
  first: Side,
  second: Side,
});
export type Duplicate = z.infer<typeof Duplicate>;

const forms = new Set([
  'ооо',
  'оао',
  'зао',
  'пао',
  'ао',
  'ип',
  'гк',
  'нпо',
  'тд',
  'llc',
  'ltd',
  'inc',
  'gmbh',
  'co',
]);

/** A company's name for comparing: lower case, ё = е, without quotes, marks and the legal form. */
export function foldedCompany(name: string): string {
  return name
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !forms.has(word))
    .join(' ');
}

/** A phone for comparing: its last ten digits, so that +7 and 8 are one; empty when it has fewer. */
export function foldedPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/gu, '');
  return digits.length < 10 ? '' : digits.slice(-10);
}

/** Two names of one town differ by at most this many letters, and only where they are long enough to tell. */
const shortestNear = 6;

/** Whether one edit (a letter added, left out, changed, or two changed places) makes one name of the other. */
export function isNearName(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < shortestNear || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
