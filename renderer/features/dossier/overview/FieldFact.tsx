import type { Account } from '../../../../shared/domain/account.ts';
import { isKnown } from '../../../../shared/domain/dossierFacts.ts';
import type { DossierStandard, StandardField } from '../../../../shared/domain/dossierStandard.ts';
import { FactField, factText, isStale, withFact } from '../../../../shared/domain/fieldNote.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { useAccountEdit } from '../accountEdit.ts';
import { ChoiceFact } from './ChoiceFact.tsx';
import { LongFact, ShortFact } from './Fact.tsx';
import { FieldMark, RequiredMark, useFieldNotes } from './FieldMark.tsx';
import { useValueWords } from './valueWords.ts';

/** One field of the standard, edited where it stands, with how it is known beside it. */
export function FieldFact({
  account,
  field,
  standard,
  showing,
}: {
  readonly account: Account;
  readonly field: StandardField;
  readonly standard: DossierStandard;
  readonly showing: boolean;
}) {
  const words = useFieldWords();
  const names = useStandardWords();
  const values = useValueWords(account.currency);
  const edit = useAccountEdit(account);
  const notesOf = useFieldNotes(account);
  const parsed = FactField.safeParse(field.key);
  if (!parsed.success) return null;
  const fact = parsed.data;
  const label = names.label(field);
  const text = factText(account, fact);
  const notes = notesOf(fact);
  const [now] = notes;
  const shared = {
    label,
    focusKey: field.key,
    stale: text !== '' && now !== undefined && isStale(now, words.today, standard),
    mark: showing ? null : (
      <>
        {field.required && field.asked && !isKnown(account, field.key) ? <RequiredMark /> : null}
        <FieldMark account={account} field={fact} label={label} notes={notes} standard={standard} />
      </>
    ),
  };
  const save = (stored: string) => edit((draft) => withFact(draft, fact, stored), { what: label });
  if (field.kind === 'choice' || field.kind === 'yesNo')
    return (
      <ChoiceFact
        {...shared}
        ask={names.ask(field, true)}
        onChoose={save}
        options={field.kind === 'yesNo' ? ['yes', 'no'] : field.options}
        value={text}
        wordOf={(option) => values.print(field, option)}
      />
    );
  if (field.kind === 'long')
    return <LongFact {...shared} ask={names.ask(field)} onSave={save} value={text} />;
  return (
    <ShortFact
      {...shared}
      ask={names.ask(field, true)}
      // An error thrown here keeps what was typed in the field.
      onSave={async (typed) => save(values.read(field, typed))}
      value={values.print(field, text)}
    />
  );
}
