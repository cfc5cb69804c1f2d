import type { Language } from '../../../shared/domain/language.ts';

/** Ids of the styles that are ours: stable in every language, while their names are the reader's. */
export type OwnStyle =
  | 'Spacer'
  | 'Rule'
  | 'Picture'
  | 'LetterheadName'
  | 'LetterheadTagline'
  | 'LetterheadDetails'
  | 'Addressee'
  | 'TableText'
  | 'TableStrong'
  | 'TableNote'
  | 'TableHead'
  | 'TableFigure'
  | 'TableGroup'
  | 'TableGrand'
  | 'InWords'
  | 'BlockTitle'
  | 'AttentionTitle'
  | 'BlockText'
  | 'CalloutTitle'
  | 'Callout'
  | 'Signature'
  | 'PreparedBy'
  | 'KamertonTable'
  | 'KamertonGrid'
  | 'KamertonPlain';

/** What the style gallery of Word shows. */
export const styleNames: Readonly<Record<Language, Readonly<Record<OwnStyle, string>>>> = {
  ru: {
    Spacer: 'Просвет',
    Rule: 'Линейка',
    Picture: 'Рисунок',
    LetterheadName: 'Бланк: название',
    LetterheadTagline: 'Бланк: подпись',
    LetterheadDetails: 'Бланк: реквизиты',
    Addressee: 'Адресат',
    TableText: 'Таблица: текст',
    TableStrong: 'Таблица: имя',
    TableNote: 'Таблица: примечание',
    TableHead: 'Таблица: шапка',
    TableFigure: 'Таблица: число',
    TableGroup: 'Таблица: раздел',
    TableGrand: 'Таблица: итог',
    InWords: 'Сумма прописью',
    BlockTitle: 'Врезка: заголовок',
    AttentionTitle: 'Врезка: внимание',
    BlockText: 'Врезка: текст',
    CalloutTitle: 'Выноска: заголовок',
    Callout: 'Выноска',
    Signature: 'Подписант',
    PreparedBy: 'Исполнитель',
    KamertonTable: 'Таблица с шапкой',
    KamertonGrid: 'Таблица без шапки',
    KamertonPlain: 'Таблица без линий',
  },
  en: {
    Spacer: 'Spacer',
    Rule: 'Rule',
    Picture: 'Picture',
    LetterheadName: 'Letterhead name',
    LetterheadTagline: 'Letterhead tagline',
    LetterheadDetails: 'Letterhead details',
    // Not «Addressee»: LibreOffice has a style of its own under that name.
    Addressee: 'Addressee lines',
    TableText: 'Table text',
    TableStrong: 'Table name',
    TableNote: 'Table note',
    TableHead: 'Table head',
    TableFigure: 'Table figure',
    TableGroup: 'Table group',
    TableGrand: 'Table grand total',
    InWords: 'Sum in words',
    BlockTitle: 'Box title',
    AttentionTitle: 'Box warning',
    BlockText: 'Box text',
    CalloutTitle: 'Callout title',
    Callout: 'Callout',
    Signature: 'Signatory',
    PreparedBy: 'Prepared by',
    KamertonTable: 'Table with head',
    KamertonGrid: 'Table without head',
    KamertonPlain: 'Table without lines',
  },
};
