import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLines, firstRows, indexOfRow, lineAt, pageRows, pagesAround } from './largeLines.ts';

const keys = ['A', 'B', 'C', 'none'] as const;
const groupsOf = (shown: readonly number[]) =>
  shown.map((count, at) => ({ key: keys[at] ?? 'none', count, shown: count, sharePermille: 0 }));

test('rows keep their order between the heads of groups, and each leads back to its line', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { maxLength: 4 }), fc.boolean(), (shown, grouped) => {
      const groups = groupsOf(shown);
      const lines = Array.from({ length: countLines(groups, grouped) }, (_value, at) =>
        lineAt(groups, grouped, at),
      );
      const rows = lines.flatMap((line) => (line.kind === 'client' ? [line.at] : []));
      expect(rows).toEqual(
        Array.from({ length: shown.reduce((sum, count) => sum + count, 0) }, (_v, at) => at),
      );
      expect(lines.length - rows.length).toBe(grouped ? shown.filter((count) => count > 0).length : 0);
      for (const at of rows) expect(lines[indexOfRow(groups, grouped, at)]).toEqual({ kind: 'client', at });
    }),
  );
});

test('what is in sight is asked for with a page around it, and every row of it has its page', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.nat(100_000),
      fc.nat(60),
      fc.integer({ min: -1, max: 100_000 }),
      (count, first, span, also) => {
        const last = Math.min(count - 1, first + span);
        const sight = { first: Math.min(first, last), last };
        const pages = pagesAround(sight, { shown: count, read: 0, rests: false }, [also]);
        const inSight = Array.from({ length: last - sight.first + 1 }, (_value, at) => sight.first + at);
        for (const at of [...inSight, Math.max(0, Math.min(count - 1, also))])
          expect(pages).toContain(Math.floor(at / pageRows));
        expect(pages).toEqual([...new Set(pages)].toSorted((a, b) => a - b));
        for (const page of pages) expect(page * pageRows).toBeLessThan(count);
        // A page on either side, and the one of the row that is asked for besides.
        expect(pages.length).toBeLessThanOrEqual(5);
      },
    ),
  );
});

test('rows that came with the sums are not asked for again while somebody types; the next are there when the list rests', () => {
  const read = firstRows(1080);
  const top = { first: 0, last: Math.ceil(1080 / 36) };
  const typing = { shown: 100_000, read, rests: false };
  expect(pagesAround(top, typing, [-1, 0, 1])).toEqual([]);
  expect(pagesAround({ first: 9, last: read - 4 }, typing, [-1, 0, 1])).toEqual([0, 1]);
  expect(pagesAround(top, typing, [499, 500, 501])).toContain(5);
  expect(pagesAround(top, { ...typing, rests: true }, [-1, 0, 1])).toEqual([0, 1]);
  expect(pagesAround({ first: 20, last: 39 }, { shown: 40, read: 40, rests: true }, [38, 39, 40])).toEqual(
    [],
  );
});
