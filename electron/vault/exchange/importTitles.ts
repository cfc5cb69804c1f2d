import type {
  AccountField,
  DeliveryField,
  DossierImportField,
  ImportKind,
  PersonField,
} from '../../../shared/domain/dossierImport.ts';
import { headingWords } from '../../../shared/document/exportWords.ts';
import type { OwnFieldKey } from '../../../shared/domain/detailFields.ts';
import { isOwnField } from '../../../shared/domain/dossierStandard.ts';
import { Language } from '../../../shared/domain/language.ts';
import { fullHeading, type OwnColumn } from '../../../shared/domain/ownColumn.ts';
import { foldTitle, guessMapping, type ImportField } from './layout.ts';

// Titles stand folded: lower case, «ё» as «е», without dots and colons. The first pattern of a field fits best.
const clientTitles = [
  /^(клиент|контрагент|покупатель|заказчик|партнер|(груз)?получатель)( |$)|^(client|customer|account|company|buyer|organization)( name)?$|^компания$|^организация$/,
  /клиент|контрагент|покупатель|заказчик|компания|организация|customer|client|company|organization name/,
];
const innTitles = [/^инн( |$)|^inn$|^tax (id|number)|^tin$|^реквизит.* инн/, /(^| )инн( |$)/];

const deliveryTitles: readonly ImportField<DeliveryField>[] = [
  { key: 'inn', titles: innTitles },
  { key: 'client', titles: clientTitles },
  {
    key: 'date',
    titles: [
      /^дата( документа| отгрузки| поставки| продажи| реализации| операции)?$|^(delivery |invoice |order |sale |posting )?date$/,
      /^дата|date$|^период$/,
    ],
  },
  {
    key: 'cost',
    titles: [/^(себестоимость|закупка|закупочная|стоимость закупки|cost|cogs)/],
  },
  {
    key: 'margin',
    titles: [
      /^(рентабельность|маржинальность)|^((валовая )?(маржа|прибыль)|(gross )?(margin|profit)),? ?%|^% ?(маржи|рентабельности)/,
    ],
  },
  { key: 'profit', titles: [/^(валовая )?прибыль|^(gross )?profit/, /^маржа|^(gross )?margin|прибыль/] },
  {
    key: 'revenue',
    titles: [
      /^(выручка|сумма|стоимость|оборот|продажи|реализация).*без ндс|^(revenue|net (amount|sales)|amount net)/,
      /^(выручка|сумма(?! ндс)|стоимость|оборот|объем продаж|продажи|отгружено|amount|sales|turnover|total)/,
    ],
  },
  { key: 'currency', titles: [/^валюта|^currency/] },
  {
    key: 'document',
    titles: [
      /^(документ|регистратор|накладная|упд|document|invoice (no|number)|order (no|number))( |$)|^(номер|№)( документа)?$/,
      /документ|накладн|^invoice$|^order$|^№/,
    ],
  },
  {
    key: 'direction',
    titles: [
      /^направление|^(товарная |номенклатурная )?группа|^категория|^вид (номенклатуры|продукции|товара)|^direction|^category|^product (line|group)/,
    ],
  },
  {
    key: 'subject',
    titles: [
      /^(номенклатура|что (поставлено|отгружено|продано)|предмет|товар|продукция|услуга|содержание|subject|product|item|goods)/,
      /^(наименование|описание|description|комментарий)|номенклатура|товар/,
    ],
  },
];

const accountTitles: readonly ImportField<AccountField>[] = [
  { key: 'inn', titles: innTitles },
  { key: 'kpp', titles: [/^кпп( |$)|^kpp$|^реквизит.* кпп/, /(^| )кпп( |$)/] },
  { key: 'ogrn', titles: [/^огрн(ип)?( |$)|^ogrn$|^реквизит.* огрн/, /(^| )огрн(ип)?( |$)/] },
  { key: 'okpo', titles: [/(^| )окпо( |$)|^okpo$/] },
  { key: 'okved', titles: [/(^| )оквэд( |$)|^okved$/] },
  { key: 'bankName', titles: [/^(наименование )?банк(а|)( |$)|^bank( name)?$/] },
  { key: 'bic', titles: [/(^| )бик( |$)|^bic$/] },
  { key: 'correspondentAccount', titles: [/^(корр?(еспондентский)? ?сч|к\/?с( |$))|^correspondent/] },
  { key: 'settlementAccount', titles: [/^(рас[чс]етный сч|р\/?с( |$))|^(settlement|bank) account/] },
  { key: 'headPosition', titles: [/^должность( руководителя)?$|^head position|^position of head/] },
  { key: 'headBasis', titles: [/^(действует )?на основании|^основание/] },
  {
    key: 'headName',
    titles: [/^(фио )?(руководител[ья]|генеральный директор|директор)( |$)|^(head|director|ceo)( name)?$/],
  },
  {
    key: 'fullName',
    titles: [/^(полное|юридическое) (наименование|название)|^(full|legal) name|^реквизит.* полное/],
  },
  {
    key: 'name',
    titles: [
      /^(название|наименование)( компании| организации| клиента)?$|^(company|client|account|organization)( name)?$|^(клиент|компания|контрагент|организация)$|^name$/,
      /наименование|название|контрагент|клиент|покупатель|заказчик/,
    ],
  },
  { key: 'legalForm', titles: [/^(правовая |организационно-правовая )?форма|^опф$|^(legal )?form$/] },
  {
    key: 'postalAddress',
    titles: [/^(почтовый|фактический) адрес|^(postal|mailing|actual|shipping) address/],
  },
  {
    key: 'legalAddress',
    titles: [/^юр(идический)? адрес|^(legal|registered) address/, /^адрес|^address|^billing address/],
  },
  { key: 'industry', titles: [/^(отрасль|сфера деятельности|индустрия|industry|вид деятельности)/] },
  { key: 'city', titles: [/^(город|населенный пункт|city|town)( |$)/, /город|city/] },
  {
    key: 'employees',
    titles: [
      /^((кол-во|количество|число) (сотрудников|работников)|численность|сотрудник(и|ов)$)|^(number of )?employees/,
    ],
  },
  { key: 'foundedYear', titles: [/^(год (основания|создания)|founded|year founded)/] },
  { key: 'annualRevenue', titles: [/^(годовой оборот|годовая выручка|annual revenue|annual turnover)/] },
  {
    // «Валюта» alone may be that of other sums, such as those of the last twelve months in our own table.
    key: 'clientCurrency',
    titles: [
      /^валюта (клиента|контрагента|компании|выручки|оборота)|^(client|customer|account|company|revenue)('?s)? currency/,
    ],
  },
  { key: 'types', titles: [/^тип( ключевого)?( клиента)?$|^(client |account )?types?$/] },
  { key: 'phone', titles: [/^(рабочий )?телефон|^(business |work |main )?phone/, /телефон|phone/] },
  { key: 'email', titles: [/^(рабочий )?e-?mail|^(эл(ектронная)? )?почта/, /e-?mail|почта/] },
  {
    key: 'site',
    titles: [/^(корпоративный )?сайт|^web ?(site|page)|^site$|^url$/, /сайт|website|web page/],
  },
  { key: 'description', titles: [/^(описание|комментарий|о компании|description|comment|notes?)/] },
];

const personTitles: readonly ImportField<PersonField>[] = [
  { key: 'inn', titles: innTitles },
  { key: 'lastName', titles: [/^фамилия$|^(last|family) name$|^surname$/] },
  { key: 'middleName', titles: [/^отчество$|^middle name$|^additional name$|^patronymic$/] },
  { key: 'firstName', titles: [/^имя$|^(first|given) name$/] },
  {
    key: 'fullName',
    titles: [
      /^(ф ?и ?о|фио)( |$)|^фамилия,? имя|^(full )?name$|^(контактное лицо|контакт|сотрудник|человек)$/,
    ],
  },
  { key: 'client', titles: clientTitles },
  {
    key: 'position',
    titles: [/^должность|^(job )?title$|^position$|^organization 1 - title$|^organization title$/],
  },
  {
    key: 'department',
    titles: [/^(отдел|подразделение|департамент)|^department|^organization( 1 -)? department$/],
  },
  {
    key: 'mobile',
    titles: [/^мобильный( телефон)?|^сотовый|^mobile( phone)?$/, /^phone 2 - value$|мобильный|mobile/],
  },
  {
    key: 'phone',
    titles: [
      /^(рабочий )?телефон( 1)?$|^(business|work) phone$|^phone( number)?$|^phone 1 - value$|^телефоны$/,
      /рабочий телефон|телефон|phone/,
    ],
  },
  {
    key: 'email',
    titles: [
      /^(рабочий )?e-?mail$|^e-?mail( 1 - value| address)$|^(эл(ектронная)? )?почта$|^адрес эл(ектронной)? почты$/,
      /e-?mail|почта/,
    ],
  },
  { key: 'birthday', titles: [/^(день|дата) рождения$|^birthday$|^birth date$|^date of birth$/, /рожд/] },
  { key: 'role', titles: [/^роль|^role/] },
  { key: 'note', titles: [/^(заметк[аи]|комментарий|примечание|notes?|comment)/] },
];

/** Titles of columns by kind of table, in Russian and English. */
export type KnownTitles = Readonly<Record<ImportKind, readonly ImportField<DossierImportField>[]>>;

const literally = (title: string): string =>
  foldTitle(title).replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/**
 * A department's own fields are looked for by their name as it stands, or by the heading that an export gives them where
 * the name alone does not tell them; that fits better than any pattern.
 */
function ownTitle(column: OwnColumn): ImportField<OwnFieldKey> {
  const full = Language.options.map((language) => fullHeading(column, headingWords(language)));
  const known = [column.label, ...full].map(literally).join('|');
  return { key: column.key, titles: [new RegExp(`^(${known})$`)] };
}

/** What columns are known by, with those of the department's own fields of a client (`own`) before the program's. */
export function titlesWith(own: readonly OwnColumn[]): KnownTitles {
  return {
    deliveries: deliveryTitles,
    accounts: [...own.map(ownTitle), ...accountTitles],
    people: personTitles,
  };
}

/** All titles at once: to find the heading of a table before its kind is known. */
export const allTitles = (known: KnownTitles): readonly ImportField<string>[] => Object.values(known).flat();

/** What tells a kind from the others, with its weight. */
const signs: Readonly<Record<ImportKind, Readonly<Partial<Record<DossierImportField, number>>>>> = {
  deliveries: { revenue: 4, date: 2, document: 2, profit: 2, subject: 1, client: 1, cost: 1 },
  people: {
    lastName: 4,
    firstName: 2,
    middleName: 2,
    fullName: 3,
    position: 2,
    birthday: 2,
    mobile: 1,
    email: 1,
    phone: 1,
  },
  accounts: {
    name: 2,
    inn: 2,
    kpp: 2,
    ogrn: 2,
    legalAddress: 2,
    industry: 2,
    employees: 2,
    site: 1,
    city: 1,
    phone: 1,
  },
};

/** An own field tells of a client as much as its industry. */
const ownSign = 2;

/** The kind of table that the titles of its columns speak of. */
export function guessKind(titles: readonly string[], known: KnownTitles): ImportKind {
  let best: { kind: ImportKind; score: number } = { kind: 'deliveries', score: 0 };
  for (const kind of ['deliveries', 'people', 'accounts'] as const) {
    const mapping = guessMapping(titles, known[kind]);
    const told = Object.entries(mapping).reduce((sum, [field, column]) => {
      // The keys of a mapping are fields; Object.entries widens them to string.
      const weight = isOwnField(field) ? ownSign : (signs[kind][field as DossierImportField] ?? 0);
      return column === null ? sum : sum + weight;
    }, 0);
    // Revenue without a day or a document is a figure of a client, such as that of the last twelve months.
    // In a grouped report of 1С the document stands in the column of the client, and so in its title.
    const namesDocument = titles.some((title) => /документ|регистратор/i.test(title));
    const isUndated = kind === 'deliveries' && mapping.date === null && !namesDocument;
    const score = isUndated ? told / 2 : told;
    if (score > best.score) best = { kind, score };
  }
  return best.kind;
}
