import type { exchange as ru } from '../ru/exchange.ts';
import type { SameKeys } from '../sameKeys.ts';

/** Files of other programs: what comes in, what goes out. */
export const exchange: SameKeys<typeof ru> = {
  menu: 'Save for other programs',
  exchangeMenu: 'Exchange with other programs',
  show: 'Show in folder',
  open: 'Open',
  table: {
    clients: 'Clients as a workbook…',
    deliveries: 'Deliveries as a workbook…',
    tenders: 'Tenders as a workbook…',
    proposals: 'Proposals as a workbook…',
  },
  calendar: 'Dates and tasks as a calendar…',
  savedTable: 'The table was saved',
  savedCalendar: 'The calendar was saved',
  savedCards: 'The cards were saved',
  cards: {
    menu: 'Cards',
    load: 'Take in vCard cards…',
    save: 'Save vCard cards…',
    saveHint: 'Without notes and personal facts',
    title: 'Cards of the file',
    person: 'Person',
    contacts: 'Telephone and e-mail',
    result: 'What will happen',
    outcome: {
      new: 'a new person',
      fills: 'adds to {{name}}',
      same: 'all is there: {{name}}',
      nameless: 'no name, left out',
    },
    by: { name: 'known by name', phone: 'known by telephone', email: 'known by e-mail' },
    loss: {
      photo: 'without the photo',
      moreEmails: 'one e-mail address taken',
      badBirthday: 'the birthday cannot be',
    },
    choose: 'Take {{name}}',
    nothing: 'Nothing to take: everybody with a name is in the dossier already.',
    cancel: 'Cancel',
    submit_one: 'Take {{count}} card',
    submit_other: 'Take {{count}} cards',
    done: 'People added: {{created}}, completed: {{filled}}',
    undone: 'The cards are gone, the dossier is as it was',
  },
};
