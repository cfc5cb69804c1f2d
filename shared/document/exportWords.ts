import { nbsp } from '../domain/formatMoney.ts';
import type { AccountType, IndustryVariant } from '../domain/account.ts';
import type { AccountHealth } from '../domain/accountView.ts';
import type { FollowUpKind } from '../domain/followUp.ts';
import type { Language } from '../domain/language.ts';
import type { HeadingWords } from '../domain/ownColumn.ts';
import type { ProposalStatus } from '../domain/proposal.ts';
import { isShippedStandard } from '../domain/shippedStandards.ts';
import type { TenderReason, TenderStatus } from '../domain/tender.ts';
import type { ExportedTableKey } from '../domain/exportFile.ts';

/** Words inside files for other programs: titles of columns, names of files, entries of a calendar. */
export type ExportWords = {
  readonly tables: Readonly<Record<ExportedTableKey, string>>;
  readonly cards: string;
  readonly calendar: string;
  readonly columns: {
    readonly clients: readonly string[];
    readonly deliveries: readonly string[];
    readonly tenders: readonly string[];
    readonly proposals: readonly string[];
  };
  /** The program's own standards, behind a column whose name alone does not tell it. */
  readonly standard: Readonly<Record<IndustryVariant, string>>;
  readonly formerField: string;
  readonly accountType: Readonly<Record<AccountType, string>>;
  readonly health: Readonly<Record<AccountHealth, string>>;
  readonly tenderStatus: Readonly<Record<TenderStatus, string>>;
  readonly tenderReason: Readonly<Record<TenderReason, string>>;
  readonly proposalStatus: Readonly<Record<ProposalStatus, string>>;
  readonly followUp: Readonly<Record<FollowUpKind, string>>;
  readonly birthday: (person: string, client: string) => string;
  readonly promise: (title: string, client: string) => string;
  readonly tender: (title: string, client: string) => string;
  readonly proposalEnds: (number: string, client: string) => string;
  readonly task: (title: string, client: string) => string;
};

const ru: ExportWords = {
  tables: { clients: 'Клиенты', deliveries: 'Поставки', tenders: 'Тендеры', proposals: 'Предложения' },
  cards: 'Визитки',
  calendar: 'Даты и задачи',
  columns: {
    clients: [
      'Клиент',
      'Форма',
      'ИНН',
      'Отрасль',
      'Город',
      'Тип',
      'ABC-XYZ',
      'Выручка за 12 мес.',
      'Прибыль за 12 мес.',
      'Валюта',
      `Доля прибыли, %`,
      'Последний контакт',
      'Состояние',
      'Полнота досье, %',
      'Следующий шаг',
      'Когда',
      'Валюта клиента',
    ],
    deliveries: [
      'Дата',
      'Клиент',
      'ИНН',
      'Направление',
      'Что поставлено',
      'Выручка без НДС',
      'Прибыль',
      'Валюта',
      'Документ',
    ],
    tenders: [
      'Тендер',
      'Клиент',
      'Состояние',
      'День тендера',
      'Бюджет',
      'Наша цена',
      'Валюта',
      'Шагов сделано',
      'Шагов всего',
      'Причины исхода',
    ],
    proposals: [
      'Номер',
      'Редакция',
      'Клиент',
      'Название',
      'Предмет',
      'Состояние',
      'Дата',
      'Действует до',
      'Сумма',
      'Валюта',
      'Читатели',
    ],
  },
  standard: {
    general: 'Общая анкета',
    manufacturer: 'Производитель',
    distributor: 'Дистрибьютор',
    medical: 'Медицинское учреждение',
  },
  formerField: 'Прежнее поле',
  accountType: {
    breadwinner: 'Кормилец',
    prospective: 'Перспективный',
    imageMaker: 'Имиджмейкер',
    expert: 'Эксперт',
  },
  health: { even: 'ровно', attention: 'внимание', risk: 'риск' },
  tenderStatus: {
    expected: 'ожидается',
    preparing: 'готовимся',
    submitted: 'заявка подана',
    won: 'выигран',
    lost: 'проигран',
    cancelled: 'отменён',
    declined: 'не участвуем',
  },
  tenderReason: {
    price: 'Цена',
    paymentTerms: 'Условия оплаты',
    deliveryTime: 'Срок поставки',
    technicalFit: 'Соответствие ТЗ',
    serviceLevel: 'Уровень сервиса',
    references: 'Рекомендации',
    relations: 'Отношения с участниками',
    lateStart: 'Поздно начали',
    requirementsShapedByOther: 'Требования написаны под другого',
    documents: 'Документы',
    reputation: 'Репутация',
    budgetCut: 'Бюджет урезан',
  },
  proposalStatus: {
    draft: 'черновик',
    sent: 'отправлено',
    received: 'получено',
    inReview: 'рассматривают',
    accepted: 'принято',
    declined: 'отклонено',
    expired: 'срок истёк',
  },
  followUp: {
    checkReceipt: 'Убедиться, что предложение получено',
    askNextSteps: 'Спросить о следующих шагах',
    askUrgency: 'Спросить, что торопит решение',
    agreeInterim: 'Согласовать промежуточный итог',
    custom: 'Задача',
  },
  birthday: (person, client) => `День рождения: ${person} (${client})`,
  promise: (title, client) => `Обещали: ${title} (${client})`,
  tender: (title, client) => `Тендер: ${title} (${client})`,
  proposalEnds: (number, client) => `Кончается срок КП №${nbsp}${number} (${client})`,
  task: (title, client) => `${title} (${client})`,
};

const en: ExportWords = {
  tables: { clients: 'Clients', deliveries: 'Deliveries', tenders: 'Tenders', proposals: 'Proposals' },
  cards: 'Cards',
  calendar: 'Dates and tasks',
  columns: {
    clients: [
      'Client',
      'Form',
      'INN',
      'Industry',
      'City',
      'Type',
      'ABC-XYZ',
      'Revenue, 12 months',
      'Profit, 12 months',
      'Currency',
      'Share of profit, %',
      'Last contact',
      'State',
      'Completeness, %',
      'Next step',
      'When',
      'Client’s currency',
    ],
    deliveries: [
      'Date',
      'Client',
      'INN',
      'Direction',
      'Subject',
      'Revenue without VAT',
      'Profit',
      'Currency',
      'Document',
    ],
    tenders: [
      'Tender',
      'Client',
      'State',
      'Day of the tender',
      'Budget',
      'Our bid',
      'Currency',
      'Steps done',
      'Steps',
      'Reasons of the outcome',
    ],
    proposals: [
      'Number',
      'Edition',
      'Client',
      'Title',
      'Subject',
      'State',
      'Date',
      'Valid until',
      'Total',
      'Currency',
      'Readers',
    ],
  },
  standard: {
    general: 'General form',
    manufacturer: 'Manufacturer',
    distributor: 'Distributor',
    medical: 'Medical institution',
  },
  formerField: 'Former field',
  accountType: {
    breadwinner: 'Breadwinner',
    prospective: 'Prospective',
    imageMaker: 'Image maker',
    expert: 'Expert',
  },
  health: { even: 'even', attention: 'attention', risk: 'risk' },
  tenderStatus: {
    expected: 'expected',
    preparing: 'preparing',
    submitted: 'submitted',
    won: 'won',
    lost: 'lost',
    cancelled: 'cancelled',
    declined: 'not taking part',
  },
  tenderReason: {
    price: 'Price',
    paymentTerms: 'Payment terms',
    deliveryTime: 'Delivery time',
    technicalFit: 'Technical fit',
    serviceLevel: 'Service level',
    references: 'References',
    relations: 'Relations with participants',
    lateStart: 'Started late',
    requirementsShapedByOther: 'Requirements shaped by another',
    documents: 'Documents',
    reputation: 'Reputation',
    budgetCut: 'Budget cut',
  },
  proposalStatus: {
    draft: 'draft',
    sent: 'sent',
    received: 'received',
    inReview: 'in review',
    accepted: 'accepted',
    declined: 'declined',
    expired: 'expired',
  },
  followUp: {
    checkReceipt: 'Make sure the proposal was received',
    askNextSteps: 'Ask about the next steps',
    askUrgency: 'Ask what makes it urgent',
    agreeInterim: 'Agree an interim result',
    custom: 'Task',
  },
  birthday: (person, client) => `Birthday: ${person} (${client})`,
  promise: (title, client) => `Promised: ${title} (${client})`,
  tender: (title, client) => `Tender: ${title} (${client})`,
  proposalEnds: (number, client) => `Proposal No.${nbsp}${number} expires (${client})`,
  task: (title, client) => `${title} (${client})`,
};

/** Words of exported files by language. */
export const exportWords: Readonly<Record<Language, ExportWords>> = { ru, en };

/** How the columns of a department's own fields are headed in a file. */
export function headingWords(language: Language): HeadingWords {
  const { standard, formerField } = exportWords[language];
  return {
    standard: ({ id, name }) => (name !== '' || !isShippedStandard(id) ? name : standard[id]),
    former: formerField,
  };
}
