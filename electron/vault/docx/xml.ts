/** Text on its way into XML: what XML 1.0 forbids is left out, what has a meaning in Word gets its own element. */

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Most texts of a document need no care at all: one test instead of several replacements. */
// oxlint-disable-next-line no-control-regex -- control characters are what must be found
const needsCare = /[&<>"\u0000-\u001F\u0085\u00AD\u2011\u2028\u2029\uFFFE\uFFFF]|[\uD800-\uDFFF]/;
// oxlint-disable-next-line no-control-regex -- these are exactly the characters that XML 1.0 (§2.2) forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;

/**
 * The characters of a text that XML can carry (XML 1.0 §2.2): control characters, U+FFFE, U+FFFF and lone
 * surrogates are removed, every kind of line end becomes `\n`.
 */
export function cleanText(text: string): string {
  if (!needsCare.test(text)) return text;
  return text.replace(lineEnds, '\n').replace(forbidden, '');
}

/** Clean text for element content. */
export function escapeText(text: string): string {
  if (!needsCare.test(text)) return text;
  return cleanText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Clean text as an attribute gives it back: line ends and tabs are read as spaces (XML 1.0 §3.3.3). */
export function attributeText(text: string): string {
  return needsCare.test(text) ? cleanText(text).replaceAll(/[\n\t]/g, ' ') : text;
}

/** Clean text for an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return needsCare.test(text) ? escapeText(attributeText(text)).replaceAll('"', '&quot;') : text;
}

const withElements = /[\t\n\r\u0085\u00AD\u2011\u2028\u2029]/;
const elementOf: Readonly<Record<string, string>> = {
  '\t': '<w:tab/>',
  '\n': '<w:br/>',
  // Word shows U+00AD in text as an ordinary hyphen; its own element hyphenates.
  '\u00AD': '<w:softHyphen/>',
  // U+2011 is missing in many fonts and would change the font of one character.
  '\u2011': '<w:noBreakHyphen/>',
};

function textElement(text: string): string {
  return text === '' ? '' : `<w:t xml:space="preserve">${escapeText(text)}</w:t>`;
}

/** The content of a `w:r`: text, with tabs, line ends and special hyphens as Word's own elements. */
export function runContent(text: string): string {
  if (!withElements.test(text)) return textElement(text);
  let xml = '';
  for (const piece of cleanText(text).split(/([\t\n\u00AD\u2011])/))
    xml += elementOf[piece] ?? textElement(piece);
  return xml;
}
