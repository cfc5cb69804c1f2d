import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addresseeForms } from '../../../../shared/domain/nameForms.ts';
import type { ManualNameForms, PersonDraft } from '../../../../shared/domain/person.ts';
import classes from './PersonEditor.module.css';

const noForms: ManualNameForms = { addresseeDative: '', positionDative: '', greeting: '' };

/** The forms of address by the rules, each of which can be overruled; below, how the letter will read. */
export function NameFormsFields({
  draft,
  onChange,
}: {
  readonly draft: PersonDraft;
  readonly onChange: (forms: ManualNameForms) => void;
}) {
  const { t } = useTranslation('dossier');
  // Letters in Russian decline; the English form needs no check, so the Russian one is shown in both interfaces.
  const byRules = addresseeForms({ ...draft, nameForms: noForms }, 'ru');
  const printed = addresseeForms(draft, 'ru');
  const { nameForms } = draft;
  return (
    <>
      <p className={classes.hint}>{t('person.formsHint')}</p>
      <div className={classes.forms}>
        <TextInput
          label={t('person.formPosition')}
          maxLength={300}
          onChange={(event) => onChange({ ...nameForms, positionDative: event.currentTarget.value })}
          placeholder={byRules.positionDative}
          value={nameForms.positionDative}
        />
        <TextInput
          label={t('person.formName')}
          maxLength={200}
          onChange={(event) => onChange({ ...nameForms, addresseeDative: event.currentTarget.value })}
          placeholder={byRules.nameDative}
          value={nameForms.addresseeDative}
        />
        <TextInput
          label={t('person.formGreeting')}
          maxLength={300}
          onChange={(event) => onChange({ ...nameForms, greeting: event.currentTarget.value })}
          placeholder={byRules.greeting}
          value={nameForms.greeting}
        />
      </div>
      <div className={classes.preview}>
        <span className={classes.previewLabel}>{t('person.preview')}</span>
        <p className={classes.letter} lang="ru">
          {printed.positionDative}
          {printed.positionDative === '' ? null : <br />}
          {printed.nameDative}
        </p>
        <p className={classes.letter} lang="ru">
          {printed.greeting}!
        </p>
      </div>
    </>
  );
}
