import { AppError } from '../../../../shared/ipc/reply.ts';

/** A property of a card: its name, its parameters in capitals, its value as text that is still escaped. */
export type CardLine = {
  readonly name: string;
  /** Values by parameter; types without a name (vCard 2.1) stand under TYPE. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
};

const mostCards = 5000;
const mostLines = 400;

function decoded(bytes: Buffer, charset: string | undefined): string {
  const named = charset?.toLowerCase() ?? '';
  if (named !== '' && named !== 'utf-8') {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // A name that nobody knows says nothing: the bytes tell.
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** Bytes as one letter each, so that every value can be read in the character set of its own line. */
function asLetters(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!utf16 && !bigEndian) return bytes.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '');
  const text = new TextDecoder(utf16 ? 'utf-16le' : 'utf-16be').decode(bytes);
  return Buffer.from(text, 'utf8').toString('latin1');
}

function unquoted(value: string): string {
  return value.replaceAll(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function paramsOf(parts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const params = new Map<string, readonly string[]>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const bare = part.toUpperCase();
    const name =
      at > 0 ? bare.slice(0, at) : /^(QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/.test(bare) ? 'ENCODING' : 'TYPE';
    const values = (at > 0 ? part.slice(at + 1) : part)
      .replaceAll('"', '')
      .split(',')
      .map((value) => value.trim().toUpperCase());
    params.set(name, [...(params.get(name) ?? []), ...values]);
  }
  return params;
}

const isQuoted = (head: string): boolean => /QUOTED-PRINTABLE/i.test(head);

/** Joins what was folded: by a blank (all versions), or by «=» at the end in quoted-printable (2.1). */
function unfolded(text: string): string[] {
  const lines: string[] = [];
  let pieces: string[] = [];
  let quoted = false;
  const end = (): void => {
    if (pieces.length > 0) lines.push(pieces.join(''));
    pieces = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = pieces.at(-1);
    if (quoted && last !== undefined && last.endsWith('=')) {
      pieces[pieces.length - 1] = last.slice(0, -1);
      pieces.push(line);
    } else if ((line.startsWith(' ') || line.startsWith('\t')) && pieces.length > 0)
      pieces.push(line.slice(1));
    else {
      end();
      pieces = [line];
      quoted = isQuoted(line.slice(0, Math.max(0, line.indexOf(':'))));
    }
  }
  end();
  return lines;
}

function lineOf(text: string): CardLine | null {
  // A colon inside quotes belongs to a parameter.
  const match = /^((?:[^":]|"[^"]*")+):(.*)$/s.exec(text);
  if (match === null) return null;
  const [head = '', ...parts] = (match[1] ?? '').split(';');
  const params = paramsOf(parts);
  const raw = match[2] ?? '';
  const encoded = params.get('ENCODING') ?? [];
  const letters = encoded.includes('QUOTED-PRINTABLE') ? unquoted(raw) : raw;
  return {
    name: (head.split('.').at(-1) ?? '').toUpperCase(),
    params,
    value: decoded(Buffer.from(letters, 'latin1'), params.get('CHARSET')?.[0]),
  };
}

/**
 * The cards of a vCard file as lines (2.1, 3.0: RFC 2426, 4.0: RFC 6350): unfolded, quoted-printable decoded, each value
 * in its own character set, else UTF-8 where the bytes are that, else windows-1251. Cards within cards are passed over.
 * Throws cardsUnreadable when there is no card, or more than five thousand.
 */
export function readCardLines(bytes: Buffer): readonly (readonly CardLine[])[] {
  const cards: CardLine[][] = [];
  let card: CardLine[] | null = null;
  let inner = 0;
  for (const text of unfolded(asLetters(bytes))) {
    const mark = /^(BEGIN|END)\s*:\s*VCARD\s*$/i.exec(text.trim())?.[1]?.toUpperCase();
    if (mark === 'BEGIN') {
      if (card === null) card = [];
      else inner += 1;
    } else if (mark === 'END') {
      if (inner > 0) inner -= 1;
      else if (card !== null) {
        cards.push(card);
        card = null;
      }
    } else if (card !== null && inner === 0 && card.length < mostLines) {
      const line = lineOf(text);
      if (line !== null) card.push(line);
    }
    if (cards.length > mostCards) throw new AppError('cardsUnreadable', 'too many cards');
  }
  if (cards.length === 0) throw new AppError('cardsUnreadable', 'no card in the file');
  return cards;
}
