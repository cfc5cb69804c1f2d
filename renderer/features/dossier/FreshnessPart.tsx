import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../../../shared/domain/accountView.ts';
import { FieldKey, fieldOf } from '../../../shared/domain/dossierStandard.ts';
import { factText, isStale } from '../../../shared/domain/fieldNote.ts';
import type { FieldNote } from '../../../shared/domain/fieldNote.ts';
import { useDesk } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { useStandardWords } from '../../app/standardWords.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './DossierHeader.module.css';
import { askFocus } from './dossierFocus.ts';

/** Facts that have grown older than their standard allows, the oldest first; each leads to its field. */
export function FreshnessPart({
  overview,
  onPress,
}: {
  readonly overview: AccountOverview;
  readonly onPress: () => void;
}) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const names = useStandardWords();
  const { account, standard } = overview;
  const notes = useDesk('accounts.fieldNotes', { id: account.id }).data?.notes ?? [];
  // The newest note of a field comes first: it says what stands there now.
  const newest = new Map<FieldNote['field'], FieldNote>();
  for (const note of notes) if (!newest.has(note.field)) newest.set(note.field, note);
  const old = [...newest.values()]
    .filter((note) => factText(account, note.field) !== '' && isStale(note, words.today, standard))
    .toSorted((a, b) => a.notedOn.localeCompare(b.notedOn));
  const labelOf = ({ field }: FieldNote): string => {
    if (field === 'relationNow' || field === 'relationProspect') return t(`overview.${field}Long`);
    return names.label(fieldOf(standard, field) ?? { key: field, label: '' });
  };
  return (
    <div>
      <p className={classes.caption}>
        {old.length === 0 ? t('freshness.fresh') : t('freshness.old', { count: old.length })}
      </p>
      {old.length === 0 ? null : (
        <ul className={classes.missing}>
          {old.map((note) => (
            <li key={note.field}>
              <TextLink
                onPress={() => {
                  onPress();
                  const key = FieldKey.safeParse(note.field);
                  askFocus(key.success ? { part: 'field', key: key.data } : { part: 'relation' });
                  goTo({ at: 'dossier', accountId: account.id, tab: 'overview' });
                }}
                quiet
              >
                {labelOf(note)}
              </TextLink>
              <span className={classes.caption}> {words.ago(note.notedOn)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
