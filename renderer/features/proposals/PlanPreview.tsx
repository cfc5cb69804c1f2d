import { useTranslation } from 'react-i18next';
import { fullName, initialsOf } from '../../../shared/domain/nameForms.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { Initials } from '../../ui/Initials.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './PlanPreview.module.css';

type Plan = OutputOf<'proposals.plan'>;

/** The sections a new proposal would get, in their order, with what each argues; and what the library lacks for it. */
export function PlanPreview({ plan, people }: { readonly plan: Plan; readonly people: readonly Person[] }) {
  const { t } = useTranslation(['compose', 'domain']);
  const personOf = (id: string) => people.find((person) => person.id === id);
  const notes = plan.notes.flatMap((note): string[] => {
    if (note.kind === 'libraryEmpty') return [t('plan.libraryEmpty')];
    if (note.kind === 'roleWithoutBlocks')
      return [t('plan.roleWithoutBlocks', { role: t(`domain:readerRole.${note.role}`) })];
    // A reader without criteria is told of among the gaps of the dossier, with the way to fill it.
    if (note.kind === 'readerWithoutCriteria') return [];
    const person = personOf(note.personId);
    return person === undefined
      ? []
      : [t('plan.contradictoryWeights', { name: fullName(person), percent: note.sumPercent })];
  });
  return (
    <section className={classes.plan} aria-label={t('plan.title')}>
      <SectionTitle level={2}>{t('plan.title')}</SectionTitle>
      {plan.sections.length === 0 ? <p className={classes.quiet}>{t('plan.empty')}</p> : null}
      <ol className={classes.sections}>
        {plan.sections.map((section) => (
          <li key={section.title}>
            <div className={classes.head}>
              <strong title={section.title}>{section.title}</strong>
              {section.personIds.map((id) => {
                const person = personOf(id);
                return person === undefined ? null : (
                  <Initials key={id} text={initialsOf(person)} label={fullName(person)} />
                );
              })}
              <span>{t('plan.count', { count: section.arguments.length })}</span>
            </div>
            <p>{section.arguments.length === 0 ? t('plan.unwritten') : section.arguments.join(' · ')}</p>
          </li>
        ))}
      </ol>
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </section>
  );
}
