import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../ipc/reply.ts';
import type { BlockNode, DocumentRoot } from './nodes.ts';
import { typograph } from './typography.ts';
import { readDocument } from './upgradeDocument.ts';
import { findAll, findFirst, priceTableOf, sectionsOf, usedFields, walk } from './walk.ts';

const field = (key: 'account.name' | 'proposal.total'): BlockNode => ({
  type: 'paragraph',
  content: [{ type: 'mergeField', attrs: { key } }],
});
const section = (sectionId: string, content: BlockNode[]): BlockNode => ({
  type: 'section',
  attrs: { sectionId, role: null, personIds: [], outlineTitle: '' },
  content,
});
const root: DocumentRoot = {
  type: 'doc',
  content: [
    section('one', [field('proposal.total'), section('nested', [field('account.name')])]),
    { type: 'bulletList', content: [{ type: 'listItem', content: [field('proposal.total')] }] },
    { type: 'priceTable', attrs: { table: { currency: 'RUB', vatMode: 'included', items: [] } } },
    { type: 'priceTable', attrs: { table: { currency: 'USD', vatMode: 'included', items: [] } } },
  ],
};

describe('walking a document', () => {
  it('goes depth first and tells the parents', () => {
    const visited: string[] = [];
    walk(root, (node, parents) => visited.push(`${parents.map(({ type }) => type).join('>')}:${node.type}`));
    expect(visited.slice(0, 5)).toEqual([
      ':section',
      'section:paragraph',
      'section>paragraph:mergeField',
      'section:section',
      'section>section:paragraph',
    ]);
    expect(visited).toContain('bulletList>listItem>paragraph:mergeField');
  });

  it('leaves out what the visitor skips', () => {
    let fields = 0;
    walk(root, (node) => {
      if (node.type === 'mergeField') fields += 1;
      return node.type === 'section' ? 'skip' : undefined;
    });
    expect(fields).toBe(1);
  });

  it('finds sections of the outline, fields once each and the first price table', () => {
    expect(sectionsOf(root).map(({ attrs }) => attrs.sectionId)).toEqual(['one']);
    expect(usedFields(root)).toEqual(['proposal.total', 'account.name']);
    expect(priceTableOf(root)?.currency).toBe('RUB');
    expect(findAll(root, 'section')).toHaveLength(2);
    expect(findFirst(root, 'validity')).toBeNull();
  });
});

describe('reading a stored document', () => {
  const failure = (json: unknown): AppError => {
    try {
      readDocument(json);
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
    throw new Error('was read');
  };

  it('gives back what was stored', () => {
    const stored = { schemaVersion: 1, root };
    expect(readDocument(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });

  it('refuses a newer one, an unknown node and a dangerous link by name of the place, not by content', () => {
    expect(failure({ schemaVersion: 2, root: {} })).toMatchObject({
      code: 'documentNewer',
      details: { version: 2 },
    });
    const broken = {
      schemaVersion: 1,
      root: { type: 'doc', content: [{ type: 'video', attrs: { secret: 'пароль' } }] },
    };
    expect(failure(broken)).toMatchObject({
      code: 'documentInvalid',
      details: { path: 'root.content.0.type' },
    });
    expect(failure(broken).message).not.toContain('пароль');
    const link = { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'file:///c:/x' } }] };
    const linked = {
      schemaVersion: 1,
      root: { type: 'doc', content: [{ type: 'paragraph', content: [link] }] },
    };
    expect(failure(linked).code).toBe('documentInvalid');
  });

  it('refuses a document nested to exhaust the stack', () => {
    let bomb: unknown = { type: 'paragraph' };
    for (let depth = 0; depth < 50_000; depth += 1) bomb = { type: 'blockquote', content: [bomb] };
    expect(failure({ schemaVersion: 1, root: { type: 'doc', content: [bomb] } }).code).toBe(
      'documentInvalid',
    );
  });

  it('answers anything at all with a document or an AppError', () => {
    fc.assert(
      fc.property(fc.anything(), (json) => {
        expect(failure(json).code).toMatch(/^document/);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(failure({ schemaVersion: 1, root: json }).code).toBe('documentInvalid');
      }),
    );
  });
});

describe('typography', () => {
  const seen = (text: string): string => text.replaceAll('\u00A0', '~');

  it.each([
    ['ООО "Группа "Север"" - лидер', 'ООО «Группа „Север“»~— лидер'],
    ['«Группа "Север"»', '«Группа „Север“»'],
    ['"а" и "б"', '«а» и~«б»'],
    ['цех № 4, цех №5', 'цех №~4, цех №~5'],
    ['Иванов И. П. и И.П. Петров', 'Иванов~И.~П. и~И.~П.~Петров'],
    ['23 ноября 2026 г. в 10-12 ч', '23 ноября 2026~г. в~10–12~ч'],
    ['22% и 1 234,50 руб.', '22~% и~1 234,50~руб.'],
    ['КП 2026-041 от 23-11-2026, +7 813 000-40-20', 'КП 2026-041 от~23-11-2026, +7 813 000-40-20'],
    ['в и с ним', 'в~и~с~ним'],
    [
      'Пишите: a-b@c-d.example, "см. https://x.example/a-b?q=1-2"',
      'Пишите: a-b@c-d.example, «см. https://x.example/a-b?q=1-2"',
    ],
  ])('«%s»', (before, after) => {
    expect(seen(typograph(before, 'ru'))).toBe(after);
  });

  it('sets English by British habit', () => {
    expect(seen(typograph('He said "don\'t stop" - Mr Smith, 10-12 kg', 'en'))).toBe(
      'He said “don’t stop”~– Mr~Smith, 10–12~kg',
    );
    expect(typograph('"the "inner" word"', 'en')).toBe('“the ‘inner’ word”');
  });

  const pieces = fc.constantFrom(
    '"',
    ' - ',
    ' ',
    'в',
    'на',
    '№',
    '4',
    '5%',
    'Север',
    'И.',
    'П.',
    'Петров',
    'руб.',
    '10-12',
    '...',
    '«',
    '»',
    ',',
    'https://x.example',
    'кг',
    "'",
    'Mr',
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 14 }),
        fc.constantFrom('ru' as const, 'en' as const),
        (parts, language) => {
          const once = typograph(parts.join(''), language);
          expect(typograph(once, language)).toBe(once);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('keeps every letter and figure', () => {
    const letters = (text: string): string => text.replace(/[^\p{L}\d]/gu, '');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('ru' as const, 'en' as const),
        (text, language) => {
          expect(letters(typograph(text, language))).toBe(letters(text));
        },
      ),
    );
  });
});
