import { useTranslation } from 'react-i18next';
import { type MergeFieldKey, mergeFieldKeys } from '../../shared/document/mergeFields.ts';
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
  if (context !== null)
    return [
      ...shipped,
      ...context.ownFields
        .filter(({ label, state, value }) => label !== '' && (state === 'asked' || value !== ''))
        .map(({ key, label }) => ({ key, label, group: t('fieldGroup.own') })),
    ];
  const asked = own.filter(({ askedBy }) => askedBy.length > 0);
  const grouped = asked.map(({ key, label, askedBy }) => ({
    key,
    label,
    group: t('fieldGroup.ownOf', { standard: askedBy.map((one) => names.standard(one)).join(', ') }),
  }));
  // Those of one caption stand together.
  return [
    ...shipped,
    ...Object.values(Object.groupBy(grouped, ({ group }) => group)).flatMap((part) => part ?? []),
  ];
}
