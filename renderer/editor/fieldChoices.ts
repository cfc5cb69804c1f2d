import { useTranslation } from 'react-i18next';
import { type MergeFieldKey, mergeFieldKeys } from '../../shared/document/mergeFields.ts';
import { columnHeadings, ownColumns } from '../../shared/domain/ownColumn.ts';
import { useStandardWords } from '../app/standardWords.ts';
import { fieldLabel } from './fieldLabel.ts';
import { useOwnFields } from './ownFields.ts';
import { useProposalSession } from './session.ts';

/** A field to put into the text, under the caption of its group. */
export type FieldChoice = { readonly key: MergeFieldKey; readonly label: string; readonly group: string };

/**
 * The fields that can be put in: the program's, then the department's own. A proposal offers those that its client's
 * standard asks for and those the dossier answers; a block or a template all, by the standards that ask for them.
 */
export function useFieldChoices(): FieldChoice[] {
  const { t } = useTranslation('editor');
  const names = useStandardWords();
  const own = useOwnFields();
  const context = useProposalSession((session) => session.context);
  const shipped = mergeFieldKeys.map((key) => ({
    key,
    label: fieldLabel(key),
    group: t('fieldGroup.shipped'),
  }));
  const columns = ownColumns(own);
  if (context !== null) {
    const offered = new Map(
      context.ownFields
        .filter((field) => field.offered && (field.state === 'asked' || field.value !== ''))
        .map((field) => [field.key, field]),
    );
    const shown = columns.flatMap((column) => {
      const field = column.fields.find(({ key }) => offered.has(key));
      return field === undefined ? [] : [{ column, key: field.key }];
    });
    const headings = columnHeadings(
      shown.map(({ column }) => column),
      names,
    );
    return [
      ...shipped,
      ...shown.map(({ column, key }, at) => ({
        key,
        label: headings[at] ?? column.label,
        group: t('fieldGroup.own'),
      })),
    ];
  }
  const asked = columns.filter(({ askedBy }) => askedBy.length > 0);
  const headings = columnHeadings(asked, names);
  const grouped = asked.map(({ key, label, askedBy }, at) => ({
    key,
    label: headings[at] ?? label,
    group: t('fieldGroup.ownOf', { standard: askedBy.map((one) => names.standard(one)).join(', ') }),
  }));
  // Those of one caption stand together.
  return [
    ...shipped,
    ...Object.values(Object.groupBy(grouped, ({ group }) => group)).flatMap((part) => part ?? []),
  ];
}
