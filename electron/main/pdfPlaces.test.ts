import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesOfPlaces } from './pdfPlaces.ts';

/** A file of objects as Chromium writes it: without the pages' contents, with a table of offsets. */
function pdfOf(objects: Readonly<Record<number, string>>): Buffer {
  const count = Math.max(...Object.keys(objects).map(Number)) + 1;
  let body = '%PDF-1.4\n';
  const lines = ['0000000000 65535 f \n'];
  for (let at = 1; at < count; at++) {
    lines.push(
      objects[at] === undefined
        ? '0000000000 00001 f \n'
        : `${String(body.length).padStart(10, '0')} 00000 n \n`,
    );
    if (objects[at] !== undefined) body += `${at} 0 obj\n${objects[at]}\nendobj\n`;
  }
  return Buffer.from(
    `${body}xref\n0 ${count}\n${lines.join('')}trailer\n<</Size ${count}\n/Root 9 0 R>>\nstartxref\n${body.length}\n%%EOF`,
    'latin1',
  );
}

const sample = {
  // A stream may hold anything, also what looks like an object.
  1: '<</Length 40>> stream\n9 0 obj\n<</Dests 1 0 R>>\nendstream',
  2: '<</Type /Page\n/Parent 6 0 R>>',
  3: '<</Type /Page\n/Parent 6 0 R>>',
  5: '<</Type /Page\n/Parent 7 0 R>>',
  6: '<</Type /Pages\n/Kids [3 0 R 2 0 R]\n/Parent 7 0 R>>',
  7: '<</Type /Pages\n/Count 3\n/Kids [6 0 R 5 0 R]>>',
  8: '<</heading-0 [3 0 R /XYZ 6 807.63 0]\n/heading-12 [5 0 R /XYZ 6 585.63 0]\n/other [2 0 R /XYZ 6 1 0]>>',
  9: '<</Type /Catalog\n/Pages 7 0 R\n/Dests 8 0 R\n/Lang (ru)>>',
};

test('a place is on the page that the tree of pages counts, whatever number its object has', () => {
  expect(Object.fromEntries(pagesOfPlaces(pdfOf(sample)))).toEqual({
    'heading-0': 1,
    'heading-12': 3,
    other: 2,
  });
});

test('a file without places, of another kind, cut or changed says nothing wrong and never fails', () => {
  expect(pagesOfPlaces(pdfOf({ ...sample, 9: '<</Type /Catalog\n/Pages 7 0 R>>' })).size).toBe(0);
  expect(pagesOfPlaces(pdfOf({ ...sample, 7: '<</Type /Pages\n/Kids [7 0 R]>>' })).size).toBe(0);
  expect(pagesOfPlaces(Buffer.from('not a PDF')).size).toBe(0);
  const whole = pdfOf(sample);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), (length) => {
      expect(pagesOfPlaces(whole.subarray(0, length)).size).toBe(0);
    }),
  );
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const changed = Buffer.from(whole);
      changed[at] = byte;
      for (const page of pagesOfPlaces(changed).values()) expect(page).toBeLessThanOrEqual(3);
    }),
  );
});
