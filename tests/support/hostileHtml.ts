import fc from 'fast-check';

/** Addresses that must not become links, nor be asked for. */
const addresses = [
  // oxlint-disable-next-line no-script-url -- what the paste must take out
  'javascript:window.name=1',
  // oxlint-disable-next-line no-script-url -- the same, as filters miss it
  'JaVaScRiPt:window.name=1',
  ' java\tscript:window.name=1',
  '&#106;avascript&colon;window.name=1',
  'vbscript:window.name=1',
  'data:text/html,<script>top.name=1</script>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="top.name=1"/>',
  'file:///etc/passwd',
  'file://host/share/a.docx',
  '\\\\host\\share\\a.docx',
  '//host/share',
  'blob:https://x.example/1',
  'app://kamerton/index.html',
  'ms-word:ofe|u|https://x.example/a.docx',
  'smb://host/share',
  'https://x.example/a.png',
  'ws://x.example/',
  'http://[',
  'mailto:a@b.example?attach=/etc/passwd',
  '',
];
const address = fc.constantFrom(...addresses);

const attributesWithAddress = [
  'src',
  'href',
  'srcset',
  'xlink:href',
  'action',
  'formaction',
  'poster',
  'background',
  'data',
  'cite',
  'longdesc',
  'ping',
  'manifest',
  'srcdoc',
];
const attribute = fc.oneof(
  fc.tuple(fc.constantFrom(...attributesWithAddress), address).map(([name, to]) => `${name}='${to}'`),
  fc
    .constantFrom(
      'onload',
      'onerror',
      'onclick',
      'onfocus',
      'ontoggle',
      'onbegin',
      'onanimationstart',
      'OnPaste',
    )
    .map((name) => `${name}="window.name=1"`),
  address.map((to) => `style="background:url('${to}');list-style-image:url(${to})"`),
  fc.constantFrom(
    'style="position:fixed;inset:0;z-index:9;width:expression(window.name=1)"',
    'style="mso-list:l0 level99999999999 lfo1"',
    'style="width:1e308px;font-size:-1e9pt;color:var(--x,red)"',
    'autofocus tabindex=1 contenteditable=false',
    'colspan=100000 rowspan=-5',
    'start=99999999999999999999 type=I',
    'dir=rtl is=x-y slot=z id=root class="ProseMirror k-page"',
    'data-type=validity data-section=x data-pm-slice="0 0 []"',
    'http-equiv=refresh content="0;url=https://x.example/"',
    'rel="stylesheet preload" as=script',
    'a="\u0000" b=\'"><img src=x onerror=window.name=1>\'',
  ),
);

const names = [
  'p h1 h6 ul ol li table tr td th caption colgroup col a img b',
  'span font blockquote pre br hr sup figure figcaption section div svg math mtext mglyph foreignObject',
  'annotation-xml use image animate style script iframe object embed link meta base form input button video',
  'audio template noscript title textarea select option marquee frameset applet portal details dialog slot o:p v:imagedata',
  'w:sdt x-y isindex keygen source track',
].flatMap((line) => line.split(' '));

const words = fc.constantFrom(
  'слова',
  ' ',
  '&nbsp;',
  '&lt;script&gt;top.name=1&lt;/script&gt;',
  '\u0000\uFFFE\u202E',
  '<!--[if gte mso 9]><xml><w:x onload=1/></xml><![endif]-->',
  '<!--StartFragment--><![if !supportLists]>·<![endif]>',
  '<![CDATA[<script>top.name=1</script>]]>',
  '@import "https://x.example/a.css"; p{background:url(https://x.example/b)}',
  'top.name=1',
  '</p></td></table></svg></style></script>',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;',
);

const { html } = fc.letrec<{ html: string; element: string }>((tie) => ({
  html: fc
    .array(fc.oneof({ maxDepth: 6 }, words, tie('element')), { maxLength: 4 })
    .map((pieces) => pieces.join('')),
  element: fc
    .tuple(
      fc.constantFrom(...names),
      fc.array(attribute, { maxLength: 3 }),
      tie('html'),
      fc.integer({ min: 0, max: 9 }),
    )
    // One of ten is left open, as broken pages do.
    .map(
      ([name, given, inside, open]) =>
        `<${name} ${given.join(' ')}>${inside}${open === 0 ? '' : `</${name}>`}`,
    ),
}));

/** HTML that tries to run, to ask for something, to name a file, or to break what reads it; some of it is broken itself. */
export const arbitraryHostileHtml: fc.Arbitrary<string> = html;
