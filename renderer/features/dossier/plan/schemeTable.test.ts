import { describe, expect, it } from 'vitest';
import type { SchemeLine } from '../../../../shared/domain/accountPlan.ts';
import { calendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { Colleague } from '../../../../shared/domain/company.ts';
import { ColleagueId, PersonId } from '../../../../shared/domain/ids.ts';
import { schemeColumns, schemeRows } from './schemeTable.ts';

const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const colleague = (at: number): Colleague => ({
  id: ColleagueId.parse(uuid(at)),
  name: `Коллега ${at}`,
  position: '',
  phone: '',
  email: '',
  responsibility: '',
  inTeamByDefault: false,
});
const line = (at: number, colleagueAt: number, partner: SchemeLine['partner']): SchemeLine => ({
  id: uuid(at),
  colleagueId: ColleagueId.parse(uuid(colleagueAt)),
  partner,
  channel: 'call',
  everyDays: 30,
  topic: 'Итоги',
  since: calendarDate('2026-11-23'),
});
const anna = PersonId.parse(uuid(1));
const words = { group: 'группа', gone: 'нет в досье' };

describe('the scheme as a table', () => {
  it('keeps a column for everybody who has a line, also for one who left us', () => {
    const scheme = [
      line(50, 12, { kind: 'person', personId: anna }),
      line(51, 99, { kind: 'person', personId: anna }),
    ];
    const columns = schemeColumns([colleague(10), colleague(11), colleague(12)], scheme, [], {
      most: 2,
      gone: 'нет среди коллег',
    });
    expect(columns.map(({ name }) => name)).toEqual(['Коллега 12', 'Коллега 10', 'нет среди коллег']);
  });

  it('keeps a row for groups and for whoever left the dossier while a line stands', () => {
    const scheme = [
      line(50, 10, { kind: 'group', name: 'Техники', personIds: [anna] }),
      line(51, 11, { kind: 'group', name: ' техники', personIds: [anna] }),
      line(52, 10, { kind: 'person', personId: anna }),
    ];
    expect(schemeRows([], scheme, () => '', words).map(({ name, lines }) => [name, lines.length])).toEqual([
      ['Техники', 2],
      ['нет в досье', 1],
    ]);
  });
});
