import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newAccount } from '../../shared/domain/newAccount.ts';
import { accountDraft, eventDraft, openDatedVault, personDraft, testToday } from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
beforeAll(async () => {
  vault = await openDatedVault();
});
afterAll(() => vault.close());

async function oldClient() {
  const { id: accountId } = await vault.call('accounts.create', { draft: accountDraft() });
  const { id } = await vault.call('people.create', {
    draft: personDraft(accountId, {
      phone: '+7 921 000-11-22',
      email: 'veresov@farfor.example',
      privateNotes: 'не любит звонков',
      criteria: [{ key: 'price', weightPercent: 60, note: '' }],
    }),
  });
  await vault.call('events.create', {
    draft: eventDraft(accountId, { title: 'Первая встреча', personIds: [id] }),
  });
  return { accountId, id };
}
const move = (
  id: Awaited<ReturnType<typeof oldClient>>['id'],
  to: Parameters<typeof vault.call<'people.move'>>[1]['to'],
) => vault.call('people.move', { id, to, movedOn: testToday, leadTitle: 'Познакомиться заново' });
const people = async (accountId: Awaited<ReturnType<typeof oldClient>>['accountId']) =>
  (await vault.call('people.list', { accountId })).people;

describe('a person who goes to another client', () => {
  it('takes along who they are and leaves what was there', async () => {
    const { accountId, id } = await oldClient();
    const made = await move(id, { draft: newAccount('Ладожский кварц') });
    expect(await people(accountId)).toEqual([]);
    expect(await people(made.accountId)).toMatchObject([
      {
        id: made.personId,
        lastName: 'Вересов',
        position: '',
        email: '',
        phone: '+7 921 000-11-22',
        privateNotes: 'не любит звонков',
        decisionRole: 'unknown',
        career: 'Тихвинский фарфор, Генеральный директор',
        criteria: [{ key: 'price' }],
      },
    ]);
    const { left } = await vault.call('people.moves', { accountId });
    expect(left).toMatchObject([{ personId: id, toAccountName: 'Ладожский кварц', movedOn: testToday }]);
    const { came } = await vault.call('people.moves', { accountId: made.accountId });
    expect(came).toMatchObject([{ personId: made.personId, events: [{ title: 'Первая встреча' }] }]);
    const { followUps } = await vault.call('followUps.list', { accountId: made.accountId });
    expect(followUps).toMatchObject([{ title: 'Познакомиться заново', personId: made.personId }]);
  });

  it('comes back when the move is taken back', async () => {
    const { accountId, id } = await oldClient();
    const made = await move(id, { draft: newAccount('Ошибка') });
    await vault.call('people.undoMove', { personId: made.personId, madeAccountId: made.accountId });
    expect((await people(accountId)).map((person) => person.id)).toEqual([id]);
    expect((await vault.call('people.moves', { accountId })).left).toEqual([]);
    await expectCode(vault.call('accounts.overview', { id: made.accountId }), 'notFound');
    await expectCode(
      vault.call('people.undoMove', { personId: made.personId, madeAccountId: null }),
      'notFound',
    );
  });

  it('cannot go where they are', async () => {
    const { accountId, id } = await oldClient();
    await expectCode(move(id, { accountId }), 'invalidInput');
    expect(await people(accountId)).toHaveLength(1);
  });
});
