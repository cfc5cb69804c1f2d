import type { HeadingLevel } from '../../../shared/document/nodes.ts';
import { footnotesXml } from './footnotes.ts';
import { headingNumId, numberingXml, type OrderedList } from './numbering.ts';
import { packStored, type PackedPart } from './zip.ts';
import { readPicture, type PictureData } from './pictures.ts';
import { escapeAttribute } from './xml.ts';

const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A picture that has a place in the package. */
export type PlacedPicture = PictureData & { readonly relationshipId: string };

/** What the body needs outside `word/document.xml`: relationships, pictures and numbering, each with its id. */
export type Collector = {
  /** The relationship of a link; null when the target is not one that may leave the program. */
  link(href: string): string | null;
  /** The package's copy of a picture (`data:` URL or bare base64); the same picture is kept once. */
  picture(source: string): PlacedPicture | null;
  /** A number never given before in this document, for drawings and content controls. */
  nextId(): number;
  /** The number of a new footnote with these runs. */
  footnote(runs: string): number;
  /** Begins an ordered list whose first level is `baseLevel`: its numbering. It is open until its end is told. */
  orderedList(list: Omit<OrderedList, 'inside'>): number;
  endOrderedList(): void;
  relationships(): string;
  /** `firstHeading` = the level of headings that are numbered «1.»; null = headings without numbers. */
  numbering(firstHeading: HeadingLevel | null): string;
  footnotes(): string;
  media(): readonly PackedPart[];
};

/** The relationships every document has come first; what the body adds follows. */
export function createCollector(fixedRelationships: readonly { type: string; target: string }[]): Collector {
  const links = new Map<string, string | null>();
  const pictures = new Map<string, PlacedPicture | null>();
  const media: PackedPart[] = [];
  const lists: OrderedList[] = [];
  /** Base levels of the ordered lists that are being written. */
  const open: number[] = [];
  const notes: string[] = [];
  let lastId = 0;
  let relationshipCount = 0;
  let xml = '';

  const relate = (type: string, target: string, mode = ''): string => {
    relationshipCount += 1;
    const id = `rId${relationshipCount}`;
    xml += `<Relationship Id="${id}" Type="${relationshipTypes}/${type}" Target="${target}"${mode}/>`;
    return id;
  };
  for (const fixed of fixedRelationships) relate(fixed.type, fixed.target);

  return {
    link(href) {
      const known = links.get(href);
      if (known !== undefined) return known;
      const target = safeTarget(href);
      const id =
        target === null ? null : relate('hyperlink', escapeAttribute(target), ' TargetMode="External"');
      links.set(href, id);
      return id;
    },
    picture(source) {
      const known = pictures.get(source);
      if (known !== undefined) return known;
      const data = readPicture(source.slice(source.indexOf(',') + 1));
      let placed: PlacedPicture | null = null;
      if (data !== null) {
        const name = `media/image${media.length + 1}.${data.extension}`;
        media.push(packStored(`word/${name}`, data.bytes));
        placed = { ...data, relationshipId: relate('image', name) };
      }
      pictures.set(source, placed);
      return placed;
    },
    nextId() {
      lastId += 1;
      return lastId;
    },
    footnote(runs) {
      return notes.push(runs);
    },
    orderedList({ baseLevel, start }) {
      const inside = open.filter((each) => each === baseLevel).length;
      open.push(baseLevel);
      lists.push({ baseLevel, start, inside });
      return headingNumId + lists.length;
    },
    endOrderedList: () => void open.pop(),
    relationships: () => xml,
    numbering: (firstHeading) => numberingXml(lists, firstHeading),
    footnotes: () => footnotesXml(notes),
    media: () => media,
  };
}

const allowedTarget = /^(?:https?:\/\/|mailto:|tel:)/i;

/**
 * A link target as a package may hold it, or null: only http, https, mailto and tel leave the program, and only as
 * a URI that every reader parses (Word offers to repair a file with a broken one).
 */
export function safeTarget(href: string): string | null {
  if (!allowedTarget.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href).href;
  return allowedTarget.test(url) && percentEncoded.test(url) ? url : null;
}

/** RFC 3986: every % starts an escape, and nothing outside its characters is left. */
const percentEncoded = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
