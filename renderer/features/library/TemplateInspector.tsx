import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateRow } from '../../../shared/domain/library.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { PieceEditor } from '../../editor/piece/PieceEditor.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { ItemActions } from './ItemActions.tsx';
import classes from './library.module.css';
import { useLibraryWords } from './libraryWords.ts';
import { skeletonOf } from './skeleton.ts';
import { Versions } from './Versions.tsx';

/** The chosen template: its skeleton as on paper, and its versions. */
export function TemplateInspector({
  row,
  onEdit,
}: {
  readonly row: TemplateRow;
  readonly onEdit: () => void;
}) {
  const { t } = useTranslation(['library', 'domain', 'common']);
  const words = useLibraryWords();
  const answer = useDesk('library.template', { id: row.id });
  const look = useDesk('company.get', {}).data?.company.look;
  const { data } = answer;
  const skeleton = useMemo(
    () =>
      data === undefined
        ? []
        : skeletonOf(data.template, (role) =>
            t('templates.arguments', { role: t(`domain:readerRolePerson.${role}`) }),
          ),
    [data, t],
  );
  const ref = { kind: 'template' as const, id: row.id };
  return (
    <>
      <InspectorSection>
        <SectionTitle level={2}>{row.title}</SectionTitle>
        <p className={classes.meta}>
          {[t(`origin.${row.origin}`), t('version', { count: row.revision }), words.used(row)].join(' · ')}
        </p>
        {row.purpose === '' ? null : <p className={classes.whyText}>{row.purpose}</p>}
        <div className={classes.actions}>
          <Button onClick={onEdit} variant="filled">
            {t('edit')}
          </Button>
          {data === undefined ? null : (
            <ItemActions
              duplicate={{ kind: 'template', item: data.template }}
              itemRef={ref}
              origin={row.origin}
              revision={data.revision}
              title={row.title}
            />
          )}
        </div>
      </InspectorSection>
      {answer.error !== null ? (
        <ErrorState
          {...errorWords(answer.error)}
          action={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
        />
      ) : data === undefined ? (
        <RowsSkeleton rows={6} />
      ) : (
        <PieceEditor content={skeleton} key={`${row.id} ${data.revision}`} label={row.title} look={look} />
      )}
      {data === undefined ? null : (
        <Versions itemRef={ref} revision={data.revision} versions={data.versions} />
      )}
    </>
  );
}
