import { expect, test } from 'vitest';
import { railState } from './frame.ts';

test('the rail folds by itself below 1360 and for the editor, and by hand elsewhere', () => {
  expect(railState({ chosen: false, widthPx: 1359, at: 'clients' })).toEqual({
    folded: true,
    canToggle: false,
  });
  expect(railState({ chosen: false, widthPx: 1360, at: 'clients' })).toEqual({
    folded: false,
    canToggle: true,
  });
  expect(railState({ chosen: true, widthPx: 1920, at: 'clients' })).toEqual({
    folded: true,
    canToggle: true,
  });
  expect(railState({ chosen: false, widthPx: 1920, at: 'proposal' })).toEqual({
    folded: true,
    canToggle: false,
  });
});
