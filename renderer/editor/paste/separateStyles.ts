/** Where a pasted element's style attribute is kept: as data, since the content policy refuses the attribute itself. */
export const styleData = 'data-source-style';

export type SeparatedHtml = { readonly html: string; readonly css: string };

/** Elements whose inside is no content of the page; the text of `style` is handed out apart. */
const skipped = /^(?:style|script|title|xml|noscript|template|iframe|textarea)$/;
const space = /\s/;

/**
 * Takes a page's styles out before it is parsed: `style` attributes become data, style sheets become text, comments
 * (and with them everything Word hides for Word alone) go. The window's content policy would otherwise refuse each
 * of them aloud, and their values would be lost. One pass, in time linear to the length.
 */
export function separateStyles(source: string): SeparatedHtml {
  const html: string[] = [];
  const css: string[] = [];
  const length = source.length;
  const upTo = (text: string, from: number) => {
    const found = source.indexOf(text, from);
    return found < 0 ? length : found;
  };
  let at = 0;
  while (at < length) {
    const open = upTo('<', at);
    html.push(source.slice(at, open));
    if (open === length) break;
    const next = source[open + 1] ?? '';
    if (source.startsWith('<!--', open)) {
      at = upTo('-->', open + 4) + 3;
    } else if (next === '!' || next === '?') {
      at = upTo('>', open) + 1;
    } else if (next === '/') {
      const end = upTo('>', open) + 1;
      html.push(source.slice(open, end));
      at = end;
    } else if (/[a-z]/i.test(next)) {
      const tag = readTag(source, open);
      if (skipped.test(tag.name) && !tag.closed) {
        const closing = new RegExp(`</${tag.name}`, 'gi');
        closing.lastIndex = tag.end;
        const end = closing.exec(source)?.index ?? length;
        if (tag.name === 'style') css.push(source.slice(tag.end, end));
        // What was embedded is counted later; nothing inside is read.
        if (tag.name === 'iframe') html.push('<iframe></iframe>');
        at = upTo('>', end) + 1;
      } else {
        // Addresses that a page would have fetched or taken for its own.
        if (!/^(?:base|link)$/.test(tag.name)) html.push(tag.text);
        at = tag.end;
      }
    } else {
      html.push('&lt;');
      at = open + 1;
    }
  }
  return { html: html.join(''), css: css.join('\n') };
}

type Tag = {
  readonly name: string;
  readonly text: string;
  readonly end: number;
  /** Ends in «/>»: nothing is inside. */
  readonly closed: boolean;
};

/** Reads a start tag as the HTML standard does (13.2.5), with the name of its style attribute changed. */
function readTag(source: string, open: number): Tag {
  const length = source.length;
  let at = open + 1;
  const skip = (stop: (character: string) => boolean) => {
    while (at < length && !stop(source[at] ?? '')) at += 1;
  };
  skip((character) => space.test(character) || character === '/' || character === '>');
  const name = source.slice(open + 1, at).toLowerCase();
  const parts = [source.slice(open, at)];
  while (at < length && source[at] !== '>') {
    const before = at;
    skip((character) => !space.test(character) && character !== '/');
    parts.push(source.slice(before, at));
    const from = at;
    skip(
      (character) =>
        space.test(character) || character === '/' || character === '>' || (character === '=' && at > from),
    );
    const attribute = source.slice(from, at);
    if (attribute === '') continue;
    parts.push(attribute.toLowerCase() === 'style' ? styleData : attribute);
    const value = at;
    skip((character) => !space.test(character));
    if (source[at] !== '=') {
      at = value;
      continue;
    }
    at += 1;
    skip((character) => !space.test(character));
    const quote = source[at];
    if (quote === '"' || quote === "'") {
      const end = source.indexOf(quote, at + 1);
      at = end < 0 ? length : end + 1;
    } else {
      skip((character) => space.test(character) || character === '>');
    }
    parts.push(source.slice(value, at));
  }
  // A tag that the text ends in is none (13.2.5.6 and on: eof-in-tag).
  if (at >= length) return { name, text: '', end: length, closed: true };
  const closed = source[at - 1] === '/';
  parts.push('>');
  return { name, text: parts.join(''), end: at + 1, closed };
}
