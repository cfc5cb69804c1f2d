import { assertNever } from '../ipc/reply.ts';
import type { LookDesign } from './look.ts';

/** How a heading of one level looks; sizes and spaces in points. */
export type HeadingShape = {
  readonly sizePt: number;
  readonly beforePt: number;
  readonly afterPt: number;
  readonly tone: 'ink' | 'accent';
  /** A rule in the accent below it. */
  readonly rule: boolean;
  readonly capitals: boolean;
  readonly centred: boolean;
};

const base = { rule: false, capitals: false, centred: false } as const;

/** Headings of levels 1 to 3 in a look: one source for the page on the screen and the Word file. */
export function headingShapes(look: LookDesign): readonly [HeadingShape, HeadingShape, HeadingShape] {
  const body = look.bodySizePt;
  switch (look.headings) {
    case 'plain':
      return [
        { ...base, sizePt: body * 1.45, beforePt: 12, afterPt: 4, tone: 'ink' },
        { ...base, sizePt: body * 1.13, beforePt: 14, afterPt: 4, tone: 'accent' },
        { ...base, sizePt: body, beforePt: 10, afterPt: 3, tone: 'ink' },
      ];
    case 'ruled':
      return [
        { ...base, sizePt: body * 1.9, beforePt: 12, afterPt: 6, tone: 'accent' },
        { ...base, sizePt: body * 1.25, beforePt: 16, afterPt: 6, tone: 'accent', rule: true },
        { ...base, sizePt: body * 1.05, beforePt: 10, afterPt: 3, tone: 'ink' },
      ];
    case 'centred':
      return [
        {
          ...base,
          sizePt: body * 1.17,
          beforePt: 14,
          afterPt: 8,
          tone: 'ink',
          centred: true,
          capitals: true,
        },
        { ...base, sizePt: body, beforePt: 14, afterPt: 6, tone: 'ink', centred: true },
        { ...base, sizePt: body, beforePt: 10, afterPt: 4, tone: 'ink', centred: true },
      ];
    default:
      return assertNever(look.headings);
  }
}
