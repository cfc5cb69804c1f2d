import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLines, indexOfRow, lineAt } from './largeLines.ts';

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
