import type { AccountEventKind } from '../domain/accountEvent.ts';
import type { DataCategory, ErasureReason } from '../domain/erasure.ts';
import { nbsp } from '../domain/formatMoney.ts';
import type { Language } from '../domain/language.ts';
import type { Certainty, Psychotype } from '../domain/person.ts';
import type { SpecialCategory } from '../domain/specialData.ts';

/** Words of two papers: everything about a person, and the act of a destruction. */
export type PersonDataWords = {
  readonly dataTitle: string;
  readonly dataFile: string;
  readonly intro: (operator: string, day: string) => string;
  readonly others: string;
  readonly otherPerson: string;
  readonly ourPerson: string;
  readonly none: string;
  readonly headings: Readonly<
    Record<
      'card' | 'facts' | 'special' | 'notes' | 'events' | 'tasks' | 'tenders' | 'proposals' | 'mentions',
      string
    >
  >;
  readonly fields: Readonly<
    Record<
      | 'name'
      | 'client'
      | 'position'
      | 'department'
      | 'phone'
      | 'email'
      | 'contactKind'
      | 'birthday'
      | 'family'
      | 'hobbies'
      | 'values'
      | 'education'
      | 'career'
      | 'taboos'
      | 'worry'
      | 'role'
      | 'influence'
      | 'attitude'
      | 'psychotype'
      | 'criteria'
      | 'heeds'
      | 'conflicts'
      | 'knownBy',
      string
    >
  >;
  readonly psychotype: Readonly<Record<Psychotype, string>>;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly eventKind: Readonly<Record<AccountEventKind, string>>;
  readonly special: Readonly<Record<SpecialCategory, string>>;
  readonly consent: (by: string, day: string, purpose: string, review: string) => string;
  readonly asAddressee: string;
  readonly asReader: string;
  readonly sentFile: (name: string, day: string) => string;
  readonly contactQuality: (quality: number) => string;
  readonly done: string;
  readonly act: {
    readonly title: (number: number) => string;
    readonly extract: (number: number) => string;
    readonly file: string;
    readonly rows: Readonly<
      Record<
        | 'date'
        | 'operator'
        | 'inn'
        | 'address'
        | 'subject'
        | 'categories'
        | 'system'
        | 'means'
        | 'reason'
        | 'responsible'
        | 'scope'
        | 'sent'
        | 'backups',
        string
      >
    >;
    readonly system: string;
    readonly means: string;
    readonly subject: (code: string) => string;
    readonly scope: (cards: number, links: number, texts: number, left: number) => string;
    readonly sentFiles: Readonly<Record<'none' | 'kept' | 'erased', string>>;
    readonly backups: Readonly<Record<'kept' | 'remade', string>>;
    readonly signature: string;
    readonly basis: string;
  };
  readonly reason: Readonly<Record<ErasureReason, string>>;
  readonly category: Readonly<Record<DataCategory, string>>;
};

const ru: PersonDataWords = {
  dataTitle: 'Сведения о человеке',
  dataFile: 'Сведения',
  intro: (operator, day) =>
    `Здесь всё, что ${operator} хранит об этом человеке на ${day}: карточка, факты с источником, события, задачи, предложения. Цель обработки: подготовка и ведение договоров с компанией, где он работает.`,
  others: 'Сведения о других людях не раскрываются: вместо имён стоят их должности.',
  otherPerson: 'другой человек',
  ourPerson: 'наш сотрудник',
  none: 'Нет',
  headings: {
    card: 'Карточка',
    facts: 'Факты',
    special: 'Деликатные факты',
    notes: 'Заметки',
    events: 'События',
    tasks: 'Задачи',
    tenders: 'Тендеры',
    proposals: 'Предложения',
    mentions: 'Упоминания в других записях',
  },
  fields: {
    name: 'Имя',
    client: 'Компания',
    position: 'Должность',
    department: 'Отдел',
    phone: 'Телефон',
    email: 'Почта',
    contactKind: 'Как лучше связаться',
    birthday: 'День рождения',
    family: 'Семья',
    hobbies: 'Увлечения',
    values: 'Ценности',
    education: 'Образование',
    career: 'Где работал раньше',
    taboos: 'О чём не говорить',
    worry: 'Что сейчас волнует',
    role: 'Роль в решении',
    influence: 'Влияние, от 1 до 5',
    attitude: 'Отношение к нам',
    psychotype: 'Психотип',
    criteria: 'По чему судит',
    heeds: 'Прислушивается',
    conflicts: 'Конфликт',
    knownBy: 'Кто из нас знаком',
  },
  psychotype: {
    analyst: 'аналитик',
    expressive: 'экспрессивный',
    driver: 'директивный',
    amiable: 'дружеский',
    unknown: 'не определён',
  },
  certainty: { confirmed: 'подтверждено', heard: 'слышали', guessed: 'предположение' },
  eventKind: {
    meeting: 'встреча',
    call: 'звонок',
    letter: 'письмо',
    complaint: 'рекламация',
    wish: 'пожелание',
    misunderstanding: 'недоразумение',
    feedback: 'отзыв',
    promise: 'обещание',
    gift: 'подарок',
    document: 'документ',
    note: 'заметка',
  },
  special: {
    health: 'здоровье',
    religion: 'вера и убеждения',
    politics: 'политика',
    intimate: 'интимная жизнь',
    biometrics: 'биометрия',
    convictions: 'судимость',
  },
  consent: (by, day, purpose, review) => `согласие ${day} (${by}), цель: ${purpose}, пересмотреть ${review}`,
  asAddressee: 'адресат',
  asReader: 'читатель',
  sentFile: (name, day) => `отправлен файл «${name}» ${day}`,
  contactQuality: (quality) => `контакт ${quality} из${nbsp}5`,
  done: 'сделано',
  act: {
    title: (number) => `Акт об${nbsp}уничтожении персональных данных №${nbsp}${number}`,
    extract: (number) => `Выгрузка из${nbsp}журнала событий к${nbsp}акту №${nbsp}${number}`,
    file: 'Акт_об_уничтожении',
    rows: {
      date: 'Дата уничтожения',
      operator: 'Оператор',
      inn: 'ИНН',
      address: 'Адрес',
      subject: 'Субъект персональных данных',
      categories: 'Категории уничтоженных данных',
      system: 'Информационная система',
      means: 'Способ уничтожения',
      reason: 'Причина уничтожения',
      responsible: 'Кто уничтожил',
      scope: 'Объём',
      sent: 'Отправленные предложения',
      backups: 'Резервные копии',
    },
    system: 'Камертон, зашифрованное хранилище на рабочем компьютере',
    means:
      'Удаление записей с перезаписью освободившегося места, перестроением поискового указателя и файла хранилища средствами программы',
    subject: (code) => `Код ${code}; имя и${nbsp}другие сведения уничтожены`,
    scope: (cards, links, texts, left) =>
      `карточек: ${cards}; связей с${nbsp}записями: ${links}; записей, где имя заменено: ${texts}; записей, где имя оставлено: ${left}`,
    sentFiles: {
      none: 'Не было',
      kept: 'Сохранены как деловые документы',
      erased: 'Уничтожены, сохранены сведения об отправке без имени',
    },
    backups: {
      kept: 'Не изменялись, заменяются по порядку хранения',
      remade: 'Прежние уничтожены, сделана новая без этих данных',
    },
    signature: 'Подпись',
    basis:
      'Составлено по приказу Роскомнадзора от 28.10.2022 № 179. Акт и выгрузку хранят три года с даты уничтожения.',
  },
  reason: {
    consentWithdrawn: 'отзыв согласия',
    purposeReached: 'достигнута цель обработки',
    request: 'требование субъекта',
    unlawful: 'обработка без законного основания',
    other: 'другая причина',
  },
  category: {
    name: 'фамилия, имя, отчество',
    work: 'должность, образование, прежняя работа',
    contacts: 'телефон, электронная почта, способ связи',
    birthday: 'дата рождения',
    personal: 'семья, увлечения, ценности, личные обстоятельства',
    decision: 'роль в решении, отношение, критерии выбора, психотип',
    facts: 'факты о человеке',
    special: 'специальные категории',
    notes: 'личные заметки',
    files: 'приложенные файлы',
    mentions: 'упоминания в записях',
    letters: 'обращения в предложениях',
  },
};

const en: PersonDataWords = {
  dataTitle: 'What is kept about a person',
  dataFile: 'Personal_data',
  intro: (operator, day) =>
    `This is everything that ${operator} keeps about this person on ${day}: the card, facts with their sources, events, tasks, proposals. Purpose: preparing and keeping contracts with the company they work for.`,
  others: 'Data of other people are not disclosed: their posts stand instead of their names.',
  otherPerson: 'another person',
  ourPerson: 'our employee',
  none: 'None',
  headings: {
    card: 'Card',
    facts: 'Facts',
    special: 'Sensitive facts',
    notes: 'Notes',
    events: 'Events',
    tasks: 'Tasks',
    tenders: 'Tenders',
    proposals: 'Proposals',
    mentions: 'Mentions in other records',
  },
  fields: {
    name: 'Name',
    client: 'Company',
    position: 'Post',
    department: 'Department',
    phone: 'Telephone',
    email: 'E-mail',
    contactKind: 'Best way to reach',
    birthday: 'Birthday',
    family: 'Family',
    hobbies: 'Hobbies',
    values: 'Values',
    education: 'Education',
    career: 'Earlier jobs',
    taboos: 'Not to speak of',
    worry: 'On their mind now',
    role: 'Role in the decision',
    influence: 'Influence, 1 to 5',
    attitude: 'Attitude to us',
    psychotype: 'Psychotype',
    criteria: 'Judges by',
    heeds: 'Listens to',
    conflicts: 'At odds with',
    knownBy: 'Known by',
  },
  psychotype: {
    analyst: 'analyst',
    expressive: 'expressive',
    driver: 'driver',
    amiable: 'amiable',
    unknown: 'not known',
  },
  certainty: { confirmed: 'confirmed', heard: 'heard', guessed: 'guessed' },
  eventKind: {
    meeting: 'meeting',
    call: 'call',
    letter: 'letter',
    complaint: 'complaint',
    wish: 'wish',
    misunderstanding: 'misunderstanding',
    feedback: 'feedback',
    promise: 'promise',
    gift: 'gift',
    document: 'document',
    note: 'note',
  },
  special: {
    health: 'health',
    religion: 'religion and belief',
    politics: 'politics',
    intimate: 'intimate life',
    biometrics: 'biometrics',
    convictions: 'convictions',
  },
  consent: (by, day, purpose, review) => `consent ${day} (${by}), purpose: ${purpose}, review ${review}`,
  asAddressee: 'addressee',
  asReader: 'reader',
  sentFile: (name, day) => `file “${name}” sent ${day}`,
  contactQuality: (quality) => `contact ${quality} of 5`,
  done: 'done',
  act: {
    title: (number) => `Act of destruction of personal data No.${nbsp}${number}`,
    extract: (number) => `Journal extract to act No.${nbsp}${number}`,
    file: 'Act_of_destruction',
    rows: {
      date: 'Date of destruction',
      operator: 'Controller',
      inn: 'Tax number',
      address: 'Address',
      subject: 'Data subject',
      categories: 'Categories of data destroyed',
      system: 'Information system',
      means: 'Means of destruction',
      reason: 'Reason',
      responsible: 'Destroyed by',
      scope: 'Extent',
      sent: 'Proposals that were sent',
      backups: 'Backups',
    },
    system: 'Kamerton, an encrypted vault on a work computer',
    means: 'Records removed, freed space overwritten, search index and vault file rebuilt by the program',
    subject: (code) => `Code ${code}; name and other data are destroyed`,
    scope: (cards, links, texts, left) =>
      `cards: ${cards}; links to records: ${links}; records where the name was replaced: ${texts}; where it was left: ${left}`,
    sentFiles: {
      none: 'None',
      kept: 'Kept as business documents',
      erased: 'Destroyed; that they were sent is kept without the name',
    },
    backups: {
      kept: 'Not changed, replaced in the order of storage',
      remade: 'Earlier ones destroyed, a new one made without these data',
    },
    signature: 'Signature',
    basis:
      'Made in the form of Roskomnadzor’s order No. 179 of 28.10.2022. The act and the extract are kept for three years.',
  },
  reason: {
    consentWithdrawn: 'consent withdrawn',
    purposeReached: 'purpose reached',
    request: 'request of the person',
    unlawful: 'no lawful basis',
    other: 'other',
  },
  category: {
    name: 'surname, first name, patronymic',
    work: 'post, education, earlier jobs',
    contacts: 'telephone, e-mail, way of contact',
    birthday: 'date of birth',
    personal: 'family, hobbies, values, personal circumstances',
    decision: 'role in the decision, attitude, criteria, psychotype',
    facts: 'facts about the person',
    special: 'special categories',
    notes: 'private notes',
    files: 'attached files',
    mentions: 'mentions in records',
    letters: 'addresses in proposals',
  },
};

export const personDataWords: Readonly<Record<Language, PersonDataWords>> = { ru, en };
