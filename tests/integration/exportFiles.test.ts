import ICAL from 'ical.js';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Birthday } from '../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { unzip } from '../support/docx.ts';
import {
  accountDraft,
  day,
  deliveryDraft,
  eventDraft,
  openDatedVault,
  personDraft,
  tenderDraft,
} from '../support/drafts.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
let accountId: AccountId;
const dangerous = ['=cmd|calc!A0', '+7 812 555', '-5', '@SUM(A1)', '\tтаб'];

beforeAll(async () => {
  vault = await openDatedVault();
  folder = mkdtempSync(join(tmpdir(), 'kamerton-export-'));
  ({ id: accountId } = await vault.call('accounts.create', {
    draft: accountDraft({
      name: '=HYPERLINK("http://x")',
      nextStep: 'Отправить КП',
      nextStepOn: day('2026-12-01'),
    }),
  }));
  for (const subject of dangerous)
    await vault.call('deliveries.create', {
      draft: deliveryDraft(accountId, {
        subject,
        document: subject,
        deliveredOn: day('2026-03-31'),
        revenueMinor: 123_456_78,
        profitMinor: -500,
      }),
    });
  await vault.call('people.create', {
    draft: personDraft(accountId, { birthday: Birthday.parse('1980-02-29'), privateNotes: 'тайна' }),
  });
  await vault.call('people.create', {
    draft: personDraft(accountId, { lastName: 'Шадрин', birthday: Birthday.parse('--12-05') }),
  });
  await vault.call('events.create', {
    draft: eventDraft(accountId, {
      kind: 'promise',
      title: 'Прислать расчёт; срочно, сегодня',
      promisedBy: 'us',
      dueOn: day('2026-11-30'),
    }),
  });
  await vault.call('tenders.create', {
    draft: tenderDraft(accountId, { status: 'preparing', tenderOn: day('2027-02-01') }),
  });
  await vault.call('tenders.create', {
    draft: tenderDraft(accountId, { status: 'lost', reasons: ['price', 'lateStart'] }),
  });
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

async function table(name: 'clients' | 'deliveries' | 'tenders' | 'proposals') {
  const path = join(folder, `${name}.xlsx`);
  await vault.call('files.write', { request: { kind: 'table', table: name, language: 'ru' }, path });
  const bytes = readFileSync(path);
  const [sheet] = await readXlsxFile(new Uint8Array(bytes).buffer, { trim: false });
  return { bytes, rows: sheet?.data ?? [] };
}

describe('a table as a workbook', () => {
  it('has real numbers and days, a frozen head, and no formula', async () => {
    const { bytes, rows } = await table('deliveries');
    expect(rows[0]?.slice(0, 2)).toEqual(['Дата', 'Клиент']);
    expect(rows).toHaveLength(1 + dangerous.length);
    const [, first] = rows;
    expect(first?.[0]).toEqual(new Date('2026-03-31T00:00:00Z'));
    expect(first?.[5]).toBe(123_456.78);
    expect(first?.[6]).toBe(-5);
    expect(rows.slice(1).map((row) => row[4])).toEqual(
      expect.arrayContaining(['=cmd|calc!A0', '-5', '@SUM(A1)']),
    );
    const sheet = unzip(bytes).get('xl/worksheets/sheet1.xml')?.toString('utf8') ?? '';
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('state="frozen"');
  });

  it('is there for clients, tenders and proposals', async () => {
    expect((await table('clients')).rows[1]?.[0]).toBe('=HYPERLINK("http://x")');
    const tenders = (await table('tenders')).rows;
    expect(tenders).toHaveLength(3);
    expect(tenders[0]?.at(3)).toBe('День тендера');
    expect(tenders.map((row) => row.at(-1) ?? '')).toEqual(['Причины исхода', '', 'Цена, Поздно начали']);
    expect((await table('proposals')).rows).toHaveLength(1);
  });
});

describe('the calendar', () => {
  const calendar = async () => {
    const path = join(folder, 'dates.ics');
    await vault.call('files.write', { request: { kind: 'calendar', language: 'ru' }, path });
    const text = readFileSync(path, 'utf8');
    const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
    return { text, events: root.getAllSubcomponents('vevent') };
  };
  const find = (events: readonly ICAL.Component[], word: string) => {
    const found = events.find((event) => String(event.getFirstPropertyValue('summary')).includes(word));
    if (found === undefined) throw new Error(`no event of ${word}`);
    return found;
  };

  it('has days without a time, alarms, and the same names for the same things', async () => {
    const { text, events } = await calendar();
    const promise = find(events, 'Прислать расчёт; срочно, сегодня');
    expect(String(promise.getFirstPropertyValue('dtstart'))).toBe('2026-11-30');
    expect(String(promise.getFirstPropertyValue('dtend'))).toBe('2026-12-01');
    expect(promise.getAllSubcomponents('valarm')).toHaveLength(1);
    expect(String(promise.getFirstPropertyValue('class'))).toBe('PRIVATE');
    for (const word of ['Тендер', 'Отправить КП', 'Шадрин']) find(events, word);
    expect(text).not.toContain('тайна');
    const uids = (list: readonly ICAL.Component[]) =>
      list.map((event) => String(event.getFirstPropertyValue('uid')));
    expect(uids((await calendar()).events)).toEqual(uids(events));
  });

  it('keeps a birthday of 29 February on 1 March of other years', async () => {
    const { events } = await calendar();
    const event = new ICAL.Event(find(events, 'Вересов'));
    const days = event.iterator();
    const next = () => String(days.next());
    expect([next(), next(), next()]).toEqual(['2027-03-01', '2028-02-29', '2029-03-01']);
  });
});
