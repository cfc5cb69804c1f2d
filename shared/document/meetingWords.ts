import { fieldAsked } from './dossierWords.ts';
import type { OpenQuestion } from '../domain/accountView.ts';
import { nbsp } from '../domain/formatMoney.ts';
import type { Language } from '../domain/language.ts';
import type { Attitude, CriterionKey, DecisionRole, OwnTermKey, Psychotype } from '../domain/person.ts';
import type { TenderReason } from '../domain/tender.ts';

type QuestionWords = {
  readonly [Kind in OpenQuestion['kind']]: (question: Extract<OpenQuestion, { kind: Kind }>) => string;
};

/** What a meeting sheet prints besides what the dossier says (GLOSSARY: лист к встрече). */
export type MeetingWords = {
  readonly title: (company: string) => string;
  readonly fileName: string;
  readonly weekdays: readonly string[];
  readonly purpose: string;
  readonly private: string;
  readonly columns: {
    readonly who: string;
    readonly role: string;
    readonly judges: string;
    readonly manner: string;
  };
  readonly nobody: string;
  readonly more: (count: number) => string;
  readonly headings: {
    readonly promises: string;
    readonly complaints: string;
    readonly dates: string;
    readonly questions: string;
    readonly offers: string;
    readonly objections: string;
    readonly mistakes: string;
  };
  readonly none: {
    readonly promises: string;
    readonly complaints: string;
    readonly dates: string;
    readonly typed: string;
  };
  readonly promise: (by: 'us' | 'them', title: string, due: string | null, late: boolean) => string;
  readonly since: (title: string, day: string) => string;
  /** What the picture of the group is called. */
  readonly map: string;
  readonly worry: (text: string) => string;
  readonly taboos: (text: string) => string;
  readonly birthday: (name: string) => string;
  readonly tender: (title: string) => string;
  readonly proposalEnds: (number: string) => string;
  readonly mistakes: readonly string[];
  readonly decisionRole: Readonly<Record<DecisionRole, string>>;
  readonly attitude: Readonly<Record<Attitude, string>>;
  readonly advice: Readonly<Record<Psychotype, string>>;
  readonly criterion: Readonly<Record<Exclude<CriterionKey, OwnTermKey>, string>>;
  readonly question: QuestionWords;
  readonly readerRole: Readonly<Record<Extract<OpenQuestion, { kind: 'roleMissing' }>['role'], string>>;
  readonly suggested: {
    readonly proposal: (number: string) => string;
    readonly growth: (zone: string) => string;
    readonly criterion: (criterion: string, person: string) => string;
    readonly competitor: (name: string, strength: string, weakness: string) => string;
    readonly lost: (tender: string, reason: string) => string;
  };
  readonly tenderReason: Readonly<Record<TenderReason, string>>;
};

const ru: MeetingWords = {
  title: (company) => `Встреча: ${company}`,
  fileName: 'Лист_к_встрече',
  weekdays: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
  purpose: 'Цель: ',
  private: `Личный лист: прочитать до${nbsp}встречи и${nbsp}не${nbsp}брать с${nbsp}собой`,
  columns: {
    who: 'Кто придёт',
    role: 'Роль в решении',
    judges: 'По чему судит',
    manner: 'Как говорить',
  },
  nobody: 'Участники не выбраны',
  more: (count) => `и${nbsp}ещё${nbsp}${count}`,
  headings: {
    promises: 'Обещания',
    complaints: 'Открытые рекламации и\u00a0пожелания',
    dates: 'Даты ближайших 14 дней',
    questions: 'Спросить',
    offers: 'Предложить',
    objections: 'Возражения и ответы',
    mistakes: 'Семь ошибок, которых не будет',
  },
  none: {
    promises: 'Невыполненных нет',
    complaints: 'Нет',
    dates: 'Нет',
    typed: 'Пока не записано',
  },
  promise: (by, title, due, late) =>
    `${by === 'us' ? 'Мы' : 'Они'}: ${title}${due === null ? '' : `, до${nbsp}${due}`}${late ? ' (просрочено)' : ''}`,
  since: (title, day) => `${title} (с${nbsp}${day})`,
  map: 'Карта группы',
  worry: (text) => `сейчас волнует: ${text}`,
  taboos: (text) => `о${nbsp}чём не${nbsp}говорить: ${text}`,
  birthday: (name) => `день рождения, ${name}`,
  tender: (title) => `тендер «${title}»`,
  proposalEnds: (number) => `кончается срок КП №${nbsp}${number}`,
  mistakes: [
    'Опоздать',
    'Спорить',
    'Перебивать',
    'Не знать клиента',
    'Прийти без вопросов и предложений',
    'Забыть о манерах',
    'Не знать товар',
  ],
  decisionRole: {
    decides: 'принимает решение',
    approvesBudget: 'утверждает бюджет',
    setsRequirements: 'задаёт требования',
    recommends: 'рекомендует',
    advises: 'советует',
    uses: 'пользуется',
    gatekeeper: 'открывает доступ',
    unknown: 'неизвестна, выяснить',
  },
  attitude: {
    against: 'против нас',
    wary: 'относится настороженно',
    neutral: 'относится нейтрально',
    disposed: 'относится хорошо',
    supporter: 'за нас',
    unknown: '',
  },
  advice: {
    analyst: 'Начать с расчёта, таблицу прислать заранее; не торопить и не округлять.',
    expressive: 'Начать с замысла и примера; подробности — письмом после встречи.',
    driver: 'Коротко: итог, цифра, срок. Дать два варианта и право выбрать.',
    amiable: 'Начать с людей, показать, кто будет рядом; не давить сроками.',
    unknown: '',
  },
  criterion: {
    exclusiveTerms: 'особые условия',
    statusRecognition: 'признание статуса',
    businessKnowledge: 'знание их дела',
    price: 'цена',
    ownershipCost: 'стоимость владения',
    paymentTerms: 'условия оплаты',
    payback: 'окупаемость',
    reliability: 'надёжность',
    serviceLevel: 'уровень сервиса',
    technicalFit: 'соответствие ТЗ',
    launchTime: 'срок запуска',
    references: 'рекомендации',
    training: 'обучение людей',
    relations: 'отношения',
    compliance: 'документы и нормы',
    safety: 'безопасность',
  },
  question: {
    noPeople: () => `Кто участвует в${nbsp}решении о${nbsp}закупке?`,
    noDecisionMaker: () => 'За кем последнее слово?',
    needsUnknown: () => 'Что для вас сейчас важнее всего?',
    plansUnknown: () => `Какие планы на${nbsp}ближайший год?`,
    requisitesMissing: () => 'Взять карточку предприятия',
    fieldUnknown: (asked) => fieldAsked(asked, 'ru'),
    competitorsUnknown: () => `С${nbsp}кем ещё вы работаете и${nbsp}за что их цените?`,
    roleMissing: ({ role }) => `Познакомиться: ${ru.readerRole[role]}`,
    criteriaUnknown: ({ personName }) => `По чему судит о${nbsp}поставщике ${personName}?`,
    attitudeUnknown: ({ personName }) => `Как к${nbsp}нам относится ${personName}?`,
    lossReasonMissing: ({ tenderTitle }) => `Что решило исход тендера «${tenderTitle}»?`,
    tenderBudgetUnknown: ({ tenderTitle }) => `Какой бюджет у${nbsp}тендера «${tenderTitle}»?`,
  },
  readerRole: {
    ceo: 'руководитель',
    hr: 'директор по персоналу',
    finance: 'финансовый директор',
    technical: 'технический директор',
    procurement: 'закупки',
    security: 'безопасность',
    legal: 'юрист',
    user: 'пользователи',
    other: 'другие участники',
  },
  suggested: {
    proposal: (number) => `Спросить о${nbsp}КП №${nbsp}${number} и${nbsp}назначить следующий шаг`,
    growth: (zone) => zone,
    criterion: (criterion, person) => `${person}: говорить о${nbsp}том, что важно: ${criterion}`,
    competitor: (name, strength, weakness) =>
      `«${name}: ${strength}» — ${weakness === '' ? 'наш ответ: …' : `зато ${weakness}`}`,
    lost: (tender, reason) =>
      `«${reason}», как в${nbsp}тендере «${tender}», — что изменилось с${nbsp}тех пор: …`,
  },
  tenderReason: {
    price: 'Дорого',
    paymentTerms: 'Не подходят условия оплаты',
    deliveryTime: 'Долго ждать',
    technicalFit: 'Не всё по ТЗ',
    serviceLevel: 'Сервиса мало',
    references: 'Мало рекомендаций',
    relations: 'Мы вас плохо знаем',
    lateStart: 'Вы пришли поздно',
    requirementsShapedByOther: 'Требования уже написаны',
    documents: 'Не хватило документов',
    reputation: 'Слышали о вас разное',
    budgetCut: 'Бюджет урезали',
  },
};

const en: MeetingWords = {
  title: (company) => `Meeting: ${company}`,
  fileName: 'Meeting_sheet',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  purpose: 'Purpose: ',
  private: 'Private sheet: read it before the meeting and leave it behind',
  columns: { who: 'Who comes', role: 'Role in the decision', judges: 'Judges by', manner: 'How to talk' },
  nobody: 'Nobody is chosen yet',
  more: (count) => `and ${count} more`,
  headings: {
    promises: 'Promises',
    complaints: 'Open complaints and wishes',
    dates: 'Dates of the next 14 days',
    questions: 'To ask',
    offers: 'To offer',
    objections: 'Objections and answers',
    mistakes: 'Seven mistakes not to make',
  },
  none: { promises: 'None is open', complaints: 'None', dates: 'None', typed: 'Nothing written yet' },
  promise: (by, title, due, late) =>
    `${by === 'us' ? 'We' : 'They'}: ${title}${due === null ? '' : `, by ${due}`}${late ? ' (overdue)' : ''}`,
  since: (title, day) => `${title} (since ${day})`,
  map: 'Map of the group',
  worry: (text) => `on their mind: ${text}`,
  taboos: (text) => `do not speak of: ${text}`,
  birthday: (name) => `birthday, ${name}`,
  tender: (title) => `tender “${title}”`,
  proposalEnds: (number) => `proposal No.${nbsp}${number} expires`,
  mistakes: [
    'Being late',
    'Arguing',
    'Interrupting',
    'Not knowing the client',
    'Coming without questions and offers',
    'Bad manners',
    'Not knowing the product',
  ],
  decisionRole: {
    decides: 'decides',
    approvesBudget: 'approves the budget',
    setsRequirements: 'sets requirements',
    recommends: 'recommends',
    advises: 'advises',
    uses: 'uses',
    gatekeeper: 'gives access',
    unknown: 'not known, find out',
  },
  attitude: {
    against: 'against us',
    wary: 'wary',
    neutral: 'neutral',
    disposed: 'well disposed',
    supporter: 'supports us',
    unknown: '',
  },
  advice: {
    analyst: 'Start with the calculation, send the table ahead; do not rush or round.',
    expressive: 'Start with the idea and an example; details by letter afterwards.',
    driver: 'Be brief: result, figure, date. Give two options and the choice.',
    amiable: 'Start with people, show who will be at their side; no pressing with dates.',
    unknown: '',
  },
  criterion: {
    exclusiveTerms: 'exclusive terms',
    statusRecognition: 'recognition of status',
    businessKnowledge: 'knowing their business',
    price: 'price',
    ownershipCost: 'cost of ownership',
    paymentTerms: 'payment terms',
    payback: 'payback',
    reliability: 'reliability',
    serviceLevel: 'service level',
    technicalFit: 'technical fit',
    launchTime: 'time to launch',
    references: 'references',
    training: 'training',
    relations: 'relations',
    compliance: 'papers and norms',
    safety: 'safety',
  },
  question: {
    noPeople: () => 'Who takes part in the decision to buy?',
    noDecisionMaker: () => 'Who has the last word?',
    needsUnknown: () => 'What matters most to you now?',
    plansUnknown: () => 'What are the plans for the coming year?',
    requisitesMissing: () => 'Take the company details',
    fieldUnknown: (asked) => fieldAsked(asked, 'en'),
    competitorsUnknown: () => 'Who else do you work with, and what do you value them for?',
    roleMissing: ({ role }) => `Get to know: ${en.readerRole[role]}`,
    criteriaUnknown: ({ personName }) => `What does ${personName} judge a supplier by?`,
    attitudeUnknown: ({ personName }) => `How does ${personName} regard us?`,
    lossReasonMissing: ({ tenderTitle }) => `What decided the tender “${tenderTitle}”?`,
    tenderBudgetUnknown: ({ tenderTitle }) => `What is the budget of the tender “${tenderTitle}”?`,
  },
  readerRole: {
    ceo: 'the chief executive',
    hr: 'the head of personnel',
    finance: 'the finance director',
    technical: 'the technical director',
    procurement: 'procurement',
    security: 'security',
    legal: 'the lawyer',
    user: 'the users',
    other: 'the others who take part',
  },
  suggested: {
    proposal: (number) => `Ask about proposal No.${nbsp}${number} and agree the next step`,
    growth: (zone) => zone,
    criterion: (criterion, person) => `${person}: speak of what matters, ${criterion}`,
    competitor: (name, strength, weakness) =>
      `“${name}: ${strength}”: ${weakness === '' ? 'our answer: …' : `but ${weakness}`}`,
    lost: (tender, reason) => `“${reason}”, as in the tender “${tender}”: what has changed since: …`,
  },
  tenderReason: {
    price: 'Too expensive',
    paymentTerms: 'The payment terms do not suit us',
    deliveryTime: 'Too long to wait',
    technicalFit: 'Not all as specified',
    serviceLevel: 'Too little service',
    references: 'Few references',
    relations: 'We hardly know you',
    lateStart: 'You came late',
    requirementsShapedByOther: 'The requirements are written already',
    documents: 'Papers were missing',
    reputation: 'We have heard different things',
    budgetCut: 'The budget was cut',
  },
};

/** Printed words of meeting sheets by language. */
export const meetingWords: Readonly<Record<Language, MeetingWords>> = { ru, en };
