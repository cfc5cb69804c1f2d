import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sectionsOf } from '../../shared/document/walk.ts';
import { daysBetween } from '../../shared/domain/calendarDate.ts';
import type { OutputOf } from '../../shared/ipc/contract.ts';
import type { TestVault } from '../support/testVault.ts';
import { openTestExampleVault, resourcesDir } from '../support/testVault.ts';

const languages = readdirSync(join(resourcesDir, 'example'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => (name.startsWith('ru') ? 'ru' : 'en'));

describe.each(languages)('the example vault, %s', (language) => {
  let vault: TestVault;
  let accounts: OutputOf<'accounts.list'>['rows'];
  beforeAll(async () => {
    vault = await openTestExampleVault(language);
    accounts = (await vault.call('accounts.list', { query: '' })).rows;
  });
  afterAll(() => vault.close());

  it('finds every client by its name as soon as it is open', async () => {
    const fresh = await openTestExampleVault(language);
    // Before anything else is asked: no turn of the loop in which an index could catch up.
    for (const { id, name } of accounts) {
      const { rows, isIndexing } = await fresh.call('accounts.list', { query: name });
      expect(isIndexing).toBe(false);
      expect(rows[0]?.id).toBe(id);
    }
    await fresh.close();
  });

  it('pages its proposals as the whole list has them', async () => {
    const { rows } = await vault.call('proposals.list', { accountId: null });
    const page = (change: object) =>
      vault.call('proposals.page', { view: 'all', query: '', limit: 200, ...change });
    expect(await page({})).toEqual({ rows, found: rows.length, total: rows.length });
    expect(await page({ limit: 2 })).toEqual({
      rows: rows.slice(0, 2),
      found: rows.length,
      total: rows.length,
    });
    const isEnded = ({ status }: (typeof rows)[number]) =>
      ['accepted', 'declined', 'expired'].includes(status);
    expect((await page({ view: 'ended' })).rows).toEqual(rows.filter(isEnded));
    expect((await page({ view: 'open' })).rows).toEqual(rows.filter((row) => !isEnded(row)));
    const name = rows[0]?.accountName ?? '';
    expect((await page({ query: name.toLocaleUpperCase() })).rows).toEqual(
      rows.filter((row) => [row.accountName, row.title, row.subject].some((text) => text.includes(name))),
    );
  });

  it('has six clients with years of history, at least 400 rows in all, a distributor and two branches', async () => {
    expect(accounts).toHaveLength(10);
    expect(accounts.filter(({ parent }) => parent !== null)).toHaveLength(2);
    const { rows: lost } = await vault.call('analysis.lost', { months: 12, limit: 5 });
    const old = accounts.filter(
      ({ id, parent, industry }) =>
        parent === null &&
        !/торгов|trade/iu.test(industry) &&
        !lost.some(({ accountId }) => accountId === id),
    );
    expect(old).toHaveLength(6);
    let rows = accounts.length;
    for (const { id: accountId } of old) {
      const { people } = await vault.call('people.list', { accountId });
      const { deliveries } = await vault.call('deliveries.list', { accountId });
      const { events } = await vault.call('events.list', { accountId });
      const { competitors } = await vault.call('competitors.list', { accountId });
      expect(people.length).toBeGreaterThanOrEqual(5);
      expect(people.length).toBeLessThanOrEqual(9);
      expect(events.length).toBeGreaterThan(0);
      expect(competitors.length).toBeGreaterThan(0);
      rows += people.length + deliveries.length + events.length + competitors.length;
    }
    rows += (await vault.call('tenders.list', { accountId: null })).rows.length;
    rows += (await vault.call('proposals.list', { accountId: null })).rows.length;
    rows += (await vault.call('references.list', {})).references.length;
    expect(rows).toBeGreaterThanOrEqual(400);
  });

  it('has a client that left, with all that may speak for why', async () => {
    const { rows: lost } = await vault.call('analysis.lost', { months: 12, limit: 5 });
    expect(lost).toHaveLength(1);
    expect(lost[0]?.causes.map(({ kind }) => kind)).toEqual([
      'complaints',
      'promises',
      'tender',
      'forgotten',
    ]);
    expect(lost[0]?.nextStep).not.toBe('');
  });

  it('keeps its dossiers by the standards of a department with fields of its own', async () => {
    const { standards } = await vault.call('standards.list', {});
    expect(standards.filter(({ clients }) => clients > 0).map(({ standard }) => standard.id)).toEqual([
      'manufacturer',
      'distributor',
      'medical',
    ]);
    expect(standards.filter(({ origin }) => origin === 'changed')).toHaveLength(2);
    for (const { id } of accounts) {
      const { account, otherFields, questions } = await vault.call('accounts.overview', { id });
      expect(questions.length).toBeGreaterThan(0);
      // Only the mill was asked what its standard does not ask.
      expect(otherFields.map(({ key }) => key)).toEqual(
        account.details.decisionProcess === undefined || account.variant === 'distributor'
          ? []
          : ['decisionProcess'],
      );
    }
  });

  it('is alive today: recent contacts, a coming tender, things to do', async () => {
    const today = vault.session.tools.today();
    for (const { measures } of accounts) {
      expect(measures.lastContactOn).not.toBeNull();
      if (measures.lastContactOn !== null)
        expect(daysBetween(measures.lastContactOn, today)).toBeLessThan(200);
    }
    expect(accounts.some(({ measures }) => measures.abc === 'A')).toBe(true);
    const { rows: tenders } = await vault.call('tenders.list', { accountId: null });
    expect(
      tenders.some(({ status, tenderOn }) => status === 'preparing' && tenderOn !== null && tenderOn > today),
    ).toBe(true);
    expect(tenders.some(({ status, reasons }) => status === 'lost' && reasons.length > 0)).toBe(true);
    expect(tenders.some(({ status, reasons }) => status === 'won' && reasons.length > 0)).toBe(true);
    expect((await vault.call('today.list', { today })).rows.length).toBeGreaterThan(3);
  });

  it('holds proposals that were composed for their readers', async () => {
    const { rows } = await vault.call('proposals.list', { accountId: null });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    for (const { id } of rows) {
      const { proposal, context } = await vault.call('proposals.get', { id });
      const roles = sectionsOf(proposal.document.root).flatMap(({ attrs }) => attrs.role ?? []);
      expect(new Set(roles)).toEqual(new Set(context.readers.map(({ role }) => role)));
      expect(proposal.language).toBe(language);
    }
  });

  it('composes a proposal for the four main roles of a client with a coming tender', async () => {
    const { rows: tenders } = await vault.call('tenders.list', { accountId: null });
    const tender = tenders.find(({ status }) => status === 'preparing');
    if (tender === undefined) throw new Error('no tender is being prepared');
    const { people } = await vault.call('people.list', { accountId: tender.accountId });
    const readers = (['ceo', 'hr', 'finance', 'technical'] as const).map(
      (role) => people.find((person) => person.readerRole === role)?.id,
    );
    expect(readers).not.toContain(undefined);
    const { templates } = await vault.call('templates.list', { language });
    const [template] = templates;
    const today = vault.session.tools.today();
    const { id } = await vault.call('proposals.create', {
      accountId: tender.accountId,
      tenderId: tender.id,
      readerIds: readers.flatMap((reader) => reader ?? []),
      templateId: template?.id ?? '',
      language,
      title: tender.title,
      subject: '',
      validity: { validFrom: today, validUntil: today },
    });
    const { proposal } = await vault.call('proposals.get', { id });
    const sections = sectionsOf(proposal.document.root).filter(({ attrs }) => attrs.role !== null);
    expect(new Set(sections.map(({ attrs }) => attrs.role))).toEqual(
      new Set(['ceo', 'hr', 'finance', 'technical']),
    );
    for (const { content } of sections) expect(content.some(({ type }) => type === 'argument')).toBe(true);
  });

  it('opens again as it was left', async () => {
    const { rows } = await vault.call('accounts.list', { query: '' });
    await vault.close({ keepFiles: true });
    await vault.call('vault.openExample', { language });
    expect((await vault.call('accounts.list', { query: '' })).rows).toEqual(rows);
  });
});
