import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dossierWords, fieldAsked, fieldLabel, optionWord } from '../../shared/document/dossierWords.ts';
import { type DossierStandard, isOwnField, type StandardField } from '../../shared/domain/dossierStandard.ts';
import { isShippedStandard } from '../../shared/domain/shippedStandards.ts';
import { useFieldWords } from './fieldWords.ts';

type Named = Pick<StandardField, 'key' | 'label'>;

/** What fields and standards of a dossier are called in the interface's language. */
export type StandardWords = {
  label(field: Named): string;
  /** The question that stands in an empty field; begins small where `inRow`. */
  ask(field: Named & Pick<StandardField, 'question'>, inRow?: boolean): string;
  option(option: string): string;
  standard(standard: Pick<DossierStandard, 'id' | 'name'>): string;
  /** A field that no standard asks for any more. */
  readonly former: string;
  /** What the program itself calls a field of its own; '' for one of the user's. */
  shipped(key: StandardField['key']): string;
};

/** {@link StandardWords}; new when the language changes. */
export function useStandardWords(): StandardWords {
  const { t } = useTranslation(['standards', 'domain']);
  const { language } = useFieldWords();
  return useMemo(
    () => ({
      label: (field) => {
        const label = fieldLabel(field, language);
        return label === '' ? t('standards:formerField') : label;
      },
      ask: (field, inRow = false) => {
        const own = field.question === '' && isOwnField(field.key);
        const asked = own ? t('standards:askOwn') : fieldAsked(field, language);
        // «ИНН» and names stay as they are: only a capital before a small letter begins a sentence.
        return inRow && /^\p{Lu}[\p{Ll} \u00a0]/u.test(asked)
          ? asked[0]?.toLowerCase() + asked.slice(1)
          : asked;
      },
      option: (option) => optionWord(option, language),
      standard: ({ id, name }) =>
        name !== '' || !isShippedStandard(id) ? name : t(`domain:industryVariant.${id}`),
      former: t('standards:formerField'),
      shipped: (key) => (isOwnField(key) ? '' : dossierWords[language].field[key]),
    }),
    [t, language],
  );
}
