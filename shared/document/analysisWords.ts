import { nbsp } from '../domain/formatMoney.ts';
import type { AnalysisTable } from '../domain/exportFile.ts';
import type { Language } from '../domain/language.ts';
import type { LossCause } from '../domain/lostClients.ts';
import { pluralRu } from '../domain/plural.ts';
import { exportWords } from './exportWords.ts';

type View = AnalysisTable['view'];

/** Words of the workbooks that the analysis is saved as. */
export type AnalysisWords = {
  /** Names of the file and its sheet. */
  readonly names: Readonly<Record<View, string>>;
  readonly columns: Readonly<Record<View, readonly string[]>>;
  readonly outcome: Readonly<Record<'won' | 'lost', string>>;
  readonly archived: string;
  readonly cause: (cause: LossCause) => string;
};

const reasonsOf = (cause: Extract<LossCause, { kind: 'tender' }>, language: Language): string =>
  cause.reasons.length === 0
    ? ''
    : ` (${cause.reasons.map((reason) => exportWords[language].tenderReason[reason].toLowerCase()).join(', ')})`;

const ru: AnalysisWords = {
  names: { sales: 'Доли клиентов', deals: 'Победы и проигрыши', lost: 'Ушедшие клиенты' },
  columns: {
    sales: [
      'Клиент',
      'ABC-XYZ',
      'Выручка',
      'Прибыль',
      'Валюта',
      'Доля, %',
      'Накоплено, %',
      'К прошлому году, п. п.',
      'Разброс закупок',
    ],
    deals: [
      'Сделка',
      'Клиент',
      'Отрасль',
      'Исход',
      'День решения',
      'Причины',
      'Наша цена',
      'Валюта',
      'Конкуренты',
    ],
    lost: [
      'Клиент',
      'Последняя поставка',
      'Прибыль последнего года',
      'Валюта',
      'Что могло увести',
      'Следующий шаг',
      'Когда',
      'В архиве',
    ],
  },
  outcome: { won: 'победа', lost: 'проигрыш' },
  archived: 'да',
  cause: (cause) => {
    switch (cause.kind) {
      case 'complaints':
        return `жалобы: ${cause.count}`;
      case 'promises':
        return `невыполненные обещания: ${cause.count}`;
      case 'tender':
        return `проигран тендер «${cause.title}»${reasonsOf(cause, 'ru')}`;
      case 'forgotten':
        return cause.days === null
          ? 'контактов не было'
          : `нет контактов ${cause.days}${nbsp}${pluralRu(cause.days, ['день', 'дня', 'дней'])}`;
    }
  },
};

const en: AnalysisWords = {
  names: { sales: 'Shares of clients', deals: 'Wins and losses', lost: 'Lost clients' },
  columns: {
    sales: [
      'Client',
      'ABC-XYZ',
      'Revenue',
      'Profit',
      'Currency',
      'Share, %',
      'Cumulative, %',
      'Against last year, pp',
      'Spread of purchases',
    ],
    deals: [
      'Deal',
      'Client',
      'Industry',
      'Outcome',
      'Decided on',
      'Reasons',
      'Our price',
      'Currency',
      'Competitors',
    ],
    lost: [
      'Client',
      'Last delivery',
      'Profit of the last year',
      'Currency',
      'What may have driven them away',
      'Next step',
      'When',
      'Archived',
    ],
  },
  outcome: { won: 'won', lost: 'lost' },
  archived: 'yes',
  cause: (cause) => {
    switch (cause.kind) {
      case 'complaints':
        return `complaints: ${cause.count}`;
      case 'promises':
        return `promises not kept: ${cause.count}`;
      case 'tender':
        return `tender “${cause.title}” lost${reasonsOf(cause, 'en')}`;
      case 'forgotten':
        return cause.days === null ? 'never contacted' : `no contact for ${cause.days} days`;
    }
  },
};

export const analysisWords: Readonly<Record<Language, AnalysisWords>> = { ru, en };
