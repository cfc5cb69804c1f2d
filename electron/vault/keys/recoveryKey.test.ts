import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRecoveryKey, parseRecoveryKey } from './recoveryKey.ts';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes));
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('every secret reads back from its key', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      expect(parseRecoveryKey(formatRecoveryKey(secret))).toEqual(secret);
    }),
  );
});

test('a key is seven groups of four', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      expect(formatRecoveryKey(secret)).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
    }),
  );
});

test('case, grouping and look-alikes of both alphabets do not matter', () => {
  const secret = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
  const key = formatRecoveryKey(secret);
  const byHand = key
    .toLowerCase()
    .replaceAll('-', ' ')
    .replaceAll('0', 'о')
    .replaceAll('1', 'l')
    .replaceAll('c', 'с');
  expect(byHand).not.toBe(key.toLowerCase().replaceAll('-', ' '));
  expect(parseRecoveryKey(`  ${byHand}\n`)).toEqual(secret);
});

test('any one wrong sign is found', () => {
  fc.assert(
    fc.property(secrets, fc.nat(27), fc.integer({ min: 1, max: 31 }), (secret, place, shift) => {
      const signs = [...formatRecoveryKey(secret).replaceAll('-', '')];
      signs[place] = alphabet.charAt((alphabet.indexOf(signs[place] ?? '') + shift) % 32);
      expect(() => parseRecoveryKey(signs.join(''))).toThrow(
        expect.objectContaining({ code: 'wrongRecoveryKey' }),
      );
    }),
    { numRuns: 1000 },
  );
});

test('any two swapped signs are found', () => {
  fc.assert(
    fc.property(secrets, fc.nat(27), fc.nat(27), (secret, one, other) => {
      const signs = [...formatRecoveryKey(secret).replaceAll('-', '')];
      const [first = '', second = ''] = [signs[one], signs[other]];
      fc.pre(first !== second);
      signs[one] = second;
      signs[other] = first;
      expect(() => parseRecoveryKey(signs.join(''))).toThrow(
        expect.objectContaining({ code: 'wrongRecoveryKey' }),
      );
    }),
    { numRuns: 1000 },
  );
});

test.each(['', 'слово', 'U'.repeat(28), '0'.repeat(27), '0'.repeat(29)])('«%s» is no key', (text) => {
  expect(() => parseRecoveryKey(text)).toThrow(expect.objectContaining({ code: 'wrongRecoveryKey' }));
});
