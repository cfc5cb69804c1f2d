import { readFileSync } from 'node:fs';
import { unzip } from './docx.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a part of a DOCX says: a line for each paragraph, tabs and breaks as spaces. */
function wordsOf(xml: string): string {
  return xml
    .replaceAll(/<w:(?:tab|br)\b[^>]*>/g, ' ')
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_whole, name: string) => entities[name] ?? '');
}

/** Spaces that do not break are for the eye; a search should not depend on them. */
export const plain = (text: string): string =>
  text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ').replaceAll(/[ \t]+/g, ' ');

/** An exported file as a reader and as a curious reader sees it. */
export function readExported(path: string): {
  readonly text: string;
  readonly everything: string;
  readonly settings: string;
} {
  const parts = unzip(readFileSync(path));
  const words = (part: string) => plain(wordsOf(parts.get(part)?.toString('utf8') ?? ''));
  const all = [...parts]
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([, bytes]) => bytes.toString('utf8'));
  return {
    text: words('word/document.xml'),
    // Attributes, properties, comments: whatever can be found in the file by looking for it.
    everything: plain([...all.map(wordsOf), ...all].join('\n')),
    settings: parts.get('word/settings.xml')?.toString('utf8') ?? '',
  };
}
