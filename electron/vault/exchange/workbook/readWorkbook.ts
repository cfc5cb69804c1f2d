import { posix } from 'node:path';
import { AppError } from '../../../../shared/ipc/reply.ts';
import type { ReadOptions, TableSheet } from '../tableFile.ts';
import { type ArchiveEntry, createUnpacker, readDirectory } from './archive.ts';
import { createSheetSink, createStringSink } from './readSheet.ts';
import { createStyleSink } from './readStyles.ts';
import { attributeOf, createXmlScanner, type XmlSink } from './scanXml.ts';

const relationshipsOf = (path: string): string =>
  posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);

/** Targets of relationships by id, with their kinds; a path from the archive's root or from the part's folder. */
function createLinkSink(base: string): {
  readonly sink: XmlSink;
  readonly links: Map<string, { kind: string; target: string }>;
} {
  const links = new Map<string, { kind: string; target: string }>();
  return {
    links,
    sink: {
      open(name, tag) {
        if (name !== 'Relationship' || attributeOf(tag, 'TargetMode') === 'External') return;
        const target = attributeOf(tag, 'Target') ?? '';
        links.set(attributeOf(tag, 'Id') ?? '', {
          kind: posix.basename(attributeOf(tag, 'Type') ?? ''),
          target: posix.join('/', target.startsWith('/') ? '' : base, target).slice(1),
        });
      },
      close: () => undefined,
      text: () => undefined,
    },
  };
}

type NamedSheet = { readonly name: string; readonly link: string; readonly hidden: boolean };

/** Reads the sheets of an XLSX file: values only, never formulas, links or pictures. Throws tableUnreadable, tableTooLarge, cancelled. */
export async function readWorkbook(bytes: Buffer, options: ReadOptions): Promise<readonly TableSheet[]> {
  const entries = readDirectory(bytes);
  const unpack = createUnpacker();

  const scan = async (entry: ArchiveEntry, sink: XmlSink, told?: (share: number) => void): Promise<void> => {
    const scanner = createXmlScanner(sink);
    const decoder = new TextDecoder('utf-8');
    let read = 0;
    for await (const chunk of unpack(entry)) {
      options.check();
      scanner.push(decoder.decode(chunk, { stream: true }));
      read += chunk.length;
      told?.(Math.min(1, read / Math.max(entry.toldSize, 1)));
    }
    scanner.push(decoder.decode());
    scanner.end();
  };
  const part = (path: string): ArchiveEntry => {
    const entry = entries.get(path);
    if (entry === undefined) throw new AppError('tableUnreadable', 'a part is missing');
    return entry;
  };
  const linksOf = async (path: string, base: string) => {
    const { sink, links } = createLinkSink(base);
    const entry = entries.get(path);
    if (entry !== undefined) await scan(entry, sink);
    return links;
  };

  const root = [...(await linksOf('_rels/.rels', '')).values()];
  const main = root.find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const links = await linksOf(relationshipsOf(main), posix.dirname(main));
  const partOf = (kind: string) => [...links.values()].find((link) => link.kind === kind)?.target ?? null;

  const named: NamedSheet[] = [];
  let from1904 = false;
  let isWorkbook = false;
  await scan(part(main), {
    open(name, tag) {
      if (name === 'workbook') isWorkbook = true;
      else if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributeOf(tag, 'date1904') ?? '');
      else if (name === 'sheet')
        named.push({
          name: attributeOf(tag, 'name') ?? '',
          // Whatever prefix the file gives the relationships' namespace.
          link: attributeOf(tag, 'r:id') ?? /\s\w+:id\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '',
          hidden: (attributeOf(tag, 'state') ?? 'visible') !== 'visible',
        });
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (!isWorkbook) throw new AppError('tableUnreadable', 'an archive without a workbook');

  const shared = createStringSink();
  const stringsPath = partOf('sharedStrings');
  const stringsPart = stringsPath === null ? undefined : entries.get(stringsPath);
  if (stringsPart !== undefined) await scan(stringsPart, shared.sink);
  const styles = createStyleSink();
  const stylesPath = partOf('styles');
  const stylesPart = stylesPath === null ? undefined : entries.get(stylesPath);
  if (stylesPart !== undefined) await scan(stylesPart, styles.sink);

  const visible = named.filter(({ hidden }) => !hidden);
  const sheets: TableSheet[] = [];
  for (const { name, link } of visible.length > 0 ? visible : named) {
    const path = links.get(link);
    // A sheet of charts has no rows.
    if (path === undefined || path.kind !== 'worksheet') continue;
    const { sink, rows } = createSheetSink({
      strings: shared.strings,
      styles: styles.styles(),
      from1904,
      mostRows: options.mostRows,
    });
    // oxlint-disable-next-line no-await-in-loop -- one sheet after another: what they unpack to is counted together
    await scan(part(path.target), sink, options.progress);
    sheets.push({ name, rows: rows() });
  }
  return sheets;
}
