import { alikeFrom, letterRuns } from './likeness.ts';

const forms =
  'ооо|пао|нао|зао|оао|ао|ип|фгуп|гуп|муп|фгбу|гбуз|гбу|ано|нко|тоо|чп|ltd|llc|inc|gmbh|ag|plc|jsc|co|corp|limited';
const full =
  /^(общество с ограниченной ответственностью|(?:публичное |непубличное |закрытое |открытое )?акционерное общество|индивидуальный предприниматель|(?:федеральное )?государственное унитарное предприятие|муниципальное унитарное предприятие)\s+/;

/**
 * What two spellings of one company have in common: lower case, «ё» as «е», without legal form, quotes and signs.
 * `ООО «Ромашка»`, `РОМАШКА, ООО` and `Ромашка` are one key. Empty where nothing is left.
 */
export function companyKey(text: string): string {
  const bare = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const key = bare
    .replace(full, '')
    .replace(new RegExp(`^(?:${forms})(?= )`, 'u'), '')
    .replace(new RegExp(`(?<= )(?:${forms})$`, 'u'), '')
    .trim();
  return key === '' ? bare : key;
}

/** Companies by what their names have in common. */
export type CompanyIndex<Company> = {
  /** The most alike first, at most five. */
  readonly alike: (name: string) => readonly Company[];
};

/** Makes names of companies findable by likeness; built once, asked for every name of a file. */
export function indexCompanies<Company>(
  companies: readonly { readonly company: Company; readonly names: readonly string[] }[],
): CompanyIndex<Company> {
  const places = new Map<string, number[]>();
  const sizes: number[] = [];
  const owners: Company[] = [];
  for (const { company, names } of companies)
    for (const name of new Set(names.map(companyKey))) {
      if (name === '') continue;
      const pieces = letterRuns(name);
      const at = owners.push(company) - 1;
      sizes.push(pieces.length);
      for (const piece of pieces) {
        const list = places.get(piece);
        if (list === undefined) places.set(piece, [at]);
        else list.push(at);
      }
    }
  return {
    alike(name) {
      const pieces = letterRuns(companyKey(name));
      const shared = new Map<number, number>();
      for (const piece of pieces)
        for (const at of places.get(piece) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
      const scored = [...shared]
        .map(([at, count]) => ({ at, score: (2 * count) / (pieces.length + (sizes[at] ?? 0)) }))
        .filter(({ score }) => score >= alikeFrom)
        .toSorted((one, other) => other.score - one.score);
      const found = new Set<Company>();
      for (const { at } of scored) {
        const owner = owners[at];
        if (owner !== undefined) found.add(owner);
        if (found.size === 5) break;
      }
      return [...found];
    },
  };
}
