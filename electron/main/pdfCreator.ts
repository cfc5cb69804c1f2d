const creatorKey = '/Creator (';

/**
 * Names the program as the creator of a PDF. Chromium writes its browser's full name there, and with it what computer
 * it ran on. The text is replaced in place and filled up with blanks, which mean nothing between the tokens of a PDF
 * (ISO 32000-1 §7.2.2): every offset of the file stays. A file that says it otherwise is left as it is.
 */
export function nameCreator(pdf: Buffer, name = 'Kamerton'): Buffer {
  const at = pdf.lastIndexOf(creatorKey, undefined, 'latin1');
  if (at < 0) return pdf;
  const start = at + creatorKey.length;
  let end = start;
  // A backslash escapes what follows; brackets inside the text are escaped or in pairs.
  for (let depth = 0; end < pdf.length; end += 1) {
    const byte = pdf[end];
    if (byte === 0x5c) end += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  const room = end + 1 - start;
  const said = `${name})`;
  if (end >= pdf.length || said.length > room) return pdf;
  pdf.write(said.padEnd(room, ' '), start, 'latin1');
  return pdf;
}
