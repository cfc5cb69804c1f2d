import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { joinWords } from '../../ui/joinWords.ts';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import type { Edited } from './edited.ts';
import classes from './library.module.css';
import { useLibraryWords } from './libraryWords.ts';
import { TemplateInspector } from './TemplateInspector.tsx';

/** The templates: the list, and the skeleton of the chosen one beside it. */
export function TemplatesTab({
  chosen,
  onEdit,
}: {
  readonly chosen: string | null;
  readonly onEdit: (edited: Edited) => void;
}) {
  const { t } = useTranslation(['library', 'domain', 'common']);
  const words = useLibraryWords();
  const { language } = useFieldWords();
  const [query, setQuery] = useState('');
  const answer = useDesk('library.templates', { query }, { keepPrevious: true });
  // The interface's language first, as among the blocks.
  const rows = answer.data?.rows.toSorted(
    (a, b) => Number(b.language === language) - Number(a.language === language),
  );
  const shown = rows?.find(({ id }) => id === chosen) ?? rows?.[0];
  return (
    <div className={classes.body}>
      <div className={classes.content}>
        <div className={classes.filters}>
          <TextInput
            aria-label={t('search')}
            className={classes.search ?? ''}
            leftSection={<IconSearch size={15} stroke={1.5} />}
            onChange={(event) => setQuery(event.currentTarget.value)}
            placeholder={t('search')}
            rightSection={
              query === '' ? null : (
                <CloseButton aria-label={t('clearSearch')} onClick={() => setQuery('')} size="sm" />
              )
            }
            value={query}
          />
          <span aria-live="polite" className={classes.count}>
            {rows === undefined ? '' : t('templates.count', { count: rows.length })}
          </span>
        </div>
        {answer.error !== null ? (
          <ErrorState
            {...errorWords(answer.error)}
            action={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
          />
        ) : rows === undefined ? (
          <RowsSkeleton />
        ) : rows.length === 0 ? (
          <EmptyState
            action={<Button onClick={() => setQuery('')}>{t('clearFilters')}</Button>}
            title={t('nothing')}
          >
            {t('templates.emptyText')}
          </EmptyState>
        ) : (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('templates.column.title')}</th>
                <th className={classes.sections} scope="col">
                  {t('templates.column.sections')}
                </th>
                <th className={classes.right} scope="col">
                  {t('templates.column.used')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const open = () => goTo({ at: 'library', tab: 'templates', id: row.id });
                return (
                  <tr
                    aria-selected={row.id === shown?.id}
                    className={classes.line}
                    key={row.id}
                    onClick={open}
                    onDoubleClick={() => onEdit({ kind: 'template', id: row.id })}
                  >
                    <td className={classes.titleCell}>
                      <button
                        aria-current={row.id === shown?.id ? 'true' : undefined}
                        onClick={open}
                        title={row.title}
                        type="button"
                      >
                        {row.title}
                      </button>
                      {row.origin === 'shipped' ? null : (
                        <span className={classes.mark}>{t(`origin.${row.origin}`)}</span>
                      )}
                      <span className={classes.why} title={row.purpose}>
                        {row.purpose}
                      </span>
                      <span className={classes.why}>
                        {[t(`domain:language.${row.language}`), words.trade(row.trade)].join(' · ')}
                      </span>
                    </td>
                    <td className={classes.sectionsCell}>
                      {t('templates.sections', { count: row.sections + row.roles.length })}
                      <span className={classes.roles}>
                        {joinWords(row.roles.map((role) => t(`domain:readerRole.${role}`)))}
                      </span>
                    </td>
                    <td className={classes.right}>
                      {row.usedCount === 0 ? '—' : t('used', { count: row.usedCount })}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </div>
      <aside aria-label={shown?.title ?? t('tab.templates')} className={classes.inspector}>
        {shown === undefined ? (
          <p className={classes.pick}>{t('templates.pick')}</p>
        ) : (
          <TemplateInspector
            key={shown.id}
            onEdit={() => onEdit({ kind: 'template', id: shown.id })}
            row={shown}
          />
        )}
      </aside>
    </div>
  );
}
