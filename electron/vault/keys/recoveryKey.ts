import { randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/ipc/reply.ts';

/** Crockford's base32: no I, L, O, U, so that a hand-written key reads back. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const dataSigns = 26;
const allSigns = 28;
const groupLength = 4;

/** What people write or type instead, Cyrillic look-alikes included. */
const lookAlikes: Readonly<Record<string, string>> = {
  I: '1',
  L: '1',
  O: '0',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: '0',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
};

// Arithmetic of GF(32), x^5 + x^2 + 1: two check signs of a Reed–Solomon code find any one or two wrong signs,
// hence every typo and every swap.
function timesAlpha(value: number): number {
  const doubled = value << 1;
  return doubled >= 32 ? (doubled ^ 0b100101) & 31 : doubled;
}

/** Remainders of the code word at alpha^0 and alpha^1; both are 0 for a right key. */
function syndromes(signs: readonly number[]): readonly [number, number] {
  let sum = 0;
  let weighted = 0;
  for (const sign of signs) {
    sum ^= sign;
    weighted = timesAlpha(weighted) ^ sign;
  }
  return [sum, weighted];
}

function checkSignsFor(data: readonly number[]): readonly [number, number] {
  for (let first = 0; first < 32; first += 1) {
    for (let second = 0; second < 32; second += 1) {
      const [sum, weighted] = syndromes([...data, first, second]);
      if (sum === 0 && weighted === 0) return [first, second];
    }
  }
  throw new Error('The code always has a pair of check signs');
}

/** 16 random bytes. */
export function newRecoverySecret(): Buffer {
  return randomBytes(16);
}

/** «4K7T-…»: 26 signs of the secret and 2 check signs, in seven groups of four. */
export function formatRecoveryKey(secret: Buffer): string {
  let value = BigInt(`0x${secret.toString('hex')}`);
  const data: number[] = [];
  for (let place = 0; place < dataSigns; place += 1) {
    data.unshift(Number(value & 31n));
    value >>= 5n;
  }
  const signs = [...data, ...checkSignsFor(data)].map((sign) => alphabet.charAt(sign)).join('');
  return signs.match(new RegExp(`.{${groupLength}}`, 'g'))?.join('-') ?? signs;
}

/** Reads what {@link formatRecoveryKey} wrote, in any case and grouping. Throws wrongRecoveryKey on any typo. */
export function parseRecoveryKey(text: string): Buffer {
  const signs = [...text.normalize('NFKC').toUpperCase()]
    .filter((sign) => !/[\s\-–—]/u.test(sign))
    .map((sign) => alphabet.indexOf(lookAlikes[sign] ?? sign));
  const [sum, weighted] = syndromes(signs.filter((sign) => sign >= 0));
  if (signs.length !== allSigns || signs.includes(-1) || sum !== 0 || weighted !== 0) {
    throw new AppError('wrongRecoveryKey', 'the check signs do not fit');
  }
  const value = signs.slice(0, dataSigns).reduce((total, sign) => (total << 5n) | BigInt(sign), 0n);
  // 26 signs hold 130 bits; a key of ours leaves the top two empty.
  if (value >> 128n !== 0n) throw new AppError('wrongRecoveryKey', 'not a key of ours');
  return Buffer.from(value.toString(16).padStart(32, '0'), 'hex');
}
