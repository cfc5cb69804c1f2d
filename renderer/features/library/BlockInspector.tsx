import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BlockRow } from '../../../shared/domain/library.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { PieceEditor } from '../../editor/piece/PieceEditor.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FieldRow, FieldRows } from '../../ui/FieldRow.tsx';
import { joinWords } from '../../ui/joinWords.ts';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { ItemActions } from './ItemActions.tsx';
import classes from './library.module.css';
import { useLibraryWords } from './libraryWords.ts';
import { Versions } from './Versions.tsx';

/** The chosen block: its text as on paper, why it works, what it is for, and its versions. */
export function BlockInspector({ row, onEdit }: { readonly row: BlockRow; readonly onEdit: () => void }) {
  const { t } = useTranslation(['library', 'domain', 'common']);
  const words = useLibraryWords();
  const { today, day } = useFieldWords();
  const answer = useDesk('library.block', { id: row.id });
  const look = useDesk('company.get', {}).data?.company.look;
  const { data } = answer;
  const list = (values: readonly string[]) => (values.length === 0 ? t('anyone') : joinWords(values));
  const ref = { kind: 'block' as const, id: row.id };
  const dated = row.facts.filter(({ validUntil }) => validUntil < today);
  return (
    <>
      <InspectorSection>
        <SectionTitle level={2}>{row.title}</SectionTitle>
        <p className={classes.meta}>
          {[t(`origin.${row.origin}`), t('version', { count: row.revision }), words.used(row)].join(' · ')}
        </p>
        <div className={classes.actions}>
          <Button onClick={onEdit} variant="filled">
            {t('edit')}
          </Button>
          {data === undefined ? null : (
            <ItemActions
              duplicate={{ kind: 'block', item: data.block }}
              origin={row.origin}
              itemRef={ref}
              revision={data.revision}
              title={row.title}
            />
          )}
        </div>
      </InspectorSection>
      {row.facts.length === 0 ? null : (
        <InspectorSection>
          {row.facts.map((fact) => (
            <p className={classes.fact} key={`${fact.text} ${fact.validUntil}`}>
              <StateMark sentence tone={fact.validUntil < today ? 'bad' : 'attention'}>
                {t(fact.validUntil < today ? 'blocks.factPast' : 'blocks.factEnding', {
                  text: fact.text,
                  day: day(fact.validUntil),
                })}
              </StateMark>
            </p>
          ))}
          {dated.length === 0 ? null : <p className={classes.quietText}>{t('blocks.factPastHint')}</p>}
        </InspectorSection>
      )}
      {answer.error !== null ? (
        <ErrorState
          {...errorWords(answer.error)}
          action={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
        />
      ) : data === undefined ? (
        <RowsSkeleton rows={4} />
      ) : (
        <PieceEditor
          content={data.block.content}
          key={`${row.id} ${data.revision}`}
          label={row.title}
          look={look}
        />
      )}
      <InspectorSection>
        {row.why === '' ? null : (
          <>
            <SectionTitle level="caption">{t('blocks.why')}</SectionTitle>
            <p className={classes.whyText}>{row.why}</p>
          </>
        )}
        <FieldRows labelWidth={150}>
          <FieldRow label={t('blocks.column.role')}>{t(`domain:readerRolePerson.${row.role}`)}</FieldRow>
          <FieldRow label={t('blocks.criterion')}>
            {joinWords(row.criteria.map((key) => t(`domain:criterion.${key}`)))}
          </FieldRow>
          <FieldRow label={t('blocks.psychotypes')}>
            {list(row.psychotypes.map((value) => t(`domain:psychotype.${value}`)))}
          </FieldRow>
          <FieldRow label={t('blocks.tradeField')}>{words.trade(row.trade)}</FieldRow>
          <FieldRow label={t('blocks.industries')}>{list(row.industries)}</FieldRow>
          <FieldRow label={t('blocks.occasions')}>
            {list(row.occasions.map((value) => t(`domain:occasion.${value}`)))}
          </FieldRow>
          <FieldRow label={t('blocks.evidence')}>{t(`domain:evidence.${row.evidence}`)}</FieldRow>
          <FieldRow label={t('blocks.language')}>{t(`domain:language.${row.language}`)}</FieldRow>
        </FieldRows>
      </InspectorSection>
      {data === undefined ? null : (
        <Versions itemRef={ref} revision={data.revision} versions={data.versions} />
      )}
    </>
  );
}
