import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountType, IndustryVariant } from '../../shared/domain/account.ts';
import { AccountEventKind } from '../../shared/domain/accountEvent.ts';
import { PriceLevel } from '../../shared/domain/competitor.ts';
import { FollowUpKind } from '../../shared/domain/followUp.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { Currency } from '../../shared/domain/money.ts';
import { Attitude, DecisionRole, Gender, Psychotype, shippedRoles } from '../../shared/domain/person.ts';
import { ProposalStatus } from '../../shared/domain/proposal.ts';
import { TenderStatus } from '../../shared/domain/tender.ts';
import {
  accountDraft,
  addClientWithReader,
  competitorDraft,
  deliveryDraft,
  eventDraft,
  openDatedVault,
  personDraft,
  proposalInput,
  tenderDraft,
  testToday,
} from '../support/drafts.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let accountId: AccountId;
beforeAll(async () => {
  vault = await openDatedVault();
  ({ id: accountId } = await vault.call('accounts.create', { draft: accountDraft() }));
});
afterAll(() => vault.close());

describe('the first schema', () => {
  // The migration writes these lists out by itself; here both meet.
  it('takes every value of the domain’s lists', async () => {
    for (const variant of IndustryVariant.options)
      await vault.call('accounts.create', { draft: accountDraft({ variant, types: AccountType.options }) });
    for (const gender of Gender.options)
      await vault.call('people.create', { draft: personDraft(accountId, { gender }) });
    for (const readerRole of shippedRoles)
      await vault.call('people.create', { draft: personDraft(accountId, { readerRole }) });
    for (const decisionRole of DecisionRole.options)
      await vault.call('people.create', { draft: personDraft(accountId, { decisionRole }) });
    for (const attitude of Attitude.options)
      await vault.call('people.create', { draft: personDraft(accountId, { attitude }) });
    for (const psychotype of Psychotype.options)
      await vault.call('people.create', { draft: personDraft(accountId, { psychotype }) });
    for (const currency of Currency.options)
      await vault.call('deliveries.create', { draft: deliveryDraft(accountId, { currency }) });
    for (const kind of AccountEventKind.options)
      await vault.call('events.create', { draft: eventDraft(accountId, { kind }) });
    for (const priceLevel of PriceLevel.options)
      await vault.call('competitors.create', { draft: competitorDraft(accountId, { priceLevel }) });
    for (const status of TenderStatus.options)
      await vault.call('tenders.create', { draft: tenderDraft(accountId, { status }) });
    for (const kind of FollowUpKind.options) {
      await vault.call('followUps.create', {
        draft: {
          accountId,
          proposalId: null,
          personId: null,
          kind,
          title: '',
          dueOn: testToday,
          doneOn: null,
        },
      });
    }
    const reader = await addClientWithReader(vault);
    const { id } = await vault.call('proposals.create', proposalInput(reader.accountId, [reader.readerId]));
    for (const status of ProposalStatus.options) await vault.call('proposals.setStatus', { id, status });
    const { counts } = await vault.call('accounts.overview', { id: accountId });
    expect(counts).toEqual({
      files: 0,
      events: AccountEventKind.options.length,
      deliveries: Currency.options.length,
      people:
        shippedRoles.length +
        [Gender, DecisionRole, Attitude, Psychotype].flatMap(({ options }) => [...options]).length,
      tenders: TenderStatus.options.length,
      competitors: PriceLevel.options.length,
      proposals: 0,
    });
  });

  it('keeps references whole and what is not text of a list out', () => {
    const db = vault.session.opened();
    if (db === null) throw new Error('the vault is closed');
    expect(() => db.save((writable) => writable.exec(`UPDATE people SET attitude = 'friendly'`))).toThrow(
      /CHECK/,
    );
    expect(() => db.save((writable) => writable.exec(`UPDATE people SET accountId = 'nobody'`))).toThrow(
      /FOREIGN KEY/,
    );
    expect(() => db.save((writable) => writable.exec(`UPDATE people SET criteria = 'not json'`))).toThrow(
      /CHECK/,
    );
    expect(() => db.save((writable) => writable.exec(`UPDATE people SET influence = 'much'`))).toThrow(
      /cannot store TEXT/,
    );
    expect(() =>
      db.save((writable) => writable.exec(`UPDATE proposals SET validUntil = '2000-01-01'`)),
    ).toThrow(/CHECK/);
  });

  it('has strict tables only', () => {
    const tables = vault.session
      .opened()
      ?.reader.prepare(
        /* sql */ `SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(tables).toEqual([]);
  });
});
