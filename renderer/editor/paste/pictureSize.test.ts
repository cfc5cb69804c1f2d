import { expect, test } from 'vitest';
import { readPictureFacts } from './pictureSize.ts';

const bytes = (...parts: readonly (number | readonly number[])[]) => new Uint8Array(parts.flat());
const png = bytes(
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0, 0, 0, 13],
  [0x49, 0x48, 0x44, 0x52],
  [0, 0, 2, 0x80],
  [0, 0, 1, 0xe0],
);
const jpeg = bytes(
  [0xff, 0xd8],
  [0xff, 0xe0, 0, 4, 1, 2],
  [0xff, 0xc4, 0, 3, 9],
  [0xff, 0xc2, 0, 11, 8, 1, 0xe0, 2, 0x80, 3, 0],
);

test('kind and size are read from the first bytes', () => {
  expect(readPictureFacts(png)).toEqual({ mime: 'image/png', widthPx: 640, heightPx: 480 });
  expect(readPictureFacts(jpeg)).toEqual({ mime: 'image/jpeg', widthPx: 640, heightPx: 480 });
});

test('other and broken files are none', () => {
  expect(readPictureFacts(bytes(0x47, 0x49, 0x46))).toBeNull();
  expect(readPictureFacts(png.slice(0, 20))).toBeNull();
  expect(readPictureFacts(jpeg.slice(0, 8))).toBeNull();
  expect(readPictureFacts(new Uint8Array())).toBeNull();
});
