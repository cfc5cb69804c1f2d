import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposalFileName, proposalNumber } from './proposalNumber.ts';

describe('the number of a proposal', () => {
  it('fills the pattern', () => {
    expect(proposalNumber('{year}-{counter}', 2026, 41)).toBe('2026-041');
    expect(proposalNumber('КП-{counter}/{year}', 2026, 1234)).toBe('КП-1234/2026');
  });
});

describe('the name of an exported file', () => {
  const name = (accountName: string, overrides: object = {}): string =>
    proposalFileName({ language: 'ru', number: '2026-041', edition: 1, accountName, ...overrides });

  it.each([
    ['Ромашка', {}, 'КП_2026-041_Ромашка.docx'],
    ['Тихвинский «фарфор»', { edition: 2 }, 'КП_2026-041_Тихвинский_фарфор_ред2.docx'],
    ['Romashka', { language: 'en' }, 'Proposal_2026-041_Romashka.docx'],
    ['Romashka', { language: 'en', edition: 3 }, 'Proposal_2026-041_Romashka_rev3.docx'],
    ['CON', {}, 'КП_2026-041.docx'],
    ['a/b\\c:d', { number: 'КП 7/2026' }, 'КП_КП_7_2026_a_b_c_d.docx'],
    ['..\\..\\windows', {}, 'КП_2026-041_windows.docx'],
  ])('«%s» %o', (accountName, overrides, expected) => {
    expect(name(accountName, overrides)).toBe(expected);
  });

  it('is safe on Windows for any name of a client', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.integer({ min: 1, max: 99 }),
        (account, number, edition) => {
          const file = name(account, { number, edition });
          // oxlint-disable-next-line no-control-regex -- their absence is what is tested
          expect(file).not.toMatch(/[\u0000-\u001F<>:"/\\|?*]/);
          expect(file).toMatch(/^КП(.*[^. ])?\.docx$/s);
          expect(new TextEncoder().encode(file).length).toBeLessThan(255);
          expect(file.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
