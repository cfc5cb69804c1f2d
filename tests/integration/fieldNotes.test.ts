import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyProfile } from '../../shared/domain/account.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';
import {
  accountDraft,
  day,
  openDatedVault,
  personDraft,
  proposalInput,
  testToday,
} from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

// One vault over the file: each test has a client of its own.
let vault: Awaited<ReturnType<typeof openDatedVault>>;
beforeAll(async () => {
  vault = await openDatedVault();
});
afterAll(() => vault.close());

const needs = 'Сухой воздух для четвёртого цеха и запас по расходу двадцать процентов';
const withNeeds = (text: string) =>
  accountDraft({
    profile: { ...emptyProfile, needs: text },
    requisites: { ...emptyRequisites, fullName: 'АО «Лён»' },
  });
const notesOf = async (id: AccountId) =>
  (await vault.call('accounts.fieldNotes', { id })).notes.map(({ field, value, certainty, source }) =>
    [field, value, certainty, source].join(' | '),
  );
const guess = (forPapers: boolean) =>
  ({ certainty: 'guessed', source: 'слухи', notedOn: testToday, forPapers }) as const;

describe('how a fact of the dossier is known', () => {
  it('keeps what stood in a field, with its source', async () => {
    const { id } = await vault.call('accounts.create', { draft: withNeeds('Компрессор') });
    await vault.call('accounts.save', { id, baseRevision: 1, draft: withNeeds('Станция') });
    await vault.call('accounts.noteField', {
      id,
      field: 'needs',
      note: { certainty: 'heard', source: 'от механика', notedOn: day('2026-11-20'), forPapers: false },
    });
    await vault.call('accounts.save', { id, baseRevision: 2, draft: withNeeds('') });
    expect(await notesOf(id)).toEqual([
      'needs |  | confirmed | ',
      'needs | Станция | heard | от механика',
      'needs | Компрессор | confirmed | ',
    ]);
    await expectCode(
      vault.call('accounts.noteField', { id, field: 'needs', note: guess(false) }),
      'invalidInput',
    );
  });

  it('puts a guess back as the guess it was', async () => {
    const { id } = await vault.call('accounts.create', { draft: withNeeds('Компрессор') });
    await vault.call('accounts.noteField', { id, field: 'needs', note: guess(true) });
    await vault.call('accounts.save', { id, baseRevision: 1, draft: withNeeds('Станция') });
    await vault.call('accounts.save', {
      id,
      baseRevision: 2,
      draft: withNeeds('Компрессор'),
      putsBack: true,
    });
    expect(await notesOf(id)).toEqual([
      'needs | Компрессор | guessed | слухи',
      'needs | Станция | confirmed | ',
      'needs | Компрессор | guessed | слухи',
    ]);
    const { notes } = await vault.call('accounts.fieldNotes', { id });
    expect(notes[0]).toMatchObject({ notedOn: testToday, forPapers: true });
    // What is typed anew is told anew, though it is the same.
    await vault.call('accounts.save', { id, baseRevision: 3, draft: withNeeds('Станция') });
    await vault.call('accounts.save', { id, baseRevision: 4, draft: withNeeds('Компрессор') });
    expect((await notesOf(id))[0]).toBe('needs | Компрессор | confirmed | ');
  });

  it('leaves a guess a guess where a slip of the finger is mended', async () => {
    const { id } = await vault.call('accounts.create', { draft: withNeeds('Компресор на 4 цеха') });
    await vault.call('accounts.noteField', { id, field: 'needs', note: guess(false) });
    const save = async (baseRevision: number, text: string) => {
      await vault.call('accounts.save', { id, baseRevision, draft: withNeeds(text) });
      return (await notesOf(id))[0];
    };
    expect(await save(1, 'Компрессор на 4 цеха.')).toBe('needs | Компрессор на 4 цеха. | guessed | слухи');
    expect(await save(2, 'Компрессор на 5 цехов')).toBe('needs | Компрессор на 5 цехов | confirmed | ');
  });

  it('leaves a save that changes no fact without a note', async () => {
    const { id } = await vault.call('accounts.create', { draft: withNeeds('Станция') });
    await vault.call('accounts.save', {
      id,
      baseRevision: 1,
      draft: { ...withNeeds('Станция'), nextStep: 'Звонок' },
    });
    expect(await notesOf(id)).toEqual([]);
  });

  it('keeps a guess out of documents until it is allowed', async () => {
    const { id: accountId } = await vault.call('accounts.create', { draft: withNeeds(needs) });
    const { id: readerId } = await vault.call('people.create', { draft: personDraft(accountId) });
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    const printed = async () => (await vault.call('proposals.get', { id })).context.account.needs;
    expect(await printed()).toBe(needs);
    await vault.call('accounts.noteField', { id: accountId, field: 'needs', note: guess(false) });
    expect(await printed()).toBe('');
    await vault.call('accounts.noteField', { id: accountId, field: 'needs', note: guess(true) });
    expect(await printed()).toBe(needs);
  });

  it('finds a guess written into a proposal by hand', async () => {
    const { id: accountId } = await vault.call('accounts.create', { draft: withNeeds(needs) });
    const { id: readerId } = await vault.call('people.create', { draft: personDraft(accountId) });
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    const { proposal } = await vault.call('proposals.get', { id });
    const { document } = proposal;
    await vault.call('proposals.saveDocument', {
      id,
      baseRevision: proposal.revision,
      document: {
        ...document,
        root: {
          ...document.root,
          content: [
            ...document.root.content,
            { type: 'paragraph', content: [{ type: 'text', text: `${needs}.` }] },
          ],
        },
      },
    });
    const guesses = async () =>
      (await vault.call('proposals.check', { id })).findings.filter(({ kind }) => kind === 'guessedFact');
    expect(await guesses()).toEqual([]);
    await vault.call('accounts.noteField', { id: accountId, field: 'needs', note: guess(false) });
    expect(await guesses()).toHaveLength(1);
  });
});
