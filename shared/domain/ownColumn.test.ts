import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountDetails, OwnFieldKey } from './detailFields.ts';
import { ownKinds } from './dossierStandard.ts';
import { foldText } from './foldText.ts';
import { columnHeadings, fieldRead, fieldWritten, type HeadingWords, ownColumns } from './ownColumn.ts';
import type { OwnField } from './ownField.ts';

const keyOf = (number: number): OwnFieldKey =>
  `own-00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const standards = ['manufacturer', 'distributor', 'medical'] as const;
type Standard = (typeof standards)[number];
const field = (number: number, more: Partial<OwnField>, ...askedBy: Standard[]): OwnField => ({
  key: keyOf(number),
  label: 'Класс чистоты',
  kind: 'short',
  options: [],
  askedBy: askedBy.map((id) => ({ id, name: '' })),
  ...more,
});
const keysOf = (fields: readonly OwnField[]) =>
  ownColumns(fields).map((column) => column.fields.map(({ key }) => key));
const words: HeadingWords = { standard: ({ id }) => id, former: 'прежнее' };

describe('own fields of one name and kind', () => {
  it('are one column, whatever the case, «ё» and the spaces', () => {
    const fields = [
      field(1, { label: 'Счётчик Ёмкости' }, 'manufacturer'),
      field(2, { label: 'Другое' }, 'manufacturer'),
      field(3, { label: 'счетчик \u00a0емкости ' }, 'medical'),
      field(4, { label: 'Счётчик Ёмкости' }),
    ];
    expect(keysOf(fields)).toEqual([[keyOf(1), keyOf(3), keyOf(4)], [keyOf(2)]]);
    expect(ownColumns(fields)[0]).toMatchObject({ key: keyOf(1), label: 'Счётчик Ёмкости' });
    expect(columnHeadings(ownColumns(fields), words)).toEqual(['Счётчик Ёмкости', 'Другое']);
  });

  it('stay apart by kind, and where one standard asks for both', () => {
    const fields = [
      field(1, {}, 'manufacturer'),
      field(2, { kind: 'number' }, 'distributor', 'medical'),
      field(3, { kind: 'date' }),
      field(4, {}, 'manufacturer'),
    ];
    expect(keysOf(fields)).toEqual([[keyOf(1)], [keyOf(2)], [keyOf(3)], [keyOf(4)]]);
    expect(columnHeadings(ownColumns(fields), words)).toEqual([
      'Класс чистоты (manufacturer)',
      'Класс чистоты (distributor, medical)',
      'Класс чистоты (прежнее)',
      'Класс чистоты (manufacturer)',
    ]);
  });

  it('are read and written where the client is asked', () => {
    const [column] = ownColumns([field(1, {}, 'manufacturer'), field(2, {}, 'medical'), field(3, {})]);
    if (column === undefined) throw new Error('no column');
    const at = (standardId: Standard, details: AccountDetails) => [
      fieldRead(column, { standardId, details }).key,
      fieldWritten(column, { standardId, details }).key,
    ];
    expect(at('medical', { [keyOf(1)]: 'A', [keyOf(2)]: 'B' })).toEqual([keyOf(2), keyOf(2)]);
    // A client that came from another standard still says what it said there.
    expect(at('medical', { [keyOf(3)]: 'C' })).toEqual([keyOf(3), keyOf(2)]);
    expect(at('distributor', { [keyOf(3)]: 'C' })).toEqual([keyOf(3), keyOf(3)]);
    expect(at('distributor', {})).toEqual([keyOf(1), keyOf(1)]);
  });

  it('lose no field and no answer, whatever standards there are', () => {
    const made = fc.array(
      fc.record({
        label: fc.constantFrom('Ёмкость', 'емкость ', 'ЁМКОСТЬ', 'Класс', 'класс'),
        kind: fc.constantFrom(...ownKinds.slice(0, 2)),
        askedBy: fc.subarray([...standards]),
        value: fc.constantFrom('', '1', '2'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(made, fc.constantFrom(...standards), (drawn, standardId) => {
        const fields = drawn.map(({ label, kind, askedBy }, at) => field(at, { label, kind }, ...askedBy));
        const details: AccountDetails = Object.fromEntries(
          drawn.flatMap(({ value }, at) => (value === '' ? [] : [[keyOf(at), value]])),
        );
        const columns = ownColumns(fields);
        const inColumns = columns.flatMap((column) => column.fields);
        expect(inColumns.toSorted((one, other) => (one.key < other.key ? -1 : 1))).toEqual(fields);
        for (const column of columns) {
          const shapes = column.fields.map(({ label, kind }) => `${kind} ${foldText(label)}`);
          expect(new Set(shapes).size).toBe(1);
          const asking = column.askedBy.map(({ id }) => id);
          expect(new Set(asking).size).toBe(asking.length);
          const client = { standardId, details };
          const read = details[fieldRead(column, client).key] ?? '';
          expect(read === '').toBe(column.fields.every(({ key }) => details[key] === undefined));
          const isAsked = asking.includes(standardId);
          const { askedBy } = fieldWritten(column, client);
          expect(askedBy.some(({ id }) => id === standardId)).toBe(isAsked);
        }
      }),
    );
  });
});
