import type { DocumentLook } from '../../../shared/domain/company.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { FieldValues } from '../../../shared/document/mergeFields.ts';
import type { DocumentRoot } from '../../../shared/document/nodes.ts';
import { hasHeadingNumbers, placedHeadings } from '../../../shared/document/headings.ts';
import type { HeadingPages } from '../../../shared/document/pageFrame.ts';
import type { BlockViews } from './blockSources.ts';
import { writeBlocks } from './blocks.ts';
import { headingMarks } from './contents.ts';
import { createCollector } from './collector.ts';
import { draftMarkNamespaces, draftMarkRun } from './draftMark.ts';
import { drawingNamespaces } from './namespaces.ts';
import { firstHeaderXml, headerXml, sectionXml, textArea } from './pageParts.ts';
import { paletteOf } from './palette.ts';
import {
  appPropertiesXml,
  corePropertiesXml,
  customPropertiesXml,
  type FileProperties,
} from './properties.ts';
import { documentRelationshipsXml, fixedRelationships, skeletonOf } from './skeleton.ts';
import { tablePaintOf } from './tablePaint.ts';
import type { Writing } from './writing.ts';
import { xmlHead } from './xml.ts';
import { openPart, packText, zipParts } from './zip.ts';

/** Everything a DOCX is made of. */
export type DocumentSource = {
  readonly root: DocumentRoot;
  readonly look: DocumentLook;
  readonly language: Language;
  readonly values: FieldValues;
  readonly views: BlockViews;
  /** From the second page on, left and right. */
  readonly header: { readonly left: string; readonly right: string };
  /** Our name and contacts, for looks that print them at the foot of every page. */
  readonly footer: string;
  readonly properties: FileProperties;
  /** Whether «ЧЕРНОВИК» stands across every page; absent = no. */
  readonly draft?: boolean;
  /** What the table of contents says; absent = it names no pages. */
  readonly headingPages?: HeadingPages | undefined;
};

/**
 * Writes a document as the bytes of a DOCX file (ECMA-376 transitional). The same source gives the same bytes.
 * Expects a root that `shared/document/nodes.ts` accepted; throws nothing of its own.
 */
export async function writeDocument(source: DocumentSource): Promise<Uint8Array> {
  const { look, language, properties } = source;
  const area = textArea(look);
  const numbered = hasHeadingNumbers(source.root, look);
  const placed = placedHeadings(source.root, numbered);
  const collector = createCollector(fixedRelationships);
  const writing: Writing = {
    language,
    palette: paletteOf(look),
    look,
    tables: tablePaintOf(look),
    values: source.values,
    views: source.views,
    textWidthTwips: area.widthTwips,
    textHeightTwips: area.heightTwips,
    headings: headingMarks(placed, source.headingPages ?? []),
    collector,
    blocks: writeBlocks,
  };
  const place = { widthTwips: area.widthTwips, indentTwips: 0, paragraphStyle: null };
  const body = openPart('word/document.xml');
  body.write(`${xmlHead}<w:document ${drawingNamespaces}><w:body>`);
  for (const node of source.root.content) body.write(writeBlocks([node], place, writing));
  body.write(`${sectionXml(look)}</w:body></w:document>`);
  const packing = body.finish();
  const skeleton = skeletonOf(look, language, source.footer, { first: placed.first, numbered });
  const mark = (at: number) =>
    source.draft === true ? { namespaces: draftMarkNamespaces, run: draftMarkRun(look, language, at) } : null;
  const own = [
    packText('word/_rels/document.xml.rels', documentRelationshipsXml(collector.relationships())),
    packText('word/numbering.xml', collector.numbering(numbered ? placed.first : null)),
    packText('word/footnotes.xml', collector.footnotes()),
    packText('word/header1.xml', firstHeaderXml(mark(1))),
    packText('word/header2.xml', headerXml(source.header.left, source.header.right, look, mark(2))),
    packText('docProps/core.xml', corePropertiesXml(properties, language)),
    packText('docProps/app.xml', appPropertiesXml(properties)),
    packText('docProps/custom.xml', customPropertiesXml(properties, language)),
  ];
  return zipParts([...skeleton.first, await packing, ...own, ...skeleton.rest, ...collector.media()]);
}
