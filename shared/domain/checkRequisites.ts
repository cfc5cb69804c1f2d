import type { Requisites } from './requisites.ts';

export type RequisitesProblem = 'length' | 'digits' | 'checkDigit';
export type RequisitesWarning = { readonly field: keyof Requisites; readonly problem: RequisitesProblem };

/** Σ digit × weight; weights repeat when there are fewer than digits. */
function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1)
    sum += Number(digits[at]) * (weights[at % weights.length] ?? 0);
  return sum;
}

const innWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

function innAgrees(inn: string): boolean {
  const digitAt = (at: number): number =>
    (weighted(inn.slice(0, at), innWeights.slice(innWeights.length - at)) % 11) % 10;
  const checked = inn.length === 10 ? [9] : [10, 11];
  return checked.every((at) => digitAt(at) === Number(inn[at]));
}

/** The last digit is the remainder by 11 (13 digits) or by 13 (15 digits) of what stands before it. */
function ogrnAgrees(ogrn: string): boolean {
  const divisor = ogrn.length === 13 ? 11 : 13;
  return (Number(ogrn.slice(0, -1)) % divisor) % 10 === Number(ogrn.at(-1));
}

/** OKPO (8 or 10 digits): weights 1…, where the remainder is 10 again with 3…, and 10 then counts as 0. */
function okpoAgrees(okpo: string): boolean {
  const body = okpo.slice(0, -1);
  const remainder = (first: number): number =>
    weighted(
      body,
      Array.from(body, (_, at) => ((first + at - 1) % 10) + 1),
    ) % 11;
  const first = remainder(1);
  const digit = first === 10 ? remainder(3) % 10 : first;
  return digit === Number(okpo.at(-1));
}

const accountWeights = [7, 1, 3];

/** The key of an account holds together with three digits that stand for the bank. */
const accountAgrees = (bank: string, account: string): boolean =>
  weighted(bank + account, accountWeights) % 10 === 0;

type Rule = { readonly lengths: readonly number[]; readonly shape?: RegExp; agrees?(value: string): boolean };
type NumberField = 'inn' | 'kpp' | 'ogrn' | 'okpo' | 'bic' | 'settlementAccount' | 'correspondentAccount';

function rulesFor(requisites: Requisites): Readonly<Record<NumberField, Rule>> {
  const bic = requisites.bic.trim();
  const knowsBank = /^04\d{7}$/.test(bic);
  return {
    inn: { lengths: [10, 12], agrees: innAgrees },
    // The fifth and sixth place of a КПП may be capital Latin letters.
    kpp: { lengths: [9], shape: /^\d{4}[\dA-Z]{2}\d{3}$/ },
    ogrn: { lengths: [13, 15], agrees: ogrnAgrees },
    okpo: { lengths: [8, 10], agrees: okpoAgrees },
    bic: { lengths: [9] },
    settlementAccount: {
      lengths: [20],
      agrees: (account) => !knowsBank || accountAgrees(bic.slice(-3), account),
    },
    correspondentAccount: {
      lengths: [20],
      agrees: (account) => !knowsBank || accountAgrees(`0${bic.slice(4, 6)}`, account),
    },
  };
}

function problemOf(value: string, rule: Rule): RequisitesProblem | null {
  if (!rule.lengths.includes(value.length)) return /^[\dA-Z]*$/.test(value) ? 'length' : 'digits';
  if (!(rule.shape ?? /^\d+$/).test(value)) return 'digits';
  return rule.agrees === undefined || rule.agrees(value) ? null : 'checkDigit';
}

/**
 * What looks wrong in the numbers of requisites: warned about, never blocked (GLOSSARY: реквизиты). Empty fields are
 * not warned about. Keys of accounts are checked when the БИК is known, those of the treasury are not. An account's
 * `checkDigit` may equally mean a wrong БИК.
 */
export function requisitesWarnings(requisites: Requisites): RequisitesWarning[] {
  const rules = rulesFor(requisites);
  const fields = ['inn', 'kpp', 'ogrn', 'okpo', 'bic', 'settlementAccount', 'correspondentAccount'] as const;
  return fields.flatMap((field) => {
    const value = requisites[field].trim();
    const problem = value === '' ? null : problemOf(value, rules[field]);
    return problem === null ? [] : [{ field, problem }];
  });
}
