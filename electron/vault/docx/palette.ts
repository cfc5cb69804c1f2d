import type { DocumentLook } from '../../../shared/domain/company.ts';

/** Colours of a document, six hex digits; all but the accent follow from it or are fixed greys. */
export type Palette = {
  readonly accent: string;
  /** A breath of the accent, behind a callout. */
  readonly accentTint: string;
  /** A warning's colour and the breath of it behind its text. */
  readonly attention: string;
  readonly attentionTint: string;
  /** A light grey behind cells. */
  readonly greyTint: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly link: string;
  /** Behind a field that has no value. */
  readonly hole: string;
  /** Behind highlighted text that names no colour. */
  readonly marker: string;
};

function channels(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** A colour laid over white; `share` 0 = white, 1 = the colour itself. */
function tint(hex: string, share: number): string {
  return channels(hex)
    .map((channel) => Math.round(255 - (255 - channel) * share))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

export function paletteOf(look: DocumentLook): Palette {
  const accent = look.accent.toUpperCase();
  return {
    accent,
    accentTint: tint(accent, 0.06),
    attention: 'A85B00',
    attentionTint: 'FDF3E4',
    greyTint: 'F1F0EE',
    ink: '1A1A1A',
    muted: '5F5F5F',
    line: 'CFCFCF',
    link: '1F4FA3',
    hole: 'FBE3E1',
    marker: 'FFF2A8',
  };
}
