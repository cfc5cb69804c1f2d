import { describe, expect, test } from 'vitest';
import { commandOfKey } from './commandOfKey.ts';

const press = (code: string, held: readonly ('ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey')[] = []) =>
  commandOfKey({
    code,
    ctrlKey: held.includes('ctrlKey'),
    metaKey: held.includes('metaKey'),
    shiftKey: held.includes('shiftKey'),
    altKey: held.includes('altKey'),
  });

describe('keys of the window', () => {
  test('are known by their place on the keyboard, so that the Russian layout works', () => {
    expect(press('KeyK', ['ctrlKey'])).toBe('search');
    expect(press('KeyK', ['metaKey'])).toBe('search');
    expect(press('KeyL', ['ctrlKey', 'shiftKey'])).toBe('lock');
    expect(press('ArrowLeft', ['altKey'])).toBe('back');
    expect(press('F8')).toBe('showMode');
    expect(press('Digit2', ['ctrlKey'])).toEqual({ at: 'clients' });
  });

  test('leave typing and the editor alone', () => {
    expect(press('KeyK')).toBeNull();
    expect(press('KeyL', ['ctrlKey'])).toBeNull();
    expect(press('Digit1', ['ctrlKey', 'altKey'])).toBeNull();
    expect(press('ArrowLeft', ['altKey', 'shiftKey'])).toBeNull();
    expect(press('KeyB', ['ctrlKey'])).toBeNull();
  });
});
