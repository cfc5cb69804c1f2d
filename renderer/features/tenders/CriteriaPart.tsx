import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tender } from '../../../shared/domain/tender.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';
import { StepsInput } from '../../ui/Steps.tsx';
import { CriteriaDialog } from './CriteriaDialog.tsx';
import { quietly, useTenderEdit } from './tenderEdit.ts';
import classes from './TenderPage.module.css';

/** What the winner is chosen by, with weights, and how we stand on each. */
export function CriteriaPart({ tender }: { readonly tender: Tender }) {
  const { t } = useTranslation(['tenders', 'domain']);
  const edit = useTenderEdit(tender);
  const [editing, setEditing] = useState(false);
  const criteria = tender.criteria.toSorted((a, b) => b.weightPercent - a.weightPercent);
  const largest = Math.max(1, ...criteria.map(({ weightPercent }) => weightPercent));
  return (
    <section className={classes.section}>
      <SectionTitle
        action={
          criteria.length === 0 ? undefined : (
            <Button onClick={() => setEditing(true)} size="xs" variant="subtle">
              {t('criteria.edit')}
            </Button>
          )
        }
      >
        {t('criteria.heading')}
      </SectionTitle>
      {criteria.length === 0 ? (
        <EmptyState
          action={
            <Button onClick={() => setEditing(true)} size="xs">
              {t('criteria.add')}
            </Button>
          }
          calm
          title={t('criteria.ask')}
        />
      ) : (
        <table className={classes.criteria}>
          <thead className="k-hidden">
            <tr>
              <th scope="col">{t('criteria.key')}</th>
              <th scope="col">{t('criteria.weight')}</th>
              <th scope="col">{t('criteria.standing')}</th>
              <th scope="col">{t('criteria.note')}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ key, weightPercent, ourStanding, note }) => {
              const name = t(`domain:criterion.${key}`);
              return (
                <tr key={key}>
                  <td className={classes.criterionName}>{name}</td>
                  <td className={classes.criterionWeight}>
                    <ShareBar part={weightPercent / largest} text={String(weightPercent)} width={96} />
                  </td>
                  <td className={classes.criterionStanding}>
                    <StepsInput
                      label={`${name}: ${t('criteria.standing')}`}
                      onChange={(standing) =>
                        quietly(
                          edit((draft) => ({
                            ...draft,
                            criteria: draft.criteria.map((criterion) =>
                              criterion.key === key ? { ...criterion, ourStanding: standing } : criterion,
                            ),
                          })),
                        )
                      }
                      stepLabel={(value) => t('criteria.setStanding', { name, value })}
                      tone={ourStanding !== null && ourStanding <= 2 ? 'weak' : 'accent'}
                      value={ourStanding}
                    />
                    <span className={ourStanding === null ? classes.quiet : classes.second}>
                      {ourStanding === null
                        ? t('criteria.unknown')
                        : t('criteria.standingOf', { value: ourStanding })}
                    </span>
                  </td>
                  <td className={classes.criterionNote}>{note}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {editing ? <CriteriaDialog onClose={() => setEditing(false)} tender={tender} /> : null}
    </section>
  );
}
