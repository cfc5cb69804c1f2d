import type { AccountEventKind } from './accountEvent.ts';
import type { CalendarDate } from './calendarDate.ts';
import type { Person } from './person.ts';

/**
 * Everything the vault holds of one person, without data of other people: those are told by their posts
 * (152-ФЗ art. 14; GDPR art. 15, 20). GLOSSARY: всё об этом человеке.
 */
export type PersonData = {
  readonly kind: 'kamerton.personData';
  readonly version: 1;
  readonly madeOn: CalendarDate;
  readonly operator: { readonly name: string; readonly inn: string; readonly address: string };
  /** One for each client they stand under. */
  readonly cards: readonly PersonCardData[];
  readonly events: readonly {
    readonly client: string;
    readonly on: CalendarDate;
    readonly kind: AccountEventKind;
    readonly title: string;
    readonly text: string;
    readonly outcome: string;
    /** Posts of the others who took part. */
    readonly with: readonly string[];
  }[];
  readonly tasks: readonly {
    readonly on: CalendarDate;
    readonly title: string;
    readonly doneOn: CalendarDate | null;
  }[];
  readonly tenders: readonly { readonly title: string; readonly contactQuality: number }[];
  readonly proposals: readonly {
    readonly number: string;
    readonly title: string;
    readonly on: CalendarDate;
    readonly as: 'addressee' | 'reader';
    readonly sentFiles: readonly { readonly fileName: string; readonly on: CalendarDate }[];
  }[];
  /** Other records that name the person, a few words around each name. */
  readonly mentions: readonly { readonly where: string; readonly quotes: readonly string[] }[];
};

export type PersonCardData = Omit<
  Person,
  'id' | 'revision' | 'savedAtMs' | 'accountId' | 'heeds' | 'conflicts' | 'contactsOfOurs' | 'nameForms'
> & {
  readonly client: string;
  /** Posts of those they heed and are at odds with. */
  readonly heeds: readonly string[];
  readonly conflicts: readonly string[];
  /** Posts of our people who know them, and how well, 1 … 5. */
  readonly knownBy: readonly {
    readonly position: string;
    readonly strength: number;
    readonly kind: string;
  }[];
};
