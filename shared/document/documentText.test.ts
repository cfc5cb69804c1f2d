import { describe, expect, it } from 'vitest';
import {
  company,
  context,
  day,
  paragraph,
  reader,
  reference,
  referenceId,
  section,
} from '../../tests/support/ruleSamples.ts';
import type { PriceItem } from '../domain/priceTable.ts';
import type { ProposalContext } from '../domain/proposal.ts';
import {
  addresseeView,
  letterheadView,
  paymentScheduleView,
  priceTableView,
  referencesView,
  signatureView,
  teamView,
  validityView,
} from './blockViews.ts';
import { documentText } from './documentText.ts';
import { type MergeFieldKey, mergeFieldKeys } from './mergeFields.ts';
import type { BlockNode, DocumentRoot } from './nodes.ts';
import { stageAmounts } from './paymentViews.ts';
import { type FieldProposal, resolveFields } from './resolveFields.ts';
import { words } from './words.ts';

const seen = (text: string | null): string | null => text?.replaceAll('\u00A0', '~') ?? null;
const ceo = reader(1, 'ceo', 5, {});
const validity = { validFrom: day('2026-11-23'), validUntil: day('2026-12-31') };
const proposal = (overrides: Partial<FieldProposal> = {}): FieldProposal => ({
  number: '2026-041',
  edition: 1,
  documentDate: day('2026-11-23'),
  validity,
  language: 'ru',
  subject: 'Станция цеха № 4',
  addresseeId: ceo.personId,
  fieldOverrides: {},
  ...overrides,
});
const item = (id: string, overrides: Partial<PriceItem> = {}): PriceItem => ({
  id,
  group: '',
  title: `Позиция ${id}`,
  note: '',
  unit: 'шт.',
  quantityMilli: 2000,
  priceMinor: 61_000,
  discountBp: 0,
  vatRate: 22,
  ...overrides,
});
const priceTable = (
  items: PriceItem[],
  vatMode: 'included' | 'onTop' = 'included',
): Extract<BlockNode, { type: 'priceTable' }> => ({
  type: 'priceTable',
  attrs: { table: { currency: 'RUB', vatMode, items } },
});
const doc = (...content: BlockNode[]): DocumentRoot => ({ type: 'doc', content });
const values = (
  root: DocumentRoot,
  overrides: Partial<FieldProposal> = {},
  more: Partial<ProposalContext> = {},
) => resolveFields({ proposal: proposal(overrides), context: context({ readers: [ceo], ...more }), root });

describe('merge fields', () => {
  it('take their values from the proposal, the client, the addressee, the tender and our company', () => {
    const fields = values(doc(section('prices', [priceTable([item('a')])])));
    const shown = Object.fromEntries(mergeFieldKeys.map((key) => [key, seen(fields[key])]));
    expect(shown).toMatchObject({
      'proposal.number': '2026-041',
      'proposal.date': '23.11.2026',
      'proposal.dateLong': '23~ноября 2026~г.',
      'proposal.validUntilLong': '31~декабря 2026~г.',
      'proposal.total': '1~220,00~₽',
      'proposal.totalInWords': 'Одна тысяча двести двадцать рублей 00 копеек',
      'proposal.vatAmount': '220,00~₽',
      'proposal.vatPhrase': 'в~том числе НДС~22~%',
      'proposal.totalWithoutVat': '1~000,00~₽',
      'account.nameQuoted': 'АО~«Тихвинский фарфор»',
      'account.fullName': null,
      'account.cooperationSince': '2019',
      'account.cooperationYears': '7~лет',
      'account.deliveriesCount': '38',
      'account.needs': null,
      'addressee.positionDative': 'Генеральному директору',
      'addressee.nameDative': 'Вересову~А.~Н.',
      'addressee.nameFull': 'Вересов Андрей Николаевич',
      'addressee.greeting': 'Уважаемый Андрей Николаевич',
      'tender.requestNumber': 'ТФ-118/26 от 09.11.2026',
      'tender.date': '15.12.2026',
      'company.nameQuoted': 'ООО~«Ладожская пневматика»',
      'company.signatoryName': 'В.~Ю.~Рощина',
      'company.signatoryPosition': 'Коммерческий директор',
      'company.authorName': 'Гуров Денис Павлович',
    });
  });

  it('are null where nothing is known, and greet the group without an addressee', () => {
    const fields = values(doc(), { addresseeId: null, subject: ' ' }, { tender: null });
    const nulls: MergeFieldKey[] = [
      'proposal.total',
      'proposal.vatPhrase',
      'proposal.subject',
      'tender.title',
      'addressee.nameDative',
    ];
    expect(nulls.map((key) => fields[key])).toEqual(nulls.map(() => null));
    expect(fields['addressee.greeting']).toBe('Уважаемые коллеги');
    // A table without lines has no total: «0,00 ₽» would be a false one.
    expect(values(doc(priceTable([])))['proposal.total']).toBeNull();
  });

  it('let what the user typed win, but not blanks', () => {
    const fields = values(doc(), { fieldOverrides: { 'tender.title': 'Лот 4', 'account.city': '  ' } });
    expect(fields['tender.title']).toBe('Лот 4');
    expect(fields['account.city']).toBe('Тихвин');
  });

  it('name the edition from the second on and speak English', () => {
    expect(seen(values(doc(), { edition: 2 })['proposal.number'])).toBe('2026-041 ред.~2');
    const english = values(doc(priceTable([item('a'), item('b', { vatRate: 10 })])), { language: 'en' });
    expect(seen(english['proposal.vatPhrase'])).toBe('including VAT~22% and 10%');
    expect(seen(english['account.nameQuoted'])).toBe('Тихвинский фарфор~JSC');
    expect(seen(english['proposal.total'])).toBe('RUB~2,440.00');
  });

  it('count only completed years of work together', () => {
    const years = (documentDate: string) =>
      values(doc(), { documentDate: day(documentDate) })['account.cooperationYears'];
    expect(['2019-12-31', '2020-03-03', '2020-03-04', '2023-03-04'].map((date) => seen(years(date)))).toEqual(
      [null, null, '1~год', '4~года'],
    );
  });
});

describe('the price table as printed', () => {
  const shown = (items: PriceItem[], mode?: 'included' | 'onTop') => {
    const view = priceTableView(priceTable(items, mode).attrs.table, 'ru');
    return {
      titles: view.columns.map(({ title }) => seen(title)),
      widths: view.columns.reduce((sum, { widthPercent }) => sum + widthPercent, 0),
      rows: view.rows.map((row) =>
        (row.kind === 'group'
          ? [row.title, row.total]
          : row.kind === 'item'
            ? [...row.cells]
            : row.kind === 'apart'
              ? [row.title]
              : [row.label, row.amount]
        ).map(seen),
      ),
      inWords: seen(view.inWords),
    };
  };

  it('shows included VAT under the sum to pay', () => {
    const { titles, rows, inWords, widths } = shown([
      item('a'),
      item('b', { group: 'Сервис', quantityMilli: 500 }),
    ]);
    expect(titles).toEqual(['№', 'Наименование', 'Кол-во', 'Ед.', 'Цена,~₽', 'Сумма,~₽']);
    expect(widths).toBe(100);
    expect(rows).toEqual([
      ['1', 'Позиция a', '2', 'шт.', '610,00', '1~220,00'],
      ['Сервис', '305,00'],
      ['2', 'Позиция b', '0,5', 'шт.', '610,00', '305,00'],
      ['Всего к~оплате', '1~525,00'],
      ['В~том числе НДС~22~%', '275,00'],
    ]);
    expect(inWords).toBe(
      'Одна тысяча пятьсот двадцать пять рублей 00 копеек, в~том числе НДС~22~%~— 275,00~₽.',
    );
  });

  it('adds VAT on top of columns without it', () => {
    const { titles, rows } = shown([item('a')], 'onTop');
    expect(titles.slice(4)).toEqual(['Цена без~НДС,~₽', 'Сумма без~НДС,~₽']);
    expect(rows.slice(1)).toEqual([
      ['Итого без~НДС', '1~220,00'],
      ['НДС~22~%', '268,40'],
      ['Всего к~оплате', '1~488,40'],
    ]);
  });

  it('shows discounts and several rates only where there are any', () => {
    const { titles, rows, widths } = shown([item('a', { discountBp: 1250 }), item('b', { vatRate: 'none' })]);
    expect(titles).toEqual([
      '№',
      'Наименование',
      'Кол-во',
      'Ед.',
      'Цена,~₽',
      'Скидка,~%',
      'НДС,~%',
      'Сумма,~₽',
    ]);
    expect(widths).toBe(100);
    expect(rows.slice(0, 2)).toEqual([
      ['1', 'Позиция a', '2', 'шт.', '610,00', '12,5', '22', '1~067,50'],
      ['2', 'Позиция b', '2', 'шт.', '610,00', '—', '—', '1~220,00'],
    ]);
    expect(shown([item('a', { vatRate: 'none' })]).rows.slice(1)).toEqual([
      ['Всего к~оплате', '1~220,00'],
      ['Без~НДС', '—'],
    ]);
  });

  it('divides the payment schedule to the kopeck', () => {
    const stage = (percentBp: number) => ({ title: 'Аванс', term: '5 дней', percentBp });
    expect(stageAmounts([stage(3333), stage(3333), stage(3334)], 100)).toEqual([33, 33, 34]);
    expect(stageAmounts([stage(5000), stage(5000), stage(0)], 101)).toEqual([51, 50, 0]);
    expect(stageAmounts([stage(5000)], 101)).toEqual([51]);
    const view = paymentScheduleView([stage(2000), stage(8000)], 19_479_252_00, 'RUB', 'ru');
    expect(
      view.rows.map((row) =>
        (row.kind === 'item' ? row.cells : [row.label, row.share, row.amount]).map(seen),
      ),
    ).toEqual([
      ['Аванс', '5 дней', '20', '3~895~850,40'],
      ['Аванс', '5 дней', '80', '15~583~401,60'],
      ['Итого', '100', '19~479~252,00'],
    ]);
    expect(paymentScheduleView([stage(10_000)], null, 'RUB', 'ru').rows[0]).toMatchObject({
      cells: ['Аванс', '5 дней', '100', '—'],
    });
  });
});

describe('our other blocks as printed', () => {
  it('names us on the letterhead', () => {
    const { name, lines } = letterheadView(context(), 'ru');
    expect(name).toBe('Ладожская пневматика');
    expect(lines.map(seen)).toEqual([
      'ООО~«Ладожская пневматика», ИНН~4702019380, КПП~470201001',
      '187401, Волхов, Заводская ул., 14',
      '+7 813 000-40-20, kp@ladoga-pnevmo.example',
    ]);
  });

  it('sets the number on the left and the addressee in the dative on the right', () => {
    const view = addresseeView(values(doc()), context(), 'ru');
    expect([view.numberLine, view.requestLine].map(seen)).toEqual([
      '№~2026-041 от~23.11.2026',
      'На №~ТФ-118/26 от~09.11.2026',
    ]);
    expect(view.right.map(seen)).toEqual([
      'Генеральному директору',
      'АО~«Тихвинский фарфор»',
      'Вересову~А.~Н.',
    ]);
    const bare = addresseeView(
      values(doc(), { addresseeId: null, number: '' }, { tender: null }),
      context(),
      'ru',
    );
    expect(bare.requestLine).toBeNull();
    expect(bare.numberLine).toContain(words.ru.hole);
    expect(bare.right).toHaveLength(1);
  });

  it('prints references only while the consent holds, and says how many were left out', () => {
    const references = [
      reference(1),
      reference(2, { consentUntil: day('2026-11-23') }),
      reference(3, { consentFrom: null }),
    ];
    const ids = [1, 2, 3, 4].map(referenceId);
    const on = (date: string) => referencesView(ids, references, day(date), 'ru');
    expect(on('2026-11-23').entries.map(({ id }) => id)).toEqual([referenceId(1), referenceId(2)]);
    expect(on('2026-11-24')).toMatchObject({
      leftOut: 3,
      entries: [{ title: '«Завод 1», Керамика, 2025', referee: 'Громова Н. В., директор по персоналу' }],
    });
    expect(on('2025-12-31').entries).toEqual([]);
  });

  it('states validity, why it is bounded, and the nature of the offer', () => {
    const offer = validityView(validity, 'offer', 'ru');
    expect(offer.heading).toBe('Срок действия предложения');
    expect(seen(offer.text)).toMatch(
      /^Предложение действительно с~23~ноября 2026~г\. до~31~декабря 2026~г\. включительно\. /,
    );
    expect(seen(offer.text)).toMatch(/является офертой до~31~декабря 2026~г\. включительно\.$/);
    expect(seen(validityView(validity, 'information', 'ru').text)).toMatch(/не~является офертой\.$/);
    expect(validityView(validity, 'information', 'en').text).toMatch(
      /^This proposal is valid from .* does not constitute a binding offer\.$/,
    );
  });

  it('signs by the chosen colleague or by the head of our requisites', () => {
    const chosen = signatureView(context(), 'ru');
    expect(seen(chosen.name)).toBe('В.~Ю.~Рощина');
    expect(seen(chosen.preparedBy)).toBe(
      'Исполнитель: Гуров Денис Павлович, тел.~+7 900 000-00-01, gurov@ladoga-pnevmo.example',
    );
    const head = signatureView({ company: { ...company, signatoryId: null, authorId: null } }, 'ru');
    expect([head.position, seen(head.name), head.preparedBy]).toEqual(['Директор', 'И.~Л.~Соснин', null]);
    const gone = company.colleagues.map(({ id }) => id);
    expect(teamView(gone, { colleagues: [] })).toEqual([]);
  });
});

describe('the text a file must hold', () => {
  it('runs in document order with fields, cells and our blocks, and without blanks', () => {
    const root = doc(
      section('opening', [
        {
          type: 'heading',
          attrs: { level: 1, textAlign: null },
          content: [{ type: 'text', text: 'Коммерческое предложение' }],
        },
        paragraph(''),
        {
          type: 'paragraph',
          content: [
            { type: 'mergeField', attrs: { key: 'addressee.greeting' } },
            { type: 'text', text: '!', marks: [{ type: 'bold' }] },
            { type: 'hardBreak' },
            { type: 'mergeField', attrs: { key: 'account.needs' } },
          ],
        },
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [paragraph('первое'), paragraph('второе')] }],
        },
        { type: 'pageBreak' },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: ['а', 'б'].map((text) => ({
                type: 'tableCell' as const,
                attrs: { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null },
                content: [paragraph(text)],
              })),
            },
          ],
        },
      ]),
      priceTable([item('x', { note: 'с пуском' })]),
      { type: 'paymentSchedule', attrs: { stages: [{ title: 'Аванс', term: 'сразу', percentBp: 10_000 }] } },
      { type: 'validity', attrs: { offerKind: 'offer' } },
      { type: 'signature' },
    );
    const text = documentText(root, {
      values: values(root),
      context: context({ readers: [ceo] }),
      language: 'ru',
      validity,
    });
    const expected = [
      'Коммерческое предложение',
      `Уважаемый Андрей Николаевич!\n${words.ru.hole}`,
      'первое',
      'второе',
      'а',
      'б',
      ['№', 'Наименование', 'Кол-во', 'Ед.', 'Цена,~₽', 'Сумма,~₽'].join('|'),
      ['1', 'Позиция x', 'с пуском', '2', 'шт.', '610,00', '1~220,00'].join('|'),
      ['Всего к~оплате', '1~220,00', 'В~том числе НДС~22~%', '220,00'].join('|'),
      'Одна тысяча двести двадцать рублей 00 копеек, в~том числе НДС~22~%~— 220,00~₽.',
      ['Платёж', 'Срок', 'Доля,~%', 'Сумма,~₽'].join('|'),
      ['Аванс', 'сразу', '100', '1~220,00', 'Итого', '100', '1~220,00'].join('|'),
      'Срок действия предложения',
      seen(validityView(validity, 'offer', 'ru').text),
      ['Коммерческий директор', 'В.~Ю.~Рощина'].join('|'),
      seen(signatureView(context(), 'ru').preparedBy),
    ];
    expect(text.map(seen)).toEqual(expected.join('|').split('|'));
  });
});
