import type { LetterheadView } from '../../../shared/document/blockViews.ts';
import { unbrokenContacts } from '../../../shared/document/contactPieces.ts';
import { assertNever } from '../../../shared/ipc/reply.ts';
import type { PlacedPicture } from './collector.ts';
import { pictureOfHeight } from './images.ts';
import { paragraphXml, textParagraph, type ParagraphLook } from './paragraphs.ts';
import { borderXml, cellMarginTwips, cellXml, edgeOf, rowXml, splitWidth, tableXml } from './tableXml.ts';
import { twipsOfMm } from './units.ts';
import type { BlockWriter, Place, Writing } from './writing.ts';

const logoHeightTwips = twipsOfMm(12);
const widestLogoTwips = twipsOfMm(45);
/** A corner letterhead is at most 8 cm wide (GLOSSARY: угловой бланк, an office rule of GOST R 7.0.97). */
const widestCornerTwips = twipsOfMm(100);

type Parts = {
  readonly view: LetterheadView;
  readonly picture: PlacedPicture | null;
  readonly place: Place;
  readonly writing: Writing;
};

function names({ view, writing }: Parts, look: ParagraphLook = {}): string {
  return (
    textParagraph(view.name, { ...look, style: 'LetterheadName' }, writing) +
    textParagraph(view.tagline, { ...look, style: 'LetterheadTagline' }, writing)
  );
}

function lines({ view, writing }: Parts, look: ParagraphLook = {}): string {
  return view.lines
    .map((line) => textParagraph(unbrokenContacts(line), { ...look, style: 'LetterheadDetails' }, writing))
    .join('');
}

function logo({ picture, view, writing }: Parts, look: ParagraphLook = {}): string {
  if (picture === null) return '';
  const box = { heightTwips: logoHeightTwips, widthTwips: widestLogoTwips };
  return paragraphXml(
    { ...look, style: 'LetterheadTagline' },
    pictureOfHeight(picture, box, view.name, writing),
  );
}

function logoWidth(picture: PlacedPicture | null): number {
  if (picture === null) return 0;
  const width = (logoHeightTwips * picture.widthPx) / picture.heightPx;
  return Math.round(Math.min(width, widestLogoTwips) + 2 * cellMarginTwips);
}

/** Logo, name and tagline on the left, requisites on the right, a rule in the accent below. */
function besideEachOther(parts: Parts): string {
  const { view, picture, place, writing } = parts;
  const room = Math.max(place.widthTwips - logoWidth(picture), 1);
  // The name takes about what it needs (8.5 pt a letter) and leaves the rest to the requisites.
  const share = Math.min(Math.max((view.name.length * 170 * 100) / room, 30), 52);
  const rest = splitWidth(room, [share, 100 - share]);
  const columns = picture === null ? rest : [logoWidth(picture), ...rest];
  const contents = [...(picture === null ? [] : [logo(parts)]), names(parts), lines(parts)];
  const cells = contents.map((content, at) =>
    cellXml(
      {
        widthTwips: columns[at] ?? 0,
        edge: edgeOf(at, 1, columns.length),
        verticalAlign: 'center',
        borders: borderXml('bottom', 8, writing.palette.accent),
      },
      content,
    ),
  );
  const look = { style: 'KamertonPlain', columns, indentTwips: place.indentTwips, header: false };
  return tableXml(look, rowXml({}, cells));
}

/** Everything in the middle, one below the other, over a rule. */
function inTheMiddle(parts: Parts): string {
  const { place, writing } = parts;
  const look = { align: 'center' } as const;
  const cell = cellXml(
    {
      widthTwips: place.widthTwips,
      edge: 'only',
      borders: borderXml('bottom', 12, writing.palette.accent),
    },
    logo(parts, look) + names(parts, look) + lines(parts, look),
  );
  const table = {
    style: 'KamertonPlain',
    columns: [place.widthTwips],
    indentTwips: place.indentTwips,
    header: false,
  };
  return tableXml(table, rowXml({}, [cell]));
}

/** A block in the left corner behind a bar in the accent; the right side stays free. */
function inTheCorner(parts: Parts): string {
  const { picture, place, writing } = parts;
  const look = { align: 'left' } as const;
  const bar = borderXml('left', 36, writing.palette.accent);
  const width = Math.min(widestCornerTwips, place.widthTwips);
  const room = Math.max(width - logoWidth(picture), 1);
  const text = names(parts, look) + lines(parts, look);
  const contents: readonly (readonly [number, string])[] =
    picture === null
      ? [[width, text]]
      : [
          [logoWidth(picture), logo(parts, look)],
          [room, text],
        ];
  const cells = contents.map(([widthTwips, content], at) =>
    cellXml({ widthTwips, borders: at === 0 ? bar : '', verticalAlign: 'center' }, content),
  );
  const table = {
    style: 'KamertonPlain',
    columns: contents.map(([widthTwips]) => widthTwips),
    indentTwips: place.indentTwips,
    header: false,
  };
  return tableXml(table, rowXml({}, cells));
}

/** Letterhead (бланк): our logo, name, tagline and requisites as the look arranges them. */
export const writeLetterhead: BlockWriter<'letterhead'> = (_node, place, writing) => {
  const view = writing.views.letterhead();
  const { logo: stored } = writing.views;
  const picture = stored === null ? null : writing.collector.picture(stored.base64);
  if (picture === null && view.name === '' && view.tagline === '' && view.lines.length === 0) return '';
  const parts = { view, picture, place, writing };
  switch (writing.look.letterhead) {
    case 'sides':
      return besideEachOther(parts);
    case 'centred':
      return inTheMiddle(parts);
    case 'corner':
      return inTheCorner(parts);
    default:
      return assertNever(writing.look.letterhead);
  }
};
