import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import type { DossierStandard } from '../../../../shared/domain/dossierStandard.ts';
import { isStale } from '../../../../shared/domain/fieldNote.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { useAccountEdit } from '../accountEdit.ts';
import { useTakenFocus } from '../dossierFocus.ts';
import { LongFact } from './Fact.tsx';
import { FieldMark, useFieldNotes } from './FieldMark.tsx';
import classes from './OverviewTab.module.css';

const fields = ['relationNow', 'relationProspect'] as const;

/** How we stand with the client, now and in prospect. */
export function RelationFacts({
  account,
  standard,
}: {
  readonly account: Account;
  readonly standard: DossierStandard;
}) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const edit = useAccountEdit(account);
  const notesOf = useFieldNotes(account);
  const root = useRef<HTMLElement>(null);
  useTakenFocus((focus) => {
    if (focus.part !== 'relation') return false;
    root.current?.scrollIntoView({ block: 'center' });
    return true;
  });
  return (
    <section className={classes.section} ref={root}>
      <SectionTitle>{t('overview.relation')}</SectionTitle>
      <div className={classes.pairs}>
        {fields.map((field) => {
          const label = t(`overview.${field}`);
          const notes = notesOf(field);
          const [now] = notes;
          return (
            <LongFact
              ask={t(`overview.${field}Ask`)}
              key={field}
              label={label}
              mark={
                <FieldMark account={account} field={field} label={label} notes={notes} standard={standard} />
              }
              onSave={(text) =>
                edit((draft) => ({ ...draft, [field]: text }), { what: t(`overview.${field}Long`) })
              }
              stale={account[field] !== '' && now !== undefined && isStale(now, words.today, standard)}
              value={account[field]}
            />
          );
        })}
      </div>
    </section>
  );
}
