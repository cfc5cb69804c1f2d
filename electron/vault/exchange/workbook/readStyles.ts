import { attributeOf, type XmlSink } from './scanXml.ts';

/** What a reader of values needs of a cell's style. */
export type CellStyle = { readonly isDay: boolean; readonly isPercent: boolean; readonly indent: number };

/** Built-in formats that show a day (ECMA-376 part 1, §18.8.30), those of East Asian Excel among them. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format's code shows a day: it names a year or a day outside quotes, brackets and escapes. */
function showsDay(code: string): boolean {
  const bare = code
    .toLowerCase()
    .replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '')
    // Russian Excel stores «ДД.ММ.ГГГГ» as it is shown in files of old versions.
    .replaceAll('г', 'y')
    .replaceAll('д', 'd');
  return /[yd]/.test(bare) && !/general|основной/.test(bare);
}

/** Built-in formats that show a share in percent: «0%» and «0.00%». */
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;

/** Whether a format's code shows a share in percent: a percent sign outside quotes and escapes. */
const showsPercent = (code: string): boolean => code.replaceAll(/"[^"]*"|\\./g, '').includes('%');

/** Collects the styles of a workbook from its styles part. */
export function createStyleSink(): { readonly sink: XmlSink; styles(): readonly CellStyle[] } {
  const days = new Set<number>();
  const percents = new Set<number>();
  const formats: { id: number; indent: number }[] = [];
  let inCells = false;
  return {
    sink: {
      open(name, tag) {
        if (name === 'numFmt') {
          const id = Number(attributeOf(tag, 'numFmtId') ?? Number.NaN);
          const code = attributeOf(tag, 'formatCode') ?? '';
          if (showsDay(code)) days.add(id);
          else if (showsPercent(code)) percents.add(id);
        } else if (name === 'cellXfs') inCells = true;
        else if (inCells && name === 'xf')
          formats.push({ id: Number(attributeOf(tag, 'numFmtId') ?? 0), indent: 0 });
        else if (inCells && name === 'alignment') {
          const last = formats.at(-1);
          if (last !== undefined) last.indent = Number(attributeOf(tag, 'indent') ?? 0) || 0;
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
      text: () => undefined,
    },
    // Formats of a file's own may stand under any number, so they are asked first.
    styles: () =>
      formats.map(({ id, indent }) => ({
        isDay: days.has(id) || isBuiltInDay(id),
        isPercent: percents.has(id) || isBuiltInPercent(id),
        indent,
      })),
  };
}
