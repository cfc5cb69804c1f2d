import { defaultLook } from '../../shared/domain/company.ts';
import { calendarDate } from '../../shared/domain/calendarDate.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';
import { Proposal, ProposalContext } from '../../shared/domain/proposal.ts';
import {
  documentSchemaVersion,
  type BlockNode,
  type InlineNode,
  type TableCellNode,
  type TableHeaderNode,
} from '../../shared/document/nodes.ts';
import type { MergeFieldKey } from '../../shared/document/mergeFields.ts';
import type { Language } from '../../shared/domain/language.ts';
import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

const ids = {
  proposal: '5b0a4a10-0000-4000-8000-000000000001',
  account: '5b0a4a10-0000-4000-8000-000000000002',
  reader: '5b0a4a10-0000-4000-8000-000000000003',
  tender: '5b0a4a10-0000-4000-8000-000000000004',
  signatory: '5b0a4a10-0000-4000-8000-000000000005',
  author: '5b0a4a10-0000-4000-8000-000000000006',
  reference: '5b0a4a10-0000-4000-8000-000000000007',
  silentReference: '5b0a4a10-0000-4000-8000-000000000008',
} as const;

/** A plain PNG of one colour, as base64. */
export function samplePng(widthPx: number, heightPx: number, rgb: readonly [number, number, number]): string {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(widthPx, 0);
  head.writeUInt32BE(heightPx, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.from(Array.from({ length: widthPx }, () => rgb).flat()),
  ]);
  const pixels = Buffer.concat(Array.from({ length: heightPx }, () => row));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64');
}

const text = (words: string, ...marks: NonNullable<InlineNode['marks']>): InlineNode => ({
  type: 'text',
  text: words,
  marks,
});
const field = (key: MergeFieldKey): InlineNode => ({ type: 'mergeField', attrs: { key } });
const paragraph = (...content: InlineNode[]): BlockNode => ({ type: 'paragraph', content });
const heading = (level: 1 | 2 | 3, words: string): BlockNode => ({
  type: 'heading',
  attrs: { level, textAlign: null },
  content: [text(words)],
});
const bullets = (...items: BlockNode[][]): BlockNode => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
});
const numbers = (start: number, ...items: BlockNode[][]): BlockNode => ({
  type: 'orderedList',
  attrs: { start },
  content: items.map((content) => ({ type: 'listItem', content })),
});
const cell = (content: BlockNode[], more: Partial<TableCellNode['attrs']> = {}): TableCellNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null, ...more },
  content,
});
const head = (words: string, more: Partial<TableHeaderNode['attrs']> = {}): TableHeaderNode => ({
  type: 'tableHeader',
  attrs: { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null, ...more },
  content: [paragraph(text(words))],
});
const section = (
  sectionId: string,
  role: 'ceo' | 'finance' | 'technical' | 'hr' | null,
  ...content: BlockNode[]
): BlockNode => ({
  type: 'section',
  attrs: { sectionId, role, personIds: [], outlineTitle: sectionId },
  content,
});

function price(
  id: string,
  group: string,
  title: string,
  note: string,
  quantity: number,
  price: number,
  discountBp = 0,
) {
  return {
    id,
    group,
    title,
    note,
    unit: group === 'Сервис' ? 'мес.' : 'шт.',
    quantityMilli: quantity * 1000,
    priceMinor: price * 100,
    discountBp,
    vatRate: 22 as const,
  };
}

/** Every kind of node a document can hold, in the shape of a real proposal. */
function sampleBlocks(): BlockNode[] {
  return [
    section(
      'frame-letter',
      null,
      { type: 'letterhead' },
      { type: 'addressee' },
      heading(1, 'Коммерческое предложение'),
      paragraph(field('proposal.subject')),
      {
        type: 'paragraph',
        attrs: { textAlign: 'center' },
        content: [field('addressee.greeting'), text('!')],
      },
      paragraph(
        text(
          'Благодарим за возможность подготовить решение к\u00A0расширению цеха №\u00A04. Мы\u00A0обслуживаем ваши линии с\u00A02019\u00A0года и\u00A0знаем, во\u00A0что обходится час простоя туннельной печи. Поэтому предлагаем не\u00A0три компрессора, а\u00A0сжатый воздух с\u00A0гарантированным давлением и\u00A0понятной ценой каждого кубометра.',
        ),
      ),
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              cell(
                [
                  paragraph(text('25\u00A0329\u00A0396,00\u00A0₽', { type: 'bold' })),
                  paragraph(text('с\u00A0НДС 22\u00A0%, сервис включён')),
                ],
                { colwidth: [228] },
              ),
              cell([
                paragraph(text('2\u00A0года 10\u00A0месяцев', { type: 'bold' })),
                paragraph(text('окупаемость оборудования')),
              ]),
              cell([
                paragraph(text('14\u00A0недель', { type: 'bold' })),
                paragraph(text('от\u00A0договора до\u00A0пуска')),
              ]),
            ],
          },
        ],
      },
    ),
    section('role-ceo', 'ceo', heading(2, 'Условия, закреплённые за\u00A0«Тихвинским фарфором»'), {
      type: 'argument',
      attrs: { blockId: 'terms' as never, criterion: 'exclusiveTerms', personIds: [], reasons: [] },
      content: [
        bullets(
          [
            paragraph(
              text(
                'Дежурный инженер приезжает за\u00A04\u00A0часа в\u00A0любой день; такого срока нет больше ни\u00A0у\u00A0одного клиента области.',
              ),
            ),
          ],
          [
            paragraph(
              text(
                'Цена сервиса не\u00A0меняется 36\u00A0месяцев. Резервный компрессор закреплён за\u00A0вашей площадкой.',
              ),
            ),
            numbers(
              1,
              [
                paragraph(text('Склад в\u00A0Волхове')),
                numbers(
                  1,
                  [paragraph(text('Ремонтный комплект'))],
                  [paragraph(text('Масло Shell Corena S4 R 46'))],
                ),
              ],
              [paragraph(text('Склад в\u00A0Тихвине'))],
            ),
          ],
          [paragraph(text('План развития согласуем с\u00A0вами лично раз в\u00A0полгода.'))],
        ),
      ],
    }),
    section(
      'role-finance',
      'finance',
      heading(2, 'Стоимость, окупаемость и\u00A0порядок оплаты'),
      paragraph(
        text('Станция снижает расход электроэнергии на\u00A0'),
        text('5,6\u00A0млн\u00A0₽', { type: 'bold' }),
        text(' в\u00A0год ('),
        text('замер 12–18\u00A0октября 2026\u00A0г.', { type: 'italic' }),
        text(
          ', приложение\u00A01). Оборудование и\u00A0монтаж окупаются за\u00A02\u00A0года 10\u00A0месяцев.',
        ),
      ),
      {
        type: 'paymentSchedule',
        attrs: {
          stages: [
            { title: 'Аванс', term: '5\u00A0рабочих дней после договора', percentBp: 2000 },
            { title: 'По\u00A0отгрузке', term: '10-я неделя', percentBp: 3000 },
            { title: 'После пуска', term: 'отсрочка 60\u00A0дней', percentBp: 5000 },
          ],
        },
      },
    ),
    section(
      'role-hr',
      'hr',
      heading(2, 'Рекомендации и\u00A0обучение людей'),
      paragraph(
        text(
          'Обучим 12\u00A0операторов и\u00A0четырёх механиков цеха за\u00A0свой счёт до\u00A0пуска станции; каждый получит допуск завода.',
        ),
      ),
      { type: 'references', attrs: { referenceIds: [ids.reference as never, ids.silentReference as never] } },
    ),
    section(
      'role-technical',
      'technical',
      heading(2, 'Техническое решение'),
      heading(3, 'Состав станции'),
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [head('Показатель', { colwidth: [220] }), head('Сегодня'), head('После пуска')],
          },
          {
            type: 'tableRow',
            content: [
              cell([paragraph(text('Производительность, м³/мин'))]),
              cell([paragraph(text('18,2'))]),
              cell([paragraph(text('24,0'))], { shade: 'accentLight', verticalAlign: 'middle' }),
            ],
          },
          {
            type: 'tableRow',
            content: [
              cell([paragraph(text('Давление, бар'))], { rowspan: 2 }),
              cell([paragraph(text('6,5–8,1; скачет при пуске пресса'))]),
              cell([paragraph(text('7,5\u00A0±\u00A00,1'))]),
            ],
          },
          {
            type: 'tableRow',
            content: [
              cell(
                [
                  heading(3, 'Внимание'),
                  bullets(
                    [paragraph(text('Осушитель при −20\u00A0°C'))],
                    [paragraph(text('Ресивер 5\u00A0м³'))],
                  ),
                ],
                { colspan: 2 },
              ),
            ],
          },
        ],
      },
      numbers(
        3,
        [
          paragraph(
            text('Площадь машинного зала 42\u00A0м'),
            text('2', { type: 'superscript' }),
            text(', CO'),
            text('2', { type: 'subscript' }),
            text(' не\u00A0выше нормы.'),
          ),
        ],
        [
          paragraph(
            text('Подробности: ', { type: 'underline' }),
            text('паспорт станции', {
              type: 'link',
              attrs: { href: 'https://ladoga-pnevmo.example/pasport?a=1&b=2' },
            }),
            text(' или '),
            text('почта', { type: 'link', attrs: { href: 'mailto:kp@ladoga-pnevmo.example' } }),
            text('.'),
          ),
          paragraph(text('Второй абзац того же пункта.')),
        ],
      ),
      {
        type: 'image',
        attrs: {
          src: `data:image/png;base64,${samplePng(64, 24, [31, 78, 74])}`,
          alt: 'Схема станции',
          width: 640,
          height: 240,
          align: 'center',
          caption: 'Рисунок 1. Схема станции',
        },
      },
      {
        type: 'blockquote',
        content: [
          paragraph(text('Станция работает четвёртый год, ни\u00A0одной остановки печи по\u00A0нашей вине.')),
          paragraph(
            text('Старое условие', { type: 'strike' }),
            text(' '),
            text('новое условие', { type: 'textStyle', attrs: { color: '#c00000' } }),
            text(' '),
            text('важное', { type: 'highlight', attrs: { color: null } }),
          ),
        ],
      },
      { type: 'horizontalRule' },
      paragraph(
        text('Первая строка'),
        { type: 'hardBreak' },
        text('вторая строка; потребности: '),
        field('account.needs'),
      ),
    ),
    { type: 'pageBreak' },
    section('frame-prices', null, heading(2, 'Цены'), {
      type: 'priceTable',
      attrs: {
        table: {
          currency: 'RUB',
          vatMode: 'included',
          items: [
            price(
              'a',
              'Оборудование',
              'Компрессор винтовой КВ-75 с\u00A0частотным приводом',
              'В\u00A0комплекте: осушитель, два фильтра, шкаф управления',
              3,
              4_120_000,
              500,
            ),
            price('b', 'Оборудование', 'Ресивер вертикальный 5\u00A0м³', '', 2, 612_400),
            price(
              'c',
              'Монтаж и\u00A0пуск',
              'Монтаж, обвязка, пусконаладка',
              'Под ключ, 3\u00A0недели',
              1,
              2_310_000,
            ),
            price('d', 'Сервис', 'Сервис «Гарантированное давление»', '', 36, 189_500),
          ],
        },
      },
    }),
    section('frame-team', null, heading(2, 'Команда предложения'), {
      type: 'team',
      attrs: { colleagueIds: [ids.signatory as never, ids.author as never] },
    }),
    section('frame-end', null, { type: 'validity', attrs: { offerKind: 'offer' } }, { type: 'signature' }),
  ];
}

/** A finished proposal and its context; invented companies and people. */
export function sampleProposal(language: Language = 'ru'): { proposal: Proposal; context: ProposalContext } {
  const day = calendarDate('2026-11-23');
  const proposal = Proposal.parse({
    id: ids.proposal,
    accountId: ids.account,
    tenderId: ids.tender,
    templateId: 'industrial-supply',
    language,
    number: '2026-041',
    edition: 1,
    status: 'draft',
    title: 'Коммерческое предложение',
    subject: 'Компрессорная станция цеха №\u00A04: поставка, пуск и\u00A0сервис на\u00A036\u00A0месяцев',
    documentDate: day,
    validity: { validFrom: day, validUntil: calendarDate('2026-12-31') },
    readerIds: [ids.reader],
    addresseeId: ids.reader,
    fieldOverrides: {},
    document: { schemaVersion: documentSchemaVersion, root: { type: 'doc', content: sampleBlocks() } },
    revision: 3,
    createdAtMs: Date.UTC(2026, 10, 20, 8),
    savedAtMs: Date.UTC(2026, 10, 23, 8),
  });
  const colleague = (id: string, name: string, position: string, responsibility: string) => ({
    id,
    name,
    position,
    responsibility,
    phone: '+7 813 000-40-20',
    email: 'kp@ladoga-pnevmo.example',
    inTeamByDefault: true,
  });
  const reference = (id: string, consentFrom: string | null) => ({
    id,
    revision: 1,
    language: 'ru',
    companyName: 'Молоко Заонежья',
    industry: 'пищевая промышленность',
    project: 'Компрессорная станция розлива с\u00A0круглосуточным сервисом',
    result: 'Простои сократились с\u00A031 до\u00A06\u00A0часов в\u00A0год',
    year: 2025,
    refereeName: 'Громова Нина Викторовна',
    refereePosition: 'директор по\u00A0персоналу',
    refereeRole: 'hr',
    phone: '+7 814 000-11-22',
    email: 'gromova@zaonezhye.example',
    consentFrom,
    consentUntil: null,
    usedCount: 1,
  });
  const context = ProposalContext.parse({
    today: day,
    company: {
      revision: 1,
      name: 'Ладожская пневматика',
      legalForm: language === 'ru' ? 'ООО' : 'LLC',
      tagline: 'Компрессорные станции и сервис',
      requisites: {
        ...emptyRequisites,
        inn: '4702019380',
        kpp: '470201001',
        postalAddress: '187401, Волхов, Заводская ул., 14',
        phone: '+7 813 000-40-20',
        email: 'kp@ladoga-pnevmo.example',
      },
      logo: { mime: 'image/png', base64: samplePng(40, 40, [31, 78, 74]), widthPx: 40, heightPx: 40 },
      colleagues: [
        colleague(ids.signatory, 'Соколов Пётр Андреевич', 'Генеральный директор', 'Условия и\u00A0договор'),
        colleague(
          ids.author,
          'Ильина Мария Олеговна',
          'Руководитель проектов',
          'Сроки, пуск и\u00A0обучение',
        ),
      ],
      signatoryId: ids.signatory,
      authorId: ids.author,
      look: defaultLook,
      numberPattern: '{year}-{counter}',
      vatRate: 22,
      vatMode: 'included',
      validityDays: 30,
    },
    account: {
      id: ids.account,
      deleted: false,
      name: 'Тихвинский фарфор',
      legalForm: 'АО',
      fullName: 'Акционерное общество «Тихвинский фарфор»',
      industry: 'Керамика',
      city: 'Тихвин',
      inn: '4715001234',
      needs: '',
      plans: '',
      currency: 'RUB',
      firstDeliveryOn: '2019-03-12',
      deliveriesCount: 74,
    },
    tender: {
      id: ids.tender,
      title: 'Компрессорная станция',
      subject: '',
      requestNumber: 'ТФ-118/26 от 09.11.2026',
      tenderOn: '2026-12-10',
      criteria: [],
    },
    readers: [
      {
        personId: ids.reader,
        lastName: 'Вересов',
        firstName: 'Андрей',
        middleName: 'Николаевич',
        gender: 'male',
        position: 'Генеральный директор',
        role: 'ceo',
        influence: 5,
        psychotype: 'unknown',
        criteria: [],
        nameForms: { addresseeDative: '', positionDative: '', greeting: '' },
      },
    ],
    pastLosses: [],
    references: [reference(ids.reference, '2026-01-01'), reference(ids.silentReference, null)],
  });
  return { proposal, context };
}
