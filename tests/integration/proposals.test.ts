import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProposalDocument } from '../../shared/document/nodes.ts';
import { findFirst, sectionsOf } from '../../shared/document/walk.ts';
import type { AccountId, PersonId, ProposalId } from '../../shared/domain/ids.ts';
import { TemplateId } from '../../shared/domain/ids.ts';
import type { ReaderRole } from '../../shared/domain/person.ts';
import { ProposalHeader } from '../../shared/domain/proposal.ts';
import {
  accountDraft,
  addClientWithReader,
  day,
  openDatedVault,
  personDraft,
  proposalInput,
  referenceDraft,
  tenderDraft,
  testToday,
} from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
beforeEach(async () => {
  vault = await openDatedVault();
});
afterEach(() => vault.close());

const get = (id: ProposalId) => vault.call('proposals.get', { id });
const withText = (text: string): ProposalDocument => ({
  schemaVersion: 1,
  root: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});

async function addReaders(accountId: AccountId, roles: readonly [ReaderRole, number][]): Promise<PersonId[]> {
  const ids: PersonId[] = [];
  for (const [at, [readerRole, influence]] of roles.entries()) {
    const { id } = await vault.call('people.create', {
      draft: personDraft(accountId, {
        readerRole,
        influence,
        lastName: `Петров${at}`,
        privateNotes: 'тайное слово',
        psychotype: 'driver',
      }),
    });
    ids.push(id);
  }
  return ids;
}

describe('composing', () => {
  it('writes a section for each of the four roles, the weightiest reader first', async () => {
    const { id: accountId } = await vault.call('accounts.create', { draft: accountDraft() });
    const readers = await addReaders(accountId, [
      ['technical', 4],
      ['hr', 1],
      ['finance', 3],
      ['ceo', 5],
    ]);
    const { id: tenderId } = await vault.call('tenders.create', { draft: tenderDraft(accountId) });
    const { id, number } = await vault.call(
      'proposals.create',
      proposalInput(accountId, readers, { tenderId }),
    );
    expect(number).toBe('2026-001');
    const { proposal, context } = await get(id);
    const roles = sectionsOf(proposal.document.root).flatMap(({ attrs }) => attrs.role ?? []);
    expect(roles).toEqual(['ceo', 'technical', 'finance', 'hr']);
    expect(proposal.readerIds).toEqual([readers[3], readers[0], readers[2], readers[1]]);
    expect(proposal).toMatchObject({
      status: 'draft',
      edition: 1,
      revision: 1,
      documentDate: testToday,
      addresseeId: readers[3],
    });
    expect(findFirst(proposal.document.root, 'validity')).not.toBeNull();
    expect(context.readers.map(({ role }) => role)).toEqual(['ceo', 'technical', 'finance', 'hr']);
    expect(context.tender).toMatchObject({ id: tenderId });
    // Nothing private reaches the document or what it is drawn from.
    expect(JSON.stringify({ proposal, context })).not.toContain('тайное слово');
  });

  it('offers references with their consent to the HR director', async () => {
    const { id: accountId } = await vault.call('accounts.create', { draft: accountDraft() });
    const [hr] = await addReaders(accountId, [['hr', 3]]);
    const { id: consented } = await vault.call('references.create', { draft: referenceDraft() });
    const { id: refused } = await vault.call('references.create', {
      draft: referenceDraft({ companyName: 'Без согласия', consentFrom: null }),
    });
    const { id } = await vault.call(
      'proposals.create',
      proposalInput(accountId, hr === undefined ? [] : [hr]),
    );
    const references = findFirst((await get(id)).proposal.document.root, 'references');
    expect(references?.attrs.referenceIds).toContain(consented);
    expect(references?.attrs.referenceIds).not.toContain(refused);
  });

  it('refuses a validity that is over or reversed, foreign readers and unknown templates', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const other = await addClientWithReader(vault);
    const create = (input: Parameters<typeof vault.call<'proposals.create'>>[1]) =>
      vault.call('proposals.create', input);
    await expectCode(
      create(proposalInput(accountId, [readerId], { validUntil: '2026-11-01', validFrom: '2026-11-02' })),
      'validityReversed',
    );
    await expectCode(
      create(proposalInput(accountId, [readerId], { validFrom: '2026-11-01', validUntil: '2026-11-22' })),
      'validityPast',
    );
    await expectCode(create(proposalInput(accountId, [other.readerId])), 'notFound');
    await expectCode(
      create({ ...proposalInput(accountId, [readerId]), templateId: TemplateId.parse('no-such') }),
      'notFound',
    );
    await expectCode(create(proposalInput(accountId, [])), 'invalidInput');
    // The last day still counts, and no number was spent on what failed.
    const { number } = await create(proposalInput(accountId, [readerId], { validUntil: testToday }));
    expect(number).toBe('2026-001');
  });

  it('takes a reader without a name', async () => {
    const { id: accountId } = await vault.call('accounts.create', { draft: accountDraft() });
    const { id: nameless } = await vault.call('people.create', {
      draft: personDraft(accountId, { lastName: '', firstName: '', middleName: '' }),
    });
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [nameless]));
    expect((await get(id)).context.readers).toMatchObject([{ personId: nameless, lastName: '' }]);
    expect((await vault.call('proposals.list', { accountId })).rows).toHaveLength(1);
  });
});

describe('numbers', () => {
  it('are never given twice, deleted proposals and years included', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const given: string[] = [];
    const create = async () => {
      const { id, number } = await vault.call(
        'proposals.create',
        proposalInput(accountId, [readerId], { validUntil: '2028-01-01' }),
      );
      given.push(number);
      return id;
    };
    const first = await create();
    await create();
    await vault.call('proposals.delete', { id: first });
    await create();
    vault.setDay('2027-01-11');
    await create();
    vault.setDay('2026-12-30');
    await create();
    expect(given).toEqual(['2026-001', '2026-002', '2026-003', '2027-001', '2026-004']);
  });

  it('stay different whatever the pattern, in any order of creating and deleting', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const given = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            pattern: fc.constantFrom('{year}-{counter}', '{counter}', 'КП', '{year}'),
            deletes: fc.boolean(),
          }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        async (steps) => {
          for (const { pattern, deletes } of steps) {
            const { company } = await vault.call('company.get', {});
            await vault.call('company.save', { company: { ...company, numberPattern: pattern } });
            const { id, number } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
            expect(given.has(number)).toBe(false);
            given.add(number);
            if (deletes) await vault.call('proposals.delete', { id });
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('saving', () => {
  it('takes a document over its revision and no other', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    expect(
      await vault.call('proposals.saveDocument', { id, baseRevision: 1, document: withText('второй') }),
    ).toEqual({ revision: 2 });
    const late = await vault.reply('proposals.saveDocument', {
      id,
      baseRevision: 1,
      document: withText('поздний'),
    });
    expect(late).toEqual({ ok: false, code: 'staleRevision', details: { revision: 2 } });
    const { proposal } = await get(id);
    expect(proposal.document).toEqual(withText('второй'));
    // Without a price table there is no total to list.
    expect((await vault.call('proposals.list', { accountId })).rows).toMatchObject([{ totalMinor: null }]);
  });

  it('sums the price table for the list', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    const item = {
      id: '1',
      group: '',
      title: 'Станция',
      note: '',
      unit: 'шт.',
      quantityMilli: 2000,
      priceMinor: 50_000,
      discountBp: 0,
      vatRate: 22 as const,
    };
    const table = { currency: 'EUR' as const, vatMode: 'included' as const, items: [item] };
    const document: ProposalDocument = {
      schemaVersion: 1,
      root: { type: 'doc', content: [{ type: 'priceTable', attrs: { table } }] },
    };
    await vault.call('proposals.saveDocument', { id, baseRevision: 1, document });
    expect((await vault.call('proposals.list', { accountId: null })).rows).toMatchObject([
      { totalMinor: 100_000, currency: 'EUR' },
    ]);
  });

  it('refuses a document with an unknown node and keeps the old one', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    const before = (await get(id)).proposal.document;
    const document = { schemaVersion: 1, root: { type: 'doc', content: [{ type: 'script' }] } };
    expect(await vault.reply('proposals.saveDocument', { id, baseRevision: 1, document })).toMatchObject({
      ok: false,
      code: 'invalidInput',
    });
    expect((await get(id)).proposal.document).toEqual(before);
  });

  it('saves the header; an old validity is judged only when it changes', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    vault.setDay('2027-03-01');
    const header = ProposalHeader.parse((await get(id)).proposal);
    await vault.call('proposals.saveHeader', {
      id,
      baseRevision: 1,
      header: { ...header, title: 'Другое имя' },
    });
    const reversed = { validFrom: day('2027-03-05'), validUntil: day('2027-03-04') };
    const past = { validFrom: day('2027-02-01'), validUntil: day('2027-02-28') };
    await expectCode(
      vault.call('proposals.saveHeader', { id, baseRevision: 2, header: { ...header, validity: reversed } }),
      'validityReversed',
    );
    await expectCode(
      vault.call('proposals.saveHeader', { id, baseRevision: 2, header: { ...header, validity: past } }),
      'validityPast',
    );
    await expectCode(vault.call('proposals.saveHeader', { id, baseRevision: 1, header }), 'staleRevision');
    expect((await get(id)).proposal).toMatchObject({ title: 'Другое имя', revision: 2 });
  });

  it('deletes and restores', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    await vault.call('proposals.delete', { id });
    await expectCode(get(id), 'notFound');
    await expectCode(
      vault.call('proposals.saveDocument', { id, baseRevision: 1, document: withText('') }),
      'invalidInput',
    );
    await expectCode(
      vault.call('proposals.saveDocument', { id, baseRevision: 1, document: withText('х') }),
      'notFound',
    );
    await vault.call('proposals.restore', { id });
    expect((await get(id)).proposal.revision).toBe(1);
  });

  it('stays readable and listed when its client or a reader is deleted', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    await vault.call('people.delete', { id: readerId });
    expect((await get(id)).context.readers).toMatchObject([{ personId: readerId }]);
    await vault.call('accounts.delete', { id: accountId });
    expect((await get(id)).context.account).toMatchObject({ deleted: true, name: 'Тихвинский фарфор' });
    expect((await vault.call('proposals.list', { accountId: null })).rows).toMatchObject([
      { id, accountName: 'Тихвинский фарфор' },
    ]);
    expect(
      (await vault.call('proposals.saveDocument', { id, baseRevision: 1, document: withText('цело') }))
        .revision,
    ).toBe(2);
    await expectCode(vault.call('proposals.create', proposalInput(accountId, [readerId])), 'accountDeleted');
  });
});

describe('status and kept copies', () => {
  it('dates the follow-up when a proposal is sent, and closes it when the answer is known', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    vault.setDay('2026-11-27');
    await vault.call('proposals.setStatus', { id, status: 'sent' });
    const tasks = async () => (await vault.call('followUps.list', { accountId })).followUps;
    expect((await tasks()).map(({ kind, dueOn, doneOn }) => [kind, dueOn, doneOn])).toEqual([
      ['checkReceipt', '2026-11-30', null],
      ['askNextSteps', '2026-12-02', null],
      ['askUrgency', '2026-12-04', null],
      ['agreeInterim', '2026-12-11', null],
    ]);
    expect(
      (await tasks()).every(({ personId, proposalId }) => personId === readerId && proposalId === id),
    ).toBe(true);
    expect((await vault.call('accounts.list', { query: '' })).rows[0]?.measures.lastContactOn).toBe(
      '2026-11-27',
    );
    await vault.call('proposals.setStatus', { id, status: 'received' });
    expect((await tasks()).filter(({ doneOn }) => doneOn !== null).map(({ kind }) => kind)).toEqual([
      'checkReceipt',
    ]);
    await vault.call('proposals.setStatus', { id, status: 'accepted' });
    expect((await tasks()).every(({ doneOn }) => doneOn === '2026-11-27')).toBe(true);
  });

  it('keeps a copy at every status and when asked, and brings a copy back', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    await vault.call('proposals.saveDocument', { id, baseRevision: 1, document: withText('отправленное') });
    expect(await vault.call('proposals.setStatus', { id, status: 'sent' })).toEqual({ revision: 3 });
    // The same status again changes nothing.
    expect(await vault.call('proposals.setStatus', { id, status: 'sent' })).toEqual({ revision: 3 });
    await expectCode(
      vault.call('proposals.restoreRevision', { id, revision: 2, baseRevision: 3 }),
      'proposalSent',
    );
    await vault.call('proposals.setStatus', { id, status: 'draft' });
    await vault.call('proposals.saveDocument', { id, baseRevision: 4, document: withText('переписанное') });
    expect(await vault.call('proposals.keepRevision', { id, label: 'перед звонком' })).toEqual({
      revision: 5,
    });
    const kept = async () =>
      (await vault.call('proposals.listRevisions', { id })).revisions.map(({ revision, label }) => [
        revision,
        label,
      ]);
    expect((await kept())[0]).toEqual([5, 'перед звонком']);
    expect(await kept()).toContainEqual([2, 'sent']);
    await expectCode(
      vault.call('proposals.restoreRevision', { id, revision: 2, baseRevision: 4 }),
      'staleRevision',
    );
    await expectCode(
      vault.call('proposals.restoreRevision', { id, revision: 77, baseRevision: 5 }),
      'notFound',
    );
    expect(await vault.call('proposals.restoreRevision', { id, revision: 2, baseRevision: 5 })).toEqual({
      revision: 6,
    });
    expect((await get(id)).proposal.document).toEqual(withText('отправленное'));
    expect((await kept())[0]).toEqual([5, 'перед звонком']);
  });
});
