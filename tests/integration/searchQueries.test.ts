import { expect, test } from 'vitest';
import { accountDraft, personDraft } from '../support/drafts.ts';
import { searchCases } from '../support/searchQueries.ts';
import { openTestExampleVault } from '../support/testVault.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';

const syllables = 'бар вел гор дан жил зар кам лит мор нев пор рад сол тал фер хим цен чар шум эко'.split(
  ' ',
);

/** Invented names among which those that are looked for must be found. */
function invented(at: number): string {
  const of = (step: number): string => syllables[(at * step + step) % syllables.length] ?? '';
  const name = of(7) + of(3) + of(11);
  return `${(name[0] ?? '').toUpperCase()}${name.slice(1)}${['строй', 'маш', 'торг'][at % 3] ?? ''}`;
}

test('three hundred queries find what was meant among the first three', async () => {
  expect(searchCases.length).toBeGreaterThanOrEqual(300);
  const vault = await openTestExampleVault('ru');
  try {
    const added = [...new Set(searchCases.map(({ kind, title }) => `${kind} ${title}`))].slice(-10);
    const names = added.filter((line) => line.startsWith('account ')).map((line) => line.slice(8));
    const requisites = emptyRequisites;
    for (const name of [...names, ...Array.from({ length: 80 }, (_value, at) => invented(at))])
      await vault.call('accounts.create', {
        draft: accountDraft({ name, requisites, industry: '', city: '' }),
      });
    const { rows } = await vault.call('accounts.list', { query: 'Ромашка' });
    const home = rows[0]?.id;
    if (home === undefined) throw new Error('The client that was made is not found');
    for (const line of added.filter((one) => one.startsWith('person '))) {
      const [, lastName = '', firstName = '', middleName = ''] = line.split(' ');
      const phone = lastName === 'Жуковский' ? '+7 916 123-45-67' : '';
      await vault.call('people.create', {
        draft: personDraft(home, { lastName, firstName, middleName, phone, position: '' }),
      });
    }
    const missed: string[] = [];
    for (const { kind, title, query } of searchCases) {
      const { hits } = await vault.call('search.everywhere', { query });
      const place = hits.findIndex(
        (hit) => hit.kind === kind && hit.title.replaceAll('\u00a0', ' ') === title,
      );
      if (place < 0 || place > 2)
        missed.push(
          `${query} → ${kind} ${title} at ${place}: ${hits
            .slice(0, 3)
            .map((hit) => `${hit.kind} ${hit.title}`)
            .join(', ')}`,
        );
    }
    // 97 % and more: what is missed is told, so that it can be judged.
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.floor(searchCases.length * 0.03));
  } finally {
    await vault.close();
  }
});
