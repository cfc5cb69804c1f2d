import { expect, it } from 'vitest';
import {
  accountDraft,
  addClientWithReader,
  openDatedVault,
  personDraft,
  proposalInput,
  tenderDraft,
} from '../support/drafts.ts';

// What is typed above the lists of tenders and of proposals is compared as everywhere: without case and «ё».

it('finds «Ёлка» by «елка» in tenders and in proposals, by the client and by the title', async () => {
  const vault = await openDatedVault();
  try {
    const { id: byName } = await vault.call('accounts.create', {
      draft: accountDraft({ name: 'Ёлка и сыновья', requisites: { ...accountDraft().requisites, inn: '' } }),
    });
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id: readerByName } = await vault.call('people.create', { draft: personDraft(byName) });
    for (const [client, reader, title] of [
      [byName, readerByName, 'Насосы'],
      [accountId, readerId, 'Гирлянды для новогодней\u00a0ёлки'],
      [accountId, readerId, 'Компрессоры'],
    ] as const) {
      await vault.call('tenders.create', { draft: tenderDraft(client, { title }) });
      await vault.call('proposals.create', proposalInput(client, [reader], { title }));
    }
    const tenders = async (query: string) => {
      const { coming } = await vault.call('tenders.page', { filter: 'all', query, limit: 200 });
      return coming.rows.map(({ title }) => title).toSorted();
    };
    const proposals = async (query: string) => {
      const { rows, found } = await vault.call('proposals.page', { view: 'all', query, limit: 200 });
      expect(rows).toHaveLength(found);
      return rows.map(({ title }) => title).toSorted();
    };
    for (const list of [tenders, proposals]) {
      const both = ['Гирлянды для новогодней\u00a0ёлки', 'Насосы'];
      for (const query of ['елк', ' ЁЛК ', 'ёлк']) expect(await list(query)).toEqual(both);
      expect(await list('елка  и')).toEqual(['Насосы']);
      expect(await list('новогодней ЕЛКИ')).toEqual([both[0]]);
      expect(await list('ёлочка')).toEqual([]);
      expect(await list('  ')).toHaveLength(3);
    }
  } finally {
    await vault.close();
  }
});
