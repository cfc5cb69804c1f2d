import { AppError } from '../../../../shared/ipc/reply.ts';

/** What a scanner tells of the XML that runs past it; names are without their prefix. */
export type XmlSink = {
  /** `tag` is the start tag without its brackets; {@link attributeOf} reads from it. */
  readonly open: (name: string, tag: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

const deepest = 100;
/** A cell holds 32,767 letters; markup that does not end within this was made to exhaust a reader. */
const longestPiece = 2 * 1024 * 1024;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const damaged = (why: string) => new AppError('tableUnreadable', why);

/** Text with its references resolved: the five of XML and numbers; nothing can define others here. */
function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,5}));|&/gi,
    (_whole, hex?: string, decimal?: string, name?: string) => {
      if (name === undefined) {
        const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
        if (!(code > 0 && code <= 0x10_ffff) || (code >= 0xd800 && code <= 0xdfff))
          throw damaged('a character that XML forbids');
        return String.fromCodePoint(code);
      }
      const meant = named[name];
      if (meant === undefined) throw damaged('an entity that XML does not define');
      return meant;
    },
  );
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

/** The value of an attribute of a start tag; null where it has none. */
export function attributeOf(tag: string, name: string): string | null {
  for (let at = tag.indexOf(name); at !== -1; at = tag.indexOf(name, at + 1)) {
    let next = at + name.length;
    if (at === 0 || !isSpace(tag.charCodeAt(at - 1))) continue;
    while (isSpace(tag.charCodeAt(next))) next += 1;
    if (tag[next] !== '=') continue;
    next += 1;
    while (isSpace(tag.charCodeAt(next))) next += 1;
    const quote = tag[next];
    if (quote !== '"' && quote !== "'") continue;
    const end = tag.indexOf(quote, next + 1);
    return end === -1 ? null : decode(tag.slice(next + 1, end));
  }
  return null;
}

function isBalanced(tag: string): boolean {
  if (!tag.includes("'")) {
    let count = 0;
    for (let at = tag.indexOf('"'); at !== -1; at = tag.indexOf('"', at + 1)) count += 1;
    return count % 2 === 0;
  }
  let quote = '';
  for (const sign of tag) {
    if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === quote) quote = '';
  }
  return quote === '';
}

/**
 * Reads XML piece by piece, as it is unpacked: a sheet of a hundred thousand rows never stands in memory as a tree.
 * Strict where it matters: tags must match, a document type is refused, so that nothing can be defined, fetched or
 * multiplied. Throws tableUnreadable.
 */
export function createXmlScanner(sink: XmlSink): { push(chunk: string): void; end(): void } {
  const open: string[] = [];
  let rest = '';
  let begun = false;

  /** Where markup beginning at `at` ends, past it; -1 = not yet here. */
  const endOfTag = (text: string, at: number): number => {
    for (let end = text.indexOf('>', at); end !== -1; end = text.indexOf('>', end + 1)) {
      // A bracket may stand in a quoted value.
      if (isBalanced(text.slice(at, end))) return end + 1;
      if (end - at > longestPiece) break;
    }
    return -1;
  };
  const nameOf = (raw: string): string => raw.slice(raw.indexOf(':') + 1);
  const tagAt = (tag: string): void => {
    if (tag.startsWith('/')) {
      const raw = tag.slice(1).trimEnd();
      if (open.pop() !== raw) throw damaged('tags that do not match');
      sink.close(nameOf(raw));
      return;
    }
    const closed = tag.endsWith('/');
    let length = 0;
    while (length < tag.length && !isSpace(tag.charCodeAt(length)) && tag[length] !== '/') length += 1;
    const raw = tag.slice(0, length);
    if (raw === '' || raw.includes('=') || raw.includes('<')) throw damaged('a tag without a name');
    if (open.length === 0 && begun) throw damaged('more than one root');
    begun = true;
    if (open.length >= deepest) throw damaged('nested too deep');
    const name = nameOf(raw);
    sink.open(name, tag);
    if (closed) sink.close(name);
    else open.push(raw);
  };

  const work = (text: string): number => {
    let at = 0;
    for (;;) {
      const next = text.indexOf('<', at);
      if (next === -1) return at;
      if (next > at && open.length > 0) sink.text(decode(text.slice(at, next)));
      else if (next > at && text.slice(at, next).trim() !== '') throw damaged('text outside the root');
      const second = text[next + 1];
      if (second === '?' || second === '!') {
        // The longest of these marks has nine signs.
        if (text.length < next + 9) return next;
        const isCdata = text.startsWith('<![CDATA[', next);
        const mark = second === '?' ? '?>' : isCdata ? ']]>' : '-->';
        if (second === '!' && !isCdata && !text.startsWith('<!--', next)) throw damaged('a document type');
        const end = text.indexOf(mark, next + 2);
        if (end === -1) return next;
        if (isCdata) sink.text(text.slice(next + 9, end));
        at = end + mark.length;
      } else {
        const end = endOfTag(text, next + 1);
        if (end === -1) return next;
        tagAt(text.slice(next + 1, end - 1));
        at = end;
      }
    }
  };

  return {
    push(chunk) {
      const text = rest === '' ? chunk : rest + chunk;
      rest = text.slice(work(text));
      if (rest.length > longestPiece) throw damaged('markup without an end');
    },
    end() {
      if (!begun || open.length > 0 || rest.trim() !== '') throw damaged('it ends in the middle');
    },
  };
}
