import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { ShareBar } from '../../../ui/ShareBar.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { MeansDialog } from './MeansDialog.tsx';
import classes from './MeansPart.module.css';
import type { PlanDesk } from './planEdit.ts';

/** What the plan is carried out with: money, people, materials, privileges. An empty part asks its question. */
export function MeansPart({ desk }: { readonly desk: PlanDesk }) {
  const { t } = useTranslation('plan');
  const words = useFieldWords();
  const [editing, setEditing] = useState(false);
  const colleagues = useDesk('company.get', {}).data?.company.colleagues ?? [];
  const { means } = desk.view.plan;
  const { budgetMinor, spentMinor, currency } = means;
  const people = means.colleagueIds.flatMap((id) => colleagues.find((one) => one.id === id)?.name ?? []);
  const ask = (text: string) => <TextLink onPress={() => setEditing(true)}>{text}</TextLink>;
  return (
    <section>
      <SectionTitle
        action={
          <ActionIcon
            aria-label={`${t('means.edit')}: ${t('means.title')}`}
            onClick={() => setEditing(true)}
            size={28}
          >
            <IconPencil size={16} stroke={1.5} />
          </ActionIcon>
        }
      >
        {t('means.title')}
      </SectionTitle>
      <dl className={classes.means}>
        <dt>{t('means.budget')}</dt>
        <dd>
          {budgetMinor === null ? (
            ask(t('means.budgetAsk'))
          ) : spentMinor === null ? (
            words.money(budgetMinor, currency)
          ) : (
            <span className={classes.spent}>
              <ShareBar part={budgetMinor === 0 ? 1 : spentMinor / budgetMinor} width="fill" />
              <span data-over={spentMinor > budgetMinor ? true : undefined}>
                {t('means.spent', {
                  sum: words.money(spentMinor, currency),
                  budget: words.money(budgetMinor, currency),
                })}
              </span>
            </span>
          )}
        </dd>
        <dt>{t('means.people')}</dt>
        <dd>
          {people.length === 0 ? (
            ask(t('means.peopleAsk'))
          ) : (
            <ul className={classes.people}>
              {people.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{t('means.materials')}</dt>
        <dd className={classes.text}>
          {means.materials === '' ? ask(t('means.materialsAsk')) : means.materials}
        </dd>
        <dt>{t('means.privileges')}</dt>
        <dd className={classes.text}>
          {means.privileges === '' ? ask(t('means.privilegesAsk')) : means.privileges}
        </dd>
      </dl>
      {editing ? <MeansDialog desk={desk} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}
