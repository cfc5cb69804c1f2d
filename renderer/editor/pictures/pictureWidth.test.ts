import { describe, expect, test } from 'vitest';
import { draggedWidth } from './pictureView.ts';
import { percentOfText, pictureOfPercent, textWidthPx } from './pictureWidth.ts';

const margins = { top: 20, right: 20, bottom: 20, left: 20 };

describe('width of a picture', () => {
  test('in percent of the text between the margins', () => {
    expect(Math.round(textWidthPx(margins))).toBe(643);
    expect(percentOfText(321, margins)).toBe(50);
    expect(percentOfText(null, margins)).toBe(100);
    expect(pictureOfPercent(50, { width: 640, height: 320 }, margins)).toEqual({ width: 321, height: 161 });
    expect(pictureOfPercent(250, { width: 640, height: null }, margins)).toEqual({
      width: 643,
      height: null,
    });
  });

  test('by the handle, at the page’s zoom, never out of its place', () => {
    expect(draggedWidth(300, 50, 1, 640)).toBe(350);
    expect(draggedWidth(300, 50, 0.5, 640)).toBe(400);
    expect(draggedWidth(300, 900, 1, 640)).toBe(640);
    expect(draggedWidth(300, -900, 1, 640)).toBe(24);
  });
});
