import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IconPart } from './eventIcons.ts';
import classes from './HistoryTab.module.css';

/** A line of the history: day, sign, title with what belongs to it, amount, actions. */
export function Line({
  day,
  icon: Icon,
  title,
  children,
  text,
  below = null,
  amount = null,
  amountNote,
  tone = 'plain',
  onOpen,
  actions,
  nested = false,
}: {
  readonly day: string;
  readonly icon: IconPart;
  readonly title: string;
  readonly children?: ReactNode;
  readonly text?: string;
  /** Stands under all words of the line: the files of an event. */
  readonly below?: ReactNode;
  readonly amount?: string | null;
  readonly amountNote?: string;
  readonly tone?: 'plain' | 'good' | 'attention' | 'bad';
  readonly onOpen?: () => void;
  readonly actions?: ReactNode;
  readonly nested?: boolean;
}) {
  return (
    <li className={classes.line} data-nested={nested ? true : undefined}>
      <span className={classes.day}>{day}</span>
      <span className={classes.icon} data-tone={tone}>
        <Icon aria-hidden size={15} stroke={1.5} />
      </span>
      <div className={classes.body}>
        <div className={classes.titleLine}>
          {onOpen === undefined ? (
            <span className={classes.title}>{title}</span>
          ) : (
            <button className={classes.titleLink} onClick={onOpen} type="button">
              {title}
            </button>
          )}
        </div>
        {text === undefined || text === '' ? null : <p className={classes.text}>{text}</p>}
        {children === undefined ? null : <div className={classes.meta}>{children}</div>}
        {below}
      </div>
      <div className={classes.amount}>
        {amount === null ? null : <span className="k-num">{amount}</span>}
        {amountNote === undefined ? null : (
          <span className={`k-num ${classes.amountNote ?? ''}`}>{amountNote}</span>
        )}
      </div>
      <div className={classes.actions}>{actions}</div>
    </li>
  );
}

/** The menu of a line: change, delete, and what the line adds between. */
export function LineMenu({
  label,
  onEdit,
  onDelete,
  children,
}: {
  readonly label: string;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('dossier');
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon aria-label={`${t('history.actions')}: ${label}`} className={classes.menu} size={26}>
          <IconDots size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} />} onClick={onEdit}>
          {t('history.editAction')}
        </Menu.Item>
        {children}
        <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.5} />} onClick={onDelete}>
          {t('history.deleteAction')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
