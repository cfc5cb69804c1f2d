import { Menu } from '@mantine/core';
import { IconBolt, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SchemeLine } from '../../../../shared/domain/accountPlan.ts';
import { openDialog } from '../../../app/dialogs.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import type { StateTone } from '../../../ui/StateMark.tsx';
import { Steps } from '../../../ui/Steps.tsx';
import type { PlanDesk } from './planEdit.ts';
import { putBack, quietly } from './planEdit.ts';
import classes from './SchemePart.module.css';
import type { SchemeColumn, SchemeRow } from './schemeTable.ts';

const tones: Record<PlanDesk['view']['lines'][number]['state'], StateTone> = {
  even: 'good',
  due: 'attention',
  neglected: 'bad',
};

/** A cell of the scheme: a line with its heat, an acquaintance without a rhythm, or nothing yet. */
export function SchemeCell({
  desk,
  row,
  colleague,
  line,
  onEdit,
  onNew,
}: {
  readonly desk: PlanDesk;
  readonly row: SchemeRow;
  readonly colleague: SchemeColumn;
  readonly line: SchemeLine | null;
  readonly onEdit: (line: SchemeLine) => void;
  readonly onNew: () => void;
}) {
  const { t } = useTranslation('plan');
  const words = useFieldWords();
  const who = colleague.name;
  const heat = line === null ? undefined : desk.view.lines.find(({ id }) => id === line.id);
  if (line === null || heat === undefined) {
    const known = row.person?.contactsOfOurs.find(({ colleagueId }) => colleagueId === colleague.id);
    return (
      <button
        aria-label={
          known === undefined
            ? t('scheme.cellEmpty', { who, whom: row.name })
            : t('scheme.cellKnown', { who, whom: row.name, strength: known.strength })
        }
        className={classes.cell}
        data-empty
        onClick={onNew}
        type="button"
      >
        {known === undefined ? null : (
          <span className={classes.known}>
            <span>{t('scheme.knows')}</span>
            <Steps value={known.strength} />
          </span>
        )}
        <IconPlus aria-hidden="true" className={classes.plus} size={14} stroke={1.5} />
      </button>
    );
  }
  const every = t('scheme.every', { count: line.everyDays });
  const said = t('scheme.line', { channel: t(`scheme.channel.${line.channel}`), every });
  const state = t(`scheme.state.${heat.state}`);
  const last =
    heat.lastOn === null
      ? t(`scheme.never.${line.channel}`)
      : t(`scheme.talked.${line.channel}`, { ago: words.ago(heat.lastOn) });
  const remove = () => {
    const at = desk.view.plan.scheme.indexOf(line);
    quietly(
      desk
        .change((plan) => ({ ...plan, scheme: plan.scheme.filter(({ id }) => id !== line.id) }))
        .then(() =>
          notifyUndo(t('scheme.deleted'), () =>
            quietly(desk.change((plan) => ({ ...plan, scheme: putBack(plan.scheme, at, line) }))),
          ),
        ),
    );
  };
  // The line of the quick entry begins as such lines are written: what it was and with whom.
  const begun = `${t(`scheme.channel.${line.channel}`)} ${row.person?.lastName ?? ''}`.trim();
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <button
          aria-label={t('scheme.cell', { who, whom: row.name, line: said, state, last })}
          className={classes.cell}
          data-state={heat.state}
          title={[line.topic, last].filter((text) => text !== '').join('\n')}
          type="button"
        >
          <StateMark tone={tones[heat.state]}>{state}</StateMark>
          <span className={classes.rhythm}>
            {t('scheme.short', {
              channel: t(`scheme.channel.${line.channel}`),
              count: line.everyDays,
            })}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{line.topic === '' ? last : `${line.topic}. ${last}`}</Menu.Label>
        <Menu.Item
          leftSection={<IconBolt size={16} stroke={1.5} />}
          onClick={() => openDialog({ kind: 'quickEntry', accountId: desk.accountId, text: `${begun}: ` })}
        >
          {t('scheme.record')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} />} onClick={() => onEdit(line)}>
          {t('scheme.edit')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.5} />} onClick={remove}>
          {t('scheme.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
