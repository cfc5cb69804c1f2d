import type { DocumentLook } from '../../../shared/domain/company.ts';
import { inkOn } from '../../../shared/domain/inkOn.ts';
import { assertNever } from '../../../shared/ipc/reply.ts';
import { paletteOf } from './palette.ts';
import { borderXml } from './tableXml.ts';

/** How a look draws tables: what stands in the table styles and what each cell must say itself. */
export type TablePaint = {
  /** `w:tblBorders` of tables, with a head or without one. */
  readonly table: string;
  /** Borders of the head's last row, of a grand total. */
  readonly head: string;
  readonly grand: string;
  /** Behind header cells and behind a grand total; null = paper. */
  readonly headFill: string | null;
  readonly grandFill: string | null;
  /** Letters of header cells. */
  readonly headInk: string;
  /** Whether the outer columns meet the edges of the text: they must not where a fill or a border stands there. */
  readonly flush: boolean;
};

/** The table paint of a look. */
export function tablePaintOf(look: DocumentLook): TablePaint {
  const { accent, accentTint, ink, line } = paletteOf(look);
  const borders = (sides: readonly string[], color: string) =>
    sides.map((side) => borderXml(side, 4, color)).join('');
  const all = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  switch (look.tables) {
    case 'rules':
      return {
        table: borders(['bottom', 'insideH'], line),
        head: borderXml('bottom', 8, accent),
        grand: borderXml('top', 8, accent),
        headFill: null,
        grandFill: null,
        headInk: ink,
        flush: true,
      };
    case 'shaded':
      return {
        table: borders(['bottom', 'insideH'], line),
        head: borderXml('bottom', 4, accent),
        grand: borderXml('top', 8, accent),
        headFill: accent,
        grandFill: accentTint,
        headInk: inkOn(accent),
        flush: false,
      };
    case 'grid':
      return {
        table: borders(all, ink),
        head: '',
        grand: '',
        headFill: null,
        grandFill: null,
        headInk: ink,
        flush: false,
      };
    default:
      return assertNever(look.tables);
  }
}
