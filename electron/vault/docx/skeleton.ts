import type { DocumentLook } from '../../../shared/domain/company.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { fontTableXml } from './fontTable.ts';
import { footerXml } from './pageParts.ts';
import { settingsXml } from './settings.ts';
import { stylesXml, type HeadingNumbering } from './styles.ts';
import { themeXml } from './theme.ts';
import { xmlHead } from './xml.ts';
import { packText, type PackedPart } from './zip.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Relationships of `word/document.xml` that every document has, in the order of their ids from `rId1`. */
export const fixedRelationships = [
  { type: 'styles', target: 'styles.xml' },
  { type: 'numbering', target: 'numbering.xml' },
  { type: 'settings', target: 'settings.xml' },
  { type: 'fontTable', target: 'fontTable.xml' },
  { type: 'theme', target: 'theme/theme1.xml' },
  { type: 'header', target: 'header1.xml' },
  { type: 'header', target: 'header2.xml' },
  { type: 'footer', target: 'footer1.xml' },
  { type: 'footer', target: 'footer2.xml' },
  { type: 'footnotes', target: 'footnotes.xml' },
] as const;
const overrides: readonly (readonly [string, string])[] = [
  ['/word/document.xml', `${word}.document.main+xml`],
  ['/word/styles.xml', `${word}.styles+xml`],
  ['/word/numbering.xml', `${word}.numbering+xml`],
  ['/word/settings.xml', `${word}.settings+xml`],
  ['/word/fontTable.xml', `${word}.fontTable+xml`],
  ['/word/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'],
  ['/word/header1.xml', `${word}.header+xml`],
  ['/word/header2.xml', `${word}.header+xml`],
  ['/word/footer1.xml', `${word}.footer+xml`],
  ['/word/footer2.xml', `${word}.footer+xml`],
  ['/word/footnotes.xml', `${word}.footnotes+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
];

function contentTypesXml(): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
  ];
  return (
    `${xmlHead}<Types xmlns="${packages}/content-types">` +
    defaults
      .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
      .join('') +
    overrides.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('') +
    '</Types>'
  );
}

function packageRelationshipsXml(): string {
  const relationships = [
    [`${office}/officeDocument`, 'word/document.xml'],
    [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [`${office}/extended-properties`, 'docProps/app.xml'],
    [`${office}/custom-properties`, 'docProps/custom.xml'],
  ];
  return (
    `${xmlHead}<Relationships xmlns="${packages}/relationships">` +
    relationships
      .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
      .join('') +
    '</Relationships>'
  );
}

/** `word/_rels/document.xml.rels` around the relationships that were collected. */
export function documentRelationshipsXml(relationships: string): string {
  return `${xmlHead}<Relationships xmlns="${packages}/relationships">${relationships}</Relationships>`;
}

export type Skeleton = {
  /** Content types come first in the archive; readers look there. */
  readonly first: readonly PackedPart[];
  readonly rest: readonly PackedPart[];
};

const cache = new Map<string, Skeleton>();
/** A user has a look or two; more are only seen while one is being designed. */
const mostCached = 8;

function buildSkeleton(
  look: DocumentLook,
  language: Language,
  footerLine: string,
  headings: HeadingNumbering,
): Skeleton {
  const footer = footerXml(footerLine, look, language);
  return {
    first: [
      packText('[Content_Types].xml', contentTypesXml()),
      packText('_rels/.rels', packageRelationshipsXml()),
    ],
    rest: [
      packText('word/styles.xml', stylesXml(look, language, headings)),
      packText('word/settings.xml', settingsXml(language)),
      packText('word/fontTable.xml', fontTableXml(look)),
      packText('word/theme/theme1.xml', themeXml(look)),
      packText('word/footer1.xml', footer),
      packText('word/footer2.xml', footer),
    ],
  };
}

/**
 * The parts that depend on the look, the language and the numbering of headings only, compressed once and kept. They are written as text, like
 * the body: loading a document library for them would cost more than a whole first export.
 */
export function skeletonOf(
  look: DocumentLook,
  language: Language,
  footerLine: string,
  headings: HeadingNumbering,
): Skeleton {
  const key = JSON.stringify([look, language, footerLine, headings]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= mostCached) cache.clear();
  const built = buildSkeleton(look, language, footerLine, headings);
  cache.set(key, built);
  return built;
}
