import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountEvent } from '../../../../shared/domain/accountEvent.ts';
import { peopleOfLine } from '../../../../shared/domain/accountPlan.ts';
import type { SchemeLine } from '../../../../shared/domain/accountPlan.ts';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { lastContactWith } from '../../../../shared/domain/contactScheme.ts';
import type { ColleagueId } from '../../../../shared/domain/ids.ts';
import { shortName } from '../../../../shared/domain/nameForms.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { shortColleague } from '../colleagueName.ts';
import type { PlanDesk } from './planEdit.ts';
import { SchemeCell } from './SchemeCell.tsx';
import { SchemeDialog } from './SchemeDialog.tsx';
import type { LineStart } from './SchemeDialog.tsx';
import classes from './SchemePart.module.css';
import { schemeColumns, schemeRows } from './schemeTable.ts';
import type { SchemeRow } from './schemeTable.ts';

const mostColumns = 10;

/** Who of ours talks to whom of theirs: people down, our colleagues across, each line with the heat of its silence. */
export function SchemePart({ desk }: { readonly desk: PlanDesk }) {
  const { t } = useTranslation('plan');
  const words = useFieldWords();
  const people = useDesk('people.list', { accountId: desk.accountId }).data?.people;
  const company = useDesk('company.get', {}).data?.company;
  const events = useDesk('events.list', { accountId: desk.accountId }).data?.events;
  const [editing, setEditing] = useState<{
    readonly line: SchemeLine | null;
    readonly start?: LineStart;
  } | null>(null);
  const { scheme } = desk.view.plan;
  const { lines } = desk.view;
  if (people === undefined || company === undefined || events === undefined) return null;
  const neglected = lines.filter(({ state }) => state === 'neglected').length;
  const summary = [
    t('scheme.summary', { count: scheme.length }),
    ...(neglected === 0 ? [] : [t('scheme.neglected', { count: neglected })]),
  ].join(', ');
  const columns = schemeColumns(company.colleagues, scheme, people, {
    most: mostColumns,
    gone: t('scheme.colleagueGone'),
  });
  const here = new Set(company.colleagues.map(({ id }) => id));
  const rows = schemeRows(people, scheme, (person) => shortName(person, words.language), {
    group: t('scheme.group'),
    gone: t('scheme.gone'),
  });
  const body = () => {
    if (company.colleagues.length === 0)
      return (
        <EmptyState
          action={
            <Button onClick={() => goTo({ at: 'settings', page: 'company' })}>
              {t('scheme.addColleagues')}
            </Button>
          }
          calm
          title={t('scheme.emptyColleagues')}
        />
      );
    if (rows.length === 0)
      return (
        <EmptyState
          action={
            <Button onClick={() => goTo({ at: 'dossier', accountId: desk.accountId, tab: 'people' })}>
              {t('scheme.addPeople')}
            </Button>
          }
          calm
          title={t('scheme.emptyPeople')}
        />
      );
    return (
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('scheme.who')}</th>
              {columns.map(({ id, name, position }) => (
                <th key={id} scope="col" title={[name, position].join('\n')}>
                  {here.has(id) ? shortColleague(name, words.language) : name}
                </th>
              ))}
              <th className={classes.last} scope="col">
                {t('scheme.last')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <span className={classes.name}>{row.name}</span>
                  <span className={classes.note}>{row.note}</span>
                </th>
                {columns.map((colleague) => (
                  <td key={colleague.id}>
                    {linesIn(row, colleague.id).map((line) => (
                      <SchemeCell
                        colleague={colleague}
                        desk={desk}
                        key={line?.id ?? 'none'}
                        line={line}
                        onEdit={(chosen) => setEditing({ line: chosen })}
                        onNew={() => setEditing({ line: null, start: startOf(row, colleague.id) })}
                        row={row}
                      />
                    ))}
                  </td>
                ))}
                <td className={classes.last}>{words.ago(lastOf(row, events, words.today))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  };
  return (
    <section>
      <SectionTitle
        {...(scheme.length === 0 ? {} : { count: summary })}
        {...(rows.length === 0 || company.colleagues.length === 0
          ? {}
          : {
              action: (
                <Button
                  leftSection={<IconPlus size={16} stroke={1.5} />}
                  onClick={() => setEditing({ line: null })}
                >
                  {t('scheme.add')}
                </Button>
              ),
            })}
      >
        {t('scheme.title')}
      </SectionTitle>
      {scheme.length === 0 && rows.length > 0 ? <p className={classes.ask}>{t('scheme.empty')}</p> : null}
      {body()}
      {editing === null ? null : (
        <SchemeDialog
          desk={desk}
          line={editing.line}
          onClose={() => setEditing(null)}
          {...(editing.start === undefined ? {} : { start: editing.start })}
        />
      )}
    </section>
  );
}

/** The lines of a cell, or one empty place: two people may both meet yearly and call weekly. */
function linesIn(row: SchemeRow, colleagueId: ColleagueId): readonly (SchemeLine | null)[] {
  const lines = row.lines.filter((line) => line.colleagueId === colleagueId);
  return lines.length === 0 ? [null] : lines;
}

/** What a new line in a cell starts with. */
function startOf(row: SchemeRow, colleagueId: ColleagueId): LineStart {
  const [known] = row.lines;
  const partner =
    row.person !== null ? { kind: 'person' as const, personId: row.person.id } : (known?.partner ?? null);
  return { colleagueId, partner };
}

/** The latest contact of any kind with the row's people, whether a line asks for it or not. */
function lastOf(row: SchemeRow, events: readonly AccountEvent[], today: CalendarDate): CalendarDate | null {
  const ids = row.person === null ? row.lines.flatMap(peopleOfLine) : [row.person.id];
  return lastContactWith(ids, events, today);
}
