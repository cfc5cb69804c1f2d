import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type DossierImportField,
  type DossierImportPlan,
  ImportKind,
  importFields,
} from '../../../../shared/domain/dossierImport.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { columnHeadings, ownColumns } from '../../../../shared/domain/ownColumn.ts';
import { useDesk } from '../../../app/desk.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { TableSample } from '../../../ui/TableSample.tsx';
import classes from './ImportTable.module.css';
import { fieldWord, type OpenDossierTable, withColumn } from './importPlan.ts';
import { ReadingFields } from './ReadingFields.tsx';

/** Enough to tell columns apart; more would push the button off a small screen. */
const shownRows = 3;

/** What the table is, which column is what, and how what is written there is meant. */
export function ColumnsStep({
  table,
  plan,
  account,
  onPlan,
  onLayOut,
}: {
  readonly table: OpenDossierTable;
  readonly plan: DossierImportPlan;
  readonly account: { readonly id: AccountId; readonly name: string } | null;
  readonly onPlan: (change: Partial<DossierImportPlan>) => void;
  /** Another sheet or another kind: the columns are laid out anew. */
  readonly onLayOut: (sheet: number, kind: ImportKind | null) => void;
}) {
  const { t } = useTranslation('tables');
  const columns = table.titles.map((title, at) => ({
    value: String(at),
    label: title === '' ? t('columns.column', { number: at + 1 }) : title,
  }));
  const standards = useStandardWords();
  const own = ownColumns(useDesk('standards.ownFields', {}).data?.fields ?? []);
  const asked = own.filter(({ key, askedBy }) => askedBy.length > 0 || (plan.mapping[key] ?? null) !== null);
  const headings = columnHeadings(asked, standards);
  const isKnown = Object.values(plan.mapping).some((column) => column !== null);
  const column = (field: DossierImportField, label: string) => (
    <Select
      clearable
      data={columns}
      key={`${plan.kind} ${field}`}
      label={label}
      onChange={(value) => onPlan(withColumn(table, plan, field, value === null ? null : Number(value)))}
      placeholder={t('columns.none')}
      searchable
      value={(plan.mapping[field] ?? null) === null ? null : String(plan.mapping[field])}
    />
  );
  return (
    <>
      <div className={classes.top}>
        <SegmentedControl
          aria-label={t('kindLabel')}
          data={ImportKind.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(kind) => onLayOut(plan.sheet, ImportKind.catch(plan.kind).parse(kind))}
          value={plan.kind}
        />
        {table.sheets.length > 1 ? (
          <Select
            allowDeselect={false}
            aria-label={t('columns.sheet')}
            data={table.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
            onChange={(sheet) => onLayOut(Number(sheet), null)}
            value={String(plan.sheet)}
          />
        ) : null}
        {account === null || plan.kind === 'accounts' ? null : (
          <Checkbox
            checked={plan.accountId !== null}
            label={t('columns.oneClient', { name: account.name })}
            onChange={(event) => onPlan({ accountId: event.currentTarget.checked ? account.id : null })}
          />
        )}
      </div>
      <SectionTitle level="caption">
        {t('columns.title')}
        <span className={classes.hint}>
          {t(table.remembered ? 'columns.remembered' : isKnown ? 'columns.guessed' : 'columns.unguessed')}
        </span>
      </SectionTitle>
      <FieldGrid columns={4}>
        {importFields[plan.kind].map((field) => column(field, t(`fields.${fieldWord(plan.kind, field)}`)))}
      </FieldGrid>
      {plan.kind === 'accounts' && asked.length > 0 ? (
        <>
          <SectionTitle level="caption">{t('columns.own')}</SectionTitle>
          <FieldGrid columns={4}>
            {asked.map(({ key, label }, at) => column(key, headings[at] ?? label))}
          </FieldGrid>
        </>
      ) : null}
      <SectionTitle level="caption">{t('columns.otherwise')}</SectionTitle>
      <ReadingFields onPlan={onPlan} plan={plan} />
      <SectionTitle level="caption">{t('columns.sample')}</SectionTitle>
      <TableSample columns={columns} rows={table.sample.slice(0, shownRows)} />
    </>
  );
}
