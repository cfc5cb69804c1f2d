import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { ContactCard } from '../../../shared/domain/contactCard.ts';
import type { DossierImportPlan, PersonField } from '../../../shared/domain/dossierImport.ts';
import { namePartsOf } from '../../../shared/domain/nameForms.ts';
import type { DecisionRole, PersonDraft, ShippedRole } from '../../../shared/domain/person.ts';
import {
  clientOf,
  createRowReader,
  firstText,
  type LeftField,
  type LeftRow,
  type NamedClient,
  type RowReader,
  sumsUp,
} from './dossierRow.ts';
import { readBirthday } from './readDays.ts';
import type { TableRow } from './tableFile.ts';

export type ToldRole = Partial<Pick<PersonDraft, 'readerRole' | 'decisionRole'>>;

export type PersonRow = {
  readonly kind: 'person';
  readonly row: number;
  readonly client: NamedClient | null;
  readonly card: ContactCard;
  readonly role: ToldRole;
  readonly left: LeftField | null;
};

const readerRoles: readonly (readonly [RegExp, ShippedRole])[] = [
  [/финанс|бухгалт|^finance|^cfo/, 'finance'],
  [/персонал|кадр|^hr|human/, 'hr'],
  [/техн|инженер|^technical|^cto|engineer/, 'technical'],
  [/закуп|снабж|procure|purchas|buyer/, 'procurement'],
  [/безопасн|security/, 'security'],
  [/юрист|прав[оа]|legal|lawyer/, 'legal'],
  [/пользовател|^user/, 'user'],
  [/руководител|генеральн|^директор$|^head|^ceo/, 'ceo'],
  [/друг|other/, 'other'],
];
const decisionRoles: readonly (readonly [RegExp, DecisionRole])[] = [
  [/принимает решени|^лпр$|decision maker|^decides/, 'decides'],
  [/бюджет|budget/, 'approvesBudget'],
  [/требовани|requirement/, 'setsRequirements'],
  [/рекоменд|recommend/, 'recommends'],
  [/совет|консульт|влия|advis|influenc/, 'advises'],
  [/пользуется|^uses/, 'uses'],
  [/доступ|секретар|gatekeeper/, 'gatekeeper'],
];

function roleOf(text: string): ToldRole | null {
  const word = text.toLowerCase();
  const decision = decisionRoles.find(([pattern]) => pattern.test(word));
  if (decision !== undefined) return { decisionRole: decision[1] };
  const reader = readerRoles.find(([pattern]) => pattern.test(word));
  return reader === undefined ? null : { readerRole: reader[1] };
}

/** Telephones and addresses of several columns and of Google's « ::: » in one line, each once. */
function joined(texts: readonly string[], longest: number): string {
  const parts = texts.flatMap((text) => text.split(/\s*(?::::|[;,])\s*/)).filter((part) => part !== '');
  let line = '';
  for (const part of new Set(parts)) {
    const longer = line === '' ? part : `${line}, ${part}`;
    if (longer.length > longest) break;
    line = longer;
  }
  return line;
}

function birthdayOf(row: TableRow, reader: RowReader, today: CalendarDate) {
  const text = reader.text(row, 'birthday');
  // Outlook writes an empty birthday as zeros.
  if (text === '' || /^0+[/.-]0+[/.-]0+$/.test(text)) return { birthday: null, left: null };
  const birthday = readBirthday(reader.cell(row, 'birthday'), reader.dayOrder('birthday'));
  const field: PersonField = 'birthday';
  const value = text.slice(0, 200);
  if (birthday === null) return { birthday, left: { reason: 'badBirthday', field, value } as const };
  const isAhead = !birthday.startsWith('--') && String(birthday) > today;
  return isAhead
    ? { birthday: null, left: { reason: 'birthdayAhead', field, value } as const }
    : { birthday, left: null };
}

function nameOf(row: TableRow, reader: RowReader) {
  const whole = reader.text(row, 'fullName');
  const parts = {
    lastName: reader.text(row, 'lastName'),
    firstName: reader.text(row, 'firstName'),
    middleName: reader.text(row, 'middleName'),
  };
  const told = parts.lastName === '' && whole !== '' ? { ...namePartsOf(whole) } : parts;
  const cut = (text: string) => text.slice(0, 100);
  return {
    lastName: cut(told.lastName),
    firstName: cut(told.firstName),
    middleName: cut(told.middleName || parts.middleName),
  };
}

/** The rows of a table of people; without a name a row is left out, a cell that cannot be read costs only its field. */
export function readPersonRows(
  rows: readonly TableRow[],
  plan: DossierImportPlan,
  today: CalendarDate,
): (PersonRow | LeftRow)[] {
  const reader = createRowReader(rows, plan);
  return rows.map((row) => {
    if (sumsUp(row)) return { kind: 'total', row: row.number, name: firstText(row) };
    const name = nameOf(row, reader);
    const said = [name.lastName, name.firstName].join(' ').trim() || firstText(row);
    const skipped = { kind: 'skipped', row: row.number, name: said, value: '' } as const;
    if (name.lastName === '' && name.firstName === '')
      return { ...skipped, reason: 'noName', field: reader.has('fullName') ? 'fullName' : 'lastName' };
    const client = clientOf(row, reader, '');
    if (client === null && plan.accountId === null)
      return { ...skipped, reason: 'noClient', field: 'client' };
    const { birthday, left: badDay } = birthdayOf(row, reader, today);
    const roleText = reader.text(row, 'role');
    const role = roleText === '' ? {} : roleOf(roleText);
    const badRole = { reason: 'badRole', field: 'role', value: roleText.slice(0, 200) } as const;
    return {
      kind: 'person',
      row: row.number,
      client,
      card: {
        ...name,
        position: reader.text(row, 'position').slice(0, 200),
        department: reader.text(row, 'department').slice(0, 200),
        phone: joined([reader.text(row, 'phone'), reader.text(row, 'mobile')], 100),
        email: joined([reader.text(row, 'email')], 200).split(', ')[0] ?? '',
        birthday,
        note: reader.text(row, 'note').slice(0, 10_000),
      },
      role: role ?? {},
      left: badDay ?? (role === null ? badRole : null),
    };
  });
}
