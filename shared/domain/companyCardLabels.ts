import type { Requisites } from './requisites.ts';

/** What a label of a company card leads to; `ignored` ends the value before it and is left out. */
export type CardField = keyof Requisites | 'headTitle' | 'ignored';

type Label = {
  readonly field: CardField;
  readonly words: string;
  /** Short marks such as «ИНН» are labels anywhere in a line; words such as «банк» only where a label stands. */
  readonly anywhere: boolean;
};

const anywhere = (field: CardField, words: string): Label => ({ field, words, anywhere: true });
const atStart = (field: CardField, words: string): Label => ({ field, words, anywhere: false });

const company =
  '(?:организации|предприятия|компании|общества|фирмы|юридического лица|юр\\.? ?лица|контрагента|клиента)';

/** Labels as companies write them, folded (lower case, «ё» as «е»); the longer ones stand before their beginnings. */
export const cardLabels: readonly Label[] = [
  atStart(
    'ignored',
    `(?:(?:полное|сокращ[её]нное|краткое) )?(?:фирменное )?(?:наименование|название)(?: ${company})? на (?:английском|иностранном) языке`,
  ),
  atStart(
    'fullName',
    `полное (?:официальное |фирменное )?(?:наименование|название)(?: ${company})?(?: на русском языке)?`,
  ),
  atStart('fullName', 'full (?:legal |company )?name|company name|legal name'),
  atStart(
    'shortName',
    `(?:сокращ[её]нное|краткое|сокр\\.?) (?:фирменное )?(?:наименование|название)(?: ${company})?(?: на русском языке)?`,
  ),
  atStart('shortName', 'short name|trade name'),
  anywhere(
    'bankName',
    `(?:полное )?наименование (?:обслуживающего )?банка|банк получателя|обслуживающий банк`,
  ),
  atStart(
    'fullName',
    `(?:наименование|название)(?: ${company})?|организация|предприятие|компания|контрагент|получатель`,
  ),
  anywhere('inn', 'инн|inn|tax id|tin'),
  anywhere('kpp', 'кпп|kpp'),
  anywhere('ogrn', 'огрнип|огрн|ogrn'),
  anywhere('okpo', 'окпо|okpo'),
  anywhere('okved', 'оквэд(?: ?2)?|okved'),
  anywhere('ignored', 'октмо|окато|окогу|окфс|окопф|оконх|дата регистрации|swift|iban'),
  atStart(
    'postalAddress',
    '(?:почтовый|фактический|факт\\.|почт\\.) ?(?:и почтовый |и фактический )?адрес|адрес для (?:корреспонденции|писем|почты)',
  ),
  atStart('postalAddress', 'postal address|mailing address|actual address'),
  atStart(
    'legalAddress',
    '(?:юридический|юр\\.|юр) ?(?:и фактический |и почтовый |\\(?фактический\\)? ?)?адрес(?: \\(?(?:местонахождение|место нахождения)\\)?)?|адрес (?:регистрации|места ?нахождения|местонахождения|юридический|государственной регистрации|в пределах места нахождения)|место ?нахождени[ея]|местонахождение|legal address|registered (?:office|address)',
  ),
  atStart('legalAddress', 'адрес|address'),
  anywhere(
    'correspondentAccount',
    'корреспондентский (?:счет|сч\\.)|кор(?:р)?\\. ?(?:счет|сч\\.?)|корр?(?:еспондентский)? ?счет|корсчет|корр?[./]? ?с(?:ч|чет)?[./]?(?=[\\s:№\\d])|к ?[/.\\\\] ?сч(?:ет|\\.)?|к ?[/.\\\\] ?с\\.?|correspondent account|corr\\.? account',
  ),
  anywhere(
    'settlementAccount',
    'расч[её]тный (?:счет|сч\\.)(?: в рублях)?|расч\\. ?(?:счет|сч\\.?)|р ?[/.\\\\] ?сч(?:ет|\\.)?|р ?[/.\\\\] ?с\\.?|рублевый счет|банковский счет|settlement account|current account|(?:bank )?account (?:no\\.?|number)',
  ),
  atStart('settlementAccount', 'сч[её]т(?: получателя)?|номер сч[её]та|account'),
  anywhere('bic', 'бик(?: банка)?|bic'),
  atStart('bankName', 'банк(?:овские реквизиты)?|bank(?: name)?'),
  atStart('headPosition', 'должность (?:руководителя|подписанта)'),
  atStart(
    'headName',
    '(?:ф\\. ?и\\. ?о\\.|фио) ?(?:руководителя|директора|генерального директора|подписанта)?|руководитель(?: организации| предприятия)?|подписант|head|director',
  ),
  anywhere('headName', 'в лице'),
  atStart(
    'headTitle',
    '(?:генеральный|исполнительный|коммерческий|управляющий|ген\\.) ?директор|директор|президент|председатель правления|управляющий|главный врач|general director|chief executive officer|ceo|managing director',
  ),
  atStart('ignored', 'главный бухгалтер|гл\\. ?бухгалтер|бухгалтер|контактное лицо|режим работы'),
  anywhere(
    'headBasis',
    '(?:действу(?:ет|ющ(?:ий|его|ая|ей)) )?на основании|основание (?:полномочий|подписи)?',
  ),
  atStart(
    'phone',
    'контактный телефон|контактные телефоны|номер телефона|телефон ?/ ?факс|телефон(?:ы|\\(ы\\))?|тел\\.? ?/ ?факс|тел(?:\\.|ефон)?|моб(?:\\.|ильный)?|phone|tel\\.?',
  ),
  atStart('ignored', 'факс|fax'),
  atStart(
    'email',
    'адрес электронной почты|электронн(?:ая|ый) (?:почта|адрес)|эл\\.? ?(?:почта|адрес|п\\.)|e-?mail|имейл|почта',
  ),
  atStart('site', 'официальный сайт|интернет-сайт|веб-сайт|сайт|web-?site|web|site'),
];
