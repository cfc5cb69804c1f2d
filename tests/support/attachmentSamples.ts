import { deflateSync } from 'node:zlib';
import type { AttachmentPlace } from '../../shared/domain/attachment.ts';
import type { AccountId } from '../../shared/domain/ids.ts';

/** A place on the client itself; a test names what else it belongs to. */
export const placeOf = (accountId: AccountId, rest: Partial<AttachmentPlace> = {}): AttachmentPlace => ({
  accountId,
  eventId: null,
  personId: null,
  tenderId: null,
  proposalId: null,
  ...rest,
});

/** The same bytes for the same length, all values among them. */
export function patternBytes(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 31 + (at >>> 12)) & 0xff;
  return bytes;
}

function crc(bytes: Buffer): number {
  let sum = 0xffff_ffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb8_8320 : 0);
  }
  return ~sum >>> 0;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, sum]);
}

/** A picture of slanting stripes. `claims` stands in its header instead of its true size. */
export function pngBytes(width: number, height: number, claims = { width, height }): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(claims.width, 0);
  head.writeUInt32BE(claims.height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const stripe = Math.floor((x + y) / 24) % 2 === 0;
      rows.set(stripe ? [45, 75, 140] : [233, 228, 216], y * (1 + width * 3) + 1 + x * 3);
    }
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PDF of one scanned page: a black field packed as a fax (ITU-T T.6), as scanners pack them. */
export function scannedPdfBytes(): Buffer {
  // Sixteen rows without a change of colour, then the mark of the end; shown turned over, white becomes black.
  const fax = Buffer.from([0xff, 0xff, 0x00, 0x10, 0x01]).toString('latin1');
  const content = 'q 595 0 0 842 0 0 cm /Scan Do Q';
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Scan 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 1 /ColorSpace /DeviceGray /Decode [1 0] /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 16 /Rows 16 >> /Length ${fax.length} >>\nstream\n${fax}\nendstream`,
  ]);
}

/** A PDF of A4 pages with a line of text and a frame on each; fonts are the reader's own. */
export function pdfBytes(lines: readonly string[]): Buffer {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = lines.map((_, page) => `${4 + page * 2} 0 R`).join(' ');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${lines.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  lines.forEach((line, page) => {
    const content = `BT /F1 28 Tf 72 720 Td (${line}) Tj ET 2 w 60 60 475 722 re S 0.2 0.3 0.6 rg 72 500 200 120 re f`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + page * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  return pdfOf(objects);
}

/** Objects of a PDF, numbered from 1, as a file with its table. */
function pdfOf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
