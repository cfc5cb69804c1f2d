import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Birthday } from '../../shared/domain/calendarDate.ts';
import type { AccountId, PersonId } from '../../shared/domain/ids.ts';
import type { MeetingPlan, MeetingVariant } from '../../shared/domain/meetingPlan.ts';
import { documentPlainText } from '../support/plainDocument.ts';
import { convertToPdf, pdfText, validateDocx } from '../support/docx.ts';
import {
  accountDraft,
  day,
  eventDraft,
  openDatedVault,
  personDraft,
  testCare,
  testToday,
} from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
let accountId: AccountId;
let director: PersonId;
let engineer: PersonId;

const secrets = {
  note: 'ревнует к заслугам зама',
  hobby: 'ловит хариуса',
  health: 'перенёс операцию на сердце',
  fact: 'начинал сварщиком на этом же заводе',
};

beforeAll(async () => {
  vault = await openDatedVault();
  folder = mkdtempSync(join(tmpdir(), 'kamerton-meeting-'));
  await vault.call('privacy.setSpecialData', { on: true });
  ({ id: accountId } = await vault.call('accounts.create', { draft: accountDraft() }));
  ({ id: director } = await vault.call('people.create', {
    draft: personDraft(accountId, {
      psychotype: 'driver',
      attitude: 'wary',
      privateNotes: secrets.note,
      hobbies: secrets.hobby,
      criteria: [{ key: 'exclusiveTerms', weightPercent: 70, note: '' }],
      birthday: Birthday.parse('--11-30'),
      facts: [
        {
          text: secrets.health,
          certainty: 'heard',
          source: 'сам',
          notedOn: null,
          sensitive: true,
          care: testCare,
        },
        {
          text: secrets.fact,
          certainty: 'confirmed',
          source: '',
          notedOn: null,
          sensitive: false,
          care: null,
        },
      ],
    }),
  }));
  ({ id: engineer } = await vault.call('people.create', {
    draft: personDraft(accountId, { lastName: 'Шадрин', position: 'Главный инженер', influence: 4 }),
  }));
  for (const draft of [
    eventDraft(accountId, {
      kind: 'promise',
      title: 'Прислать расчёт окупаемости',
      promisedBy: 'us',
      dueOn: day('2026-11-20'),
    }),
    eventDraft(accountId, { kind: 'complaint', title: 'Течь сальника на второй станции' }),
    eventDraft(accountId, { kind: 'wish', title: 'Показать журнал отказов' }),
    eventDraft(accountId, { kind: 'complaint', title: 'Закрытая рекламация', settledOn: testToday }),
  ])
    await vault.call('events.create', { draft });
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const request = (variant: MeetingVariant) =>
  ({ kind: 'meetingSheet', accountId, variant, language: 'ru' }) as const;
const sheet = async (variant: MeetingVariant) =>
  documentPlainText((await vault.call('papers.get', { request: request(variant) })).paper.root);
const plan = (part: Partial<MeetingPlan> = {}): MeetingPlan => ({
  accountId,
  meetsOn: day('2026-11-26'),
  place: '10:00, у них на заводе',
  purpose: 'Согласовать график пуска',
  personIds: [director, engineer],
  questions: ['Кто подпишет акт?'],
  offers: ['Сервис на 36 месяцев'],
  objections: ['Дорого — показать стоимость владения'],
  ...part,
});

describe('a meeting sheet', () => {
  it('is suggested by the dossier until a plan is kept', async () => {
    const { plan: suggested, kept } = await vault.call('meetings.plan', { accountId, language: 'ru' });
    expect(kept).toBe(false);
    expect(suggested.personIds).toEqual([director, engineer]);
    expect(suggested.meetsOn).toBe('2026-11-24');
    expect(suggested.questions).toContain('Что для вас сейчас важнее всего?');
    await vault.call('meetings.savePlan', { plan: plan() });
    expect(await vault.call('meetings.plan', { accountId, language: 'ru' })).toEqual({
      plan: plan(),
      kept: true,
    });
  });

  it('tells who comes, promises, complaints, dates, lists and the seven mistakes', async () => {
    const text = await sheet('general');
    for (const said of [
      'Встреча: АО «Тихвинский фарфор»',
      '26 ноября 2026 г., четверг, 10:00, у них на заводе',
      'Согласовать график пуска',
      'Вересов Андрей Николаевич',
      'особые условия',
      'Мы: Прислать расчёт окупаемости, до 20.11.2026 (просрочено)',
      'Течь сальника на второй станции (с 23.11.2026)',
      'Показать журнал отказов (с 23.11.2026)',
      '30.11.2026: день рождения, Вересов А. Н.',
      'Кто подпишет акт?',
      'Сервис на 36 месяцев',
      'Дорого — показать стоимость владения',
      '☐ Опоздать',
      '☐ Не знать товар',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('Закрытая рекламация');
  });

  it('keeps what is private to the private sheet, and what is sensitive to the vault', async () => {
    const [open, own] = [await sheet('general'), await sheet('private')];
    for (const told of [secrets.note, secrets.hobby, secrets.fact, 'асторожен', 'итог, цифра, срок'])
      expect(open.toLowerCase()).not.toContain(told);
    for (const told of [secrets.note, secrets.hobby, secrets.fact, 'асторожен', 'итог, цифра, срок'])
      expect(own.toLowerCase()).toContain(told);
    for (const text of [open, own]) expect(text).not.toContain(secrets.health);
  });

  it('says the notes whole where the page has room for them', async () => {
    const privateNotes = `${'Любит, когда о цифрах говорят заранее и письмом. '.repeat(8)}Не звонить в пятницу`;
    const { id } = await vault.call('people.create', { draft: personDraft(accountId, { privateNotes }) });
    await vault.call('meetings.savePlan', { plan: plan({ personIds: [director, engineer, id] }) });
    expect(await sheet('private')).toContain(privateNotes);
    await vault.call('people.delete', { id });
  });

  it('fits one page in Word and is a valid file when full to the brim', async () => {
    const ids: PersonId[] = [];
    for (let at = 0; at < 10; at += 1) {
      const { id } = await vault.call('people.create', {
        draft: personDraft(accountId, {
          lastName: `Константинопольский-${at}`,
          position: 'Заместитель генерального директора по развитию производства и логистике',
          decisionRole: 'approvesBudget',
          psychotype: 'analyst',
          attitude: 'supporter',
          privateNotes: 'Любит, когда о цифрах говорят заранее и письмом. '.repeat(12),
          criteria: (['price', 'payback', 'ownershipCost', 'paymentTerms'] as const).map((key) => ({
            key,
            weightPercent: 25,
            note: '',
          })),
        }),
      });
      ids.push(id);
    }
    for (let at = 0; at < 12; at += 1)
      await vault.call('events.create', {
        draft: eventDraft(accountId, {
          kind: at % 2 === 0 ? 'promise' : 'complaint',
          title: `Согласовать с технологами порядок пуска очереди ${at} и прислать протокол со всеми подписями`,
          promisedBy: 'them',
          dueOn: day('2026-11-25'),
        }),
      });
    const line = 'Спросить о порядке приёмки и о том, кто отвечает за подписание всех актов. '
      .repeat(2)
      .slice(0, 190);
    const lines = Array.from({ length: 8 }, (_, at) => `${at} ${line}`);
    await vault.call('meetings.savePlan', {
      plan: plan({ personIds: ids, questions: lines, offers: lines, objections: lines, purpose: line }),
    });
    // The private sheet says more: where it fits, the other one does.
    const path = join(folder, 'sheet.docx');
    await vault.call('papers.writeDocx', { request: request('private'), path });
    expect(await validateDocx(readFileSync(path))).toEqual([]);
    const text = await pdfText(await convertToPdf(path, folder));
    expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1);
    expect(text).toContain('Не знать товар');
    for (const id of ids) await vault.call('people.delete', { id });
  });
});

describe('the debrief', () => {
  it('writes the meeting, promises, what is settled, facts and the next step, or nothing at all', async () => {
    await vault.call('meetings.savePlan', { plan: plan() });
    const before = (await vault.call('events.list', { accountId })).events;
    const promise = before.find(({ title }) => title === 'Прислать расчёт окупаемости');
    if (promise === undefined) throw new Error('the promise is gone');
    const debrief = {
      accountId,
      happenedOn: testToday,
      title: 'График пуска согласован',
      text: 'Пуск 15 января.',
      personIds: [director],
      promises: [
        { promisedBy: 'them' as const, title: 'Прислать подписанный акт', dueOn: day('2026-12-01') },
      ],
      settledIds: [promise.id],
      facts: [
        { personId: director, text: 'Ждёт пуска до отпуска', certainty: 'heard' as const, sensitive: false },
      ],
      nextStep: { text: 'Отправить КП', on: day('2026-11-27') },
    };
    await expectCode(
      vault.call('meetings.debrief', {
        debrief: { ...debrief, facts: [{ ...debrief.facts[0], personId: accountId } as never] },
      }),
      'notFound',
    );
    expect((await vault.call('events.list', { accountId })).events).toEqual(before);

    const { id } = await vault.call('meetings.debrief', { debrief });
    const { events } = await vault.call('events.list', { accountId });
    expect(events.find((event) => event.id === id)).toMatchObject({
      kind: 'meeting',
      text: 'Пуск 15 января.',
    });
    expect(events.find(({ title }) => title === 'Прислать подписанный акт')).toMatchObject({
      kind: 'promise',
      promisedBy: 'them',
      dueOn: '2026-12-01',
    });
    expect(events.find((event) => event.id === promise.id)?.settledOn).toBe(testToday);
    const { people } = await vault.call('people.list', { accountId });
    expect(people.find((person) => person.id === director)?.facts.at(-1)).toMatchObject({
      text: 'Ждёт пуска до отпуска',
      source: 'График пуска согласован',
    });
    const { account } = await vault.call('accounts.overview', { id: accountId });
    expect(account).toMatchObject({ nextStep: 'Отправить КП', nextStepOn: '2026-11-27' });
    expect((await vault.call('meetings.plan', { accountId, language: 'ru' })).kept).toBe(false);
  });
});
