import type { SchemeLine } from '../../../../shared/domain/accountPlan.ts';
import type { Colleague } from '../../../../shared/domain/company.ts';
import type { Person } from '../../../../shared/domain/person.ts';

/** A row of the scheme: one of their people, or a group of them. */
export type SchemeRow = {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly person: Person | null;
  readonly lines: readonly SchemeLine[];
};

const groupKey = (line: SchemeLine): string | null =>
  line.partner.kind === 'group' ? line.partner.name.trim().toLowerCase() : null;

/** Rows of the scheme: people by influence, then groups by name. People who left the dossier keep their row while a line stands. */
export function schemeRows(
  people: readonly Person[],
  scheme: readonly SchemeLine[],
  nameOf: (person: Person) => string,
  words: { readonly group: string; readonly gone: string },
): SchemeRow[] {
  const here = new Set(people.map(({ id }) => id));
  const gone = scheme.filter(({ partner }) => partner.kind === 'person' && !here.has(partner.personId));
  const groups = Map.groupBy(
    scheme.filter((line) => groupKey(line) !== null),
    (line) => groupKey(line) ?? '',
  );
  return [
    ...people
      .toSorted((a, b) => b.influence - a.influence)
      .map((person) => ({
        key: person.id,
        name: nameOf(person),
        note: person.position,
        person,
        lines: scheme.filter(({ partner }) => partner.kind === 'person' && partner.personId === person.id),
      })),
    ...[...groups]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([key, lines]) => ({
        key: `group ${key}`,
        name: lines[0]?.partner.kind === 'group' ? lines[0].partner.name : key,
        note: words.group,
        person: null,
        lines,
      })),
    ...gone.map((line) => ({
      key: `gone ${line.id}`,
      name: words.gone,
      note: line.topic,
      person: null,
      lines: [line],
    })),
  ];
}

/** A column of the scheme: a colleague of ours, or one who is no longer among them and still has lines. */
export type SchemeColumn = Pick<Colleague, 'id' | 'name' | 'position'>;

/** Our colleagues who stand in the table: everybody with a line or an acquaintance, then others up to so many. */
export function schemeColumns(
  colleagues: readonly Colleague[],
  scheme: readonly SchemeLine[],
  people: readonly Person[],
  how: { readonly most: number; readonly gone: string },
): SchemeColumn[] {
  const busy = new Set([
    ...scheme.map(({ colleagueId }) => colleagueId),
    ...people.flatMap(({ contactsOfOurs }) => contactsOfOurs.map(({ colleagueId }) => colleagueId)),
  ]);
  const known = colleagues.filter(({ id }) => busy.has(id));
  const idle = colleagues.filter(({ id }) => !busy.has(id));
  const here = new Set(colleagues.map(({ id }) => id));
  const gone = [...new Set(scheme.map(({ colleagueId }) => colleagueId))].filter((id) => !here.has(id));
  return [
    ...known,
    ...idle.slice(0, Math.max(0, how.most - known.length)),
    ...gone.map((id) => ({ id, name: how.gone, position: '' })),
  ];
}
