import type { ParsedInputOf } from '../../shared/ipc/contract.ts';

type Frame = Extract<ParsedInputOf<'shell.pagesReady'>, { frame: unknown }>['frame'];
type Line = Frame['header'];
type Piece = Line['left'][number];

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Chromium fills the elements of these classes with the page's numbers. */
const counters = { page: 'pageNumber', pages: 'totalPages' } as const;

function pieces(all: readonly Piece[]): string {
  return all
    .map((piece) =>
      'text' in piece ? escaped(piece.text) : `<span class="${counters[piece.counter]}"></span>`,
    )
    .join('');
}

function lineTemplate(line: Line, frame: Frame, side: 'top' | 'bottom'): string {
  const { left, right } = frame.marginMm;
  const { left: atLeft, centre, right: atRight } = line;
  if (atLeft.length + centre.length + atRight.length === 0) return '<span></span>';
  // Numbers stand 10 mm from the edge, as in the Word file; less where the margin is smaller.
  const edge = Math.min(10, frame.marginMm[side] / 2);
  const rule = `border-${side === 'top' ? 'bottom' : 'top'}: 0.5pt solid #${line.rule}; padding-${side === 'top' ? 'bottom' : 'top'}: 3pt;`;
  const style =
    `box-sizing: border-box; width: 100%; margin: 0 ${right}mm 0 ${left}mm; position: relative; ${side}: ${edge}mm; ` +
    `display: flex; justify-content: ${centre.length > 0 ? 'center' : 'space-between'}; gap: 5mm; ` +
    `font: ${frame.sizePt}pt ${frame.font}; color: #${frame.ink}; white-space: nowrap; ${line.rule === null ? '' : rule}`;
  return (
    `<div style="${escaped(style)}"><span>${pieces(atLeft)}</span>` +
    `${centre.length > 0 ? `<span>${pieces(centre)}</span>` : ''}<span>${pieces(atRight)}</span></div>`
  );
}

/**
 * Header and footer of printed pages as Chromium takes them: markup made here from neutral pieces, every text escaped.
 * The first page has no header: its style sheet gives it no upper margin, and a header cut to that has no height.
 */
export function pageTemplates(frame: Frame): { headerTemplate: string; footerTemplate: string } {
  const plain = '#header, #footer { padding: 0 !important; } #header { overflow: hidden; }';
  return {
    headerTemplate: `<style>${plain}</style>${lineTemplate(frame.header, frame, 'top')}`,
    footerTemplate: lineTemplate(frame.footer, frame, 'bottom'),
  };
}
