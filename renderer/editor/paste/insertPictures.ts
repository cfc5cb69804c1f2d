import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { endOfInsertion } from '../insertBlock.ts';
import { drawSvg } from '../pictures/svgDrawing.ts';
import { largestPictureBytes, sizeOnPage } from './pastedPictures.ts';
import { readPictureFacts } from './pictureSize.ts';

/** More dots than any print needs, and few enough to unfold in memory. */
const mostDots = 60_000_000;
/** 170 mm at 300 dots to the inch: beyond this a printed page shows no difference. */
const mostWidthPx = 2000;
/** A picture below this is kept as it is, byte for byte. */
const smallEnoughBytes = 1_500_000;

export type PictureTrouble = 'tooLarge' | 'notPicture';

/** A data URL of a file's bytes. */
async function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(blob);
  });
}

/** A picture redrawn within the print's measure; photographs as JPEG, the rest as PNG. */
async function redrawn(picture: ImageBitmap, mime: string): Promise<Blob | null> {
  const scale = Math.min(1, mostWidthPx / picture.width);
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = await canvas.convertToBlob({
    type: mime === 'image/jpeg' ? 'image/jpeg' : 'image/png',
    quality: 0.9,
  });
  if (drawn.size <= smallEnoughBytes || mime === 'image/jpeg') return drawn;
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.88 });
}

/** Attributes of a picture node for a file, or why it cannot become one. */
async function readPicture(
  file: File,
): Promise<{ readonly src: string; readonly width: number; readonly height: number } | PictureTrouble> {
  if (file.size > largestPictureBytes) return 'tooLarge';
  if (file.type === 'image/svg+xml') {
    const drawn = await drawSvg(await file.text());
    if (drawn && drawn.blob.size > largestPictureBytes) return 'tooLarge';
    return drawn
      ? { src: await dataUrlOf(drawn.blob), width: drawn.width, height: drawn.height }
      : 'notPicture';
  }
  const facts = readPictureFacts(new Uint8Array(await file.arrayBuffer()));
  const isPlain = facts !== null;
  if (facts && facts.widthPx * facts.heightPx > mostDots) return 'tooLarge';
  if (!isPlain && !/^image\/(?:gif|webp|bmp|avif)$/.test(file.type)) return 'notPicture';
  const decoded = await createImageBitmap(file).catch(() => null);
  if (!decoded) return 'notPicture';
  const size = sizeOnPage(decoded.width, decoded.height);
  const keep = isPlain && file.size <= smallEnoughBytes && decoded.width <= mostWidthPx;
  const blob = keep
    ? new Blob([file], { type: facts.mime })
    : await redrawn(decoded, facts?.mime ?? file.type);
  decoded.close();
  return blob ? { src: await dataUrlOf(blob), ...size } : 'notPicture';
}

/** Pictures among the files of a clipboard or a drag. */
export function picturesIn(transfer: DataTransfer | null): readonly File[] {
  return [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

/** Puts picture blocks at a place of the document, or at the caret; one step of undo. */
export function putPictures(view: EditorView, nodes: readonly DocumentNode[], at: number | null): void {
  if (nodes.length === 0) return;
  const slice = new Slice(Fragment.from(nodes), 0, 0);
  const { tr } = view.state;
  if (at === null) tr.replaceSelection(slice);
  else {
    const point = dropPoint(tr.doc, at, slice) ?? at;
    tr.replaceRange(point, point, slice);
  }
  view.dispatch(chooseLast(tr).scrollIntoView());
}

/** A picture that ends its section is chosen: the caret would stand in the heading of the next one. */
function chooseLast(tr: Transaction): Transaction {
  const end = endOfInsertion(tr);
  const { nodeBefore, nodeAfter } = tr.doc.resolve(end);
  return nodeBefore?.type.name === 'image' && nodeAfter === null
    ? tr.setSelection(NodeSelection.create(tr.doc, end - nodeBefore.nodeSize))
    : tr;
}

/** Reads picture files and puts them into the document; tells of each that cannot be there. */
export async function insertPictures(
  view: EditorView,
  files: readonly File[],
  at: number | null,
  onTrouble: (trouble: PictureTrouble) => void,
): Promise<void> {
  const type = view.state.schema.nodes.image;
  if (!type) return;
  const nodes: DocumentNode[] = [];
  for (const file of files) {
    const picture = await readPicture(file).catch(() => 'notPicture' as const);
    if (typeof picture === 'string') onTrouble(picture);
    else nodes.push(type.create({ ...picture, alt: null }));
  }
  // The window may have been left while the files were read.
  if (!view.isDestroyed) putPictures(view, nodes, at);
}
