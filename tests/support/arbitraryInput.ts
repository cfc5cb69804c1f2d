import fc from 'fast-check';
import type { z } from 'zod';

/** What is asked of a schema here; the library's own types of it are wider. */
type Def = {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly items?: readonly z.core.$ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly getter?: () => z.core.$ZodType;
  readonly parts?: readonly unknown[];
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
};
type Check = {
  readonly check: string;
  readonly minimum?: number;
  readonly length?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly pattern?: RegExp;
};

/** Levels of a document or a tree that are made; below them the plainest choice is taken. */
const mostLevels = 8;

const plainWords = ['Компрессор', 'звонок Петровой', '2026-11-24', '12 000,50', 'RUB', 'А'];
const plainDays = ['2026-11-24', '2024-02-29', '1900-01-01', '2100-12-31'];
const oddWords = fc.oneof(
  fc.constantFrom('', ' ', "'; DROP TABLE accounts; --", '"*" OR (', '%_\\', '№ №', '«'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('\u0000', '\uFFFE', '\uD800', '\u202Eтекст', 'я'.repeat(3000), '=1+1', '2026-02-30'),
);

const checksOf = (def: Def): Check[] => (def.checks ?? []).map(({ _zod }) => _zod.def);
const leastOf = (def: Def): number =>
  Math.max(
    0,
    ...checksOf(def).map(({ check, minimum, length }) => (check === 'min_length' ? minimum : length) ?? 0),
  );

/** `odd` = now and then what a field of this kind may not or had better not hold. */
function stringOf(def: Def, ids: readonly string[], odd: boolean): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(...ids);
  if (def.format === 'uuid') return odd ? fc.oneof(known, fc.uuid()) : known;
  if (def.format === 'base64') return fc.base64String({ maxLength: 40 });
  const checks = checksOf(def);
  const pattern = checks.find((check) => check.pattern !== undefined)?.pattern;
  const most = checks.find(({ check }) => check === 'max_length')?.maximum ?? Infinity;
  const isDay = checks.some(({ check }) => check === 'custom');
  const plain = (isDay ? plainDays : plainWords).filter(
    (text) => text.length <= most && (pattern === undefined || pattern.test(text)),
  );
  const sound = [
    ...(plain.length > 0 ? [fc.constantFrom(...plain)] : []),
    ...(pattern === undefined ? [] : [fc.stringMatching(new RegExp(pattern.source))]),
  ];
  return fc.oneof(...sound, ...(odd || sound.length === 0 ? [oddWords] : []));
}

function numberOf(def: Def, odd: boolean): fc.Arbitrary<unknown> {
  const checks = checksOf(def);
  const bounds = (kind: string): number[] =>
    checks.flatMap(({ check, value }) => (check === kind && value !== undefined ? [value] : []));
  const least = Math.ceil(Math.max(-1_000_000, ...bounds('greater_than')));
  const most = Math.floor(Math.min(1_000_000, ...bounds('less_than')));
  const near = fc.integer({ min: Math.min(least, most), max: Math.max(least, most) });
  const far = fc.constantFrom(0, 1, -1, 2 ** 53, -(2 ** 53), 0.5, Number.NaN, Infinity);
  return odd ? fc.oneof({ weight: 6, arbitrary: near }, { weight: 1, arbitrary: far }) : near;
}

/**
 * Inputs in a schema's shape, with ids from `ids`. Those that are not `odd` it mostly accepts, so that they get past it
 * and into what lies behind. What is not made here is anything.
 */
export function arbitraryInput(
  schema: z.core.$ZodType,
  ids: readonly string[],
  odd: boolean,
  level = 0,
): fc.Arbitrary<unknown> {
  const def = schema._zod.def as Def;
  const of = (inner: z.core.$ZodType | undefined): fc.Arbitrary<unknown> =>
    inner === undefined ? fc.anything() : arbitraryInput(inner, ids, odd, level + 1);
  switch (def.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, one]) => [key, of(one)])),
      );
    case 'array':
      return level > mostLevels
        ? fc.constant([])
        : fc.array(of(def.element), {
            minLength: odd ? 0 : leastOf(def),
            maxLength: Math.max(3, leastOf(def)),
          });
    case 'tuple':
      return fc.tuple(...(def.items ?? []).map((one) => of(one)));
    case 'record': {
      const keys = def.keyType?._zod.values;
      // Keys of a known set are all asked for.
      if (keys !== undefined && keys.size > 0)
        return fc.record(Object.fromEntries([...keys].map((key) => [String(key), of(def.valueType)])));
      return fc
        .array(fc.tuple(of(def.keyType).map(String), of(def.valueType)), { maxLength: 3 })
        .map((pairs) => Object.fromEntries(pairs));
    }
    case 'nullable':
      return fc.option(of(def.innerType), { freq: 3 });
    case 'optional':
    case 'default':
      return fc.option(of(def.innerType), { freq: 3, nil: undefined });
    case 'union': {
      const options = level > mostLevels ? def.options?.slice(0, 1) : def.options;
      return fc.oneof(...(options ?? []).map((one) => of(one)));
    }
    case 'lazy':
      return level > mostLevels ? fc.constant({}) : of(def.getter?.());
    case 'pipe':
      return of(def.in);
    case 'readonly':
      return of(def.innerType);
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'number':
      return numberOf(def, odd);
    case 'string':
      return stringOf(def, ids, odd);
    case 'template_literal':
      return fc
        .constantFrom(...ids)
        .map((id) => (def.parts ?? []).map((part) => (typeof part === 'string' ? part : id)).join(''));
    default:
      return fc.anything({ maxDepth: 1 });
  }
}

/** A cycle, a pit, keys of the prototype: what no schema accepts and no check may trip over. */
export function junk(): fc.Arbitrary<unknown> {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  let pit: unknown = 'дно';
  for (let depth = 0; depth < 5000; depth += 1) pit = [pit];
  return fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withTypedArray: true,
    }),
    fc.constantFrom(cycle, pit, 10n, Symbol.iterator, JSON.parse('{"__proto__":{"id":1},"constructor":{}}')),
  );
}

/** Takes one of the values inside, as deep as `path` leads, and puts another in its place. */
export function damaged(input: unknown, path: readonly number[], put: unknown): unknown {
  if (typeof input !== 'object' || input === null) return put;
  const keys = Object.keys(input);
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return put;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(input) ? [...input] : { ...input };
  const inside: unknown = Reflect.get(input, key);
  Reflect.set(copy, key, path.length > 1 ? damaged(inside, path.slice(1), put) : put);
  return copy;
}
