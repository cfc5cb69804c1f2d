import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import { requisitesWarnings } from '../../../../shared/domain/checkRequisites.ts';
import {
  type DossierStandard,
  FieldKey,
  fieldOf,
  requisiteFields,
} from '../../../../shared/domain/dossierStandard.ts';
import { isStale } from '../../../../shared/domain/fieldNote.ts';
import { emptyRequisites } from '../../../../shared/domain/requisites.ts';
import type { Requisites } from '../../../../shared/domain/requisites.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { InPlace } from '../../../ui/InPlace.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { useAccountEdit } from '../accountEdit.ts';
import { useTakenFocus } from '../dossierFocus.ts';
import { CardDialog } from './CardDialog.tsx';
import { FieldMark, useFieldNotes } from './FieldMark.tsx';
import classes from './OverviewTab.module.css';

// The schema's own order is the order of a company card.
const keys = Object.keys(emptyRequisites) as (keyof Requisites)[];
const requisiteKeys: ReadonlySet<FieldKey> = new Set(requisiteFields);
const limits: Readonly<Partial<Record<keyof Requisites, number>>> = {
  inn: 12,
  kpp: 9,
  ogrn: 15,
  okpo: 14,
  okved: 20,
  bic: 9,
  settlementAccount: 20,
  correspondentAccount: 20,
};
const digitsOnly: ReadonlySet<keyof Requisites> = new Set([
  'inn',
  'kpp',
  'ogrn',
  'bic',
  'settlementAccount',
  'correspondentAccount',
]);

/** Requisites of the client; wrong lengths and check digits are warned of, never refused. */
export function RequisitesFacts({
  account,
  showing,
  standard,
}: {
  readonly account: Account;
  readonly showing: boolean;
  readonly standard: DossierStandard;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const edit = useAccountEdit(account);
  const root = useRef<HTMLElement>(null);
  const { requisites } = account;
  const known = keys.filter((key) => requisites[key] !== '');
  const [all, setAll] = useState(false);
  const [pasting, setPasting] = useState(false);
  const warnings = new Map(requisitesWarnings(requisites).map(({ field, problem }) => [field, problem]));
  useTakenFocus((focus) => {
    const key = focus.part === 'requisites' ? null : focus.part === 'field' ? focus.key : undefined;
    if (key === undefined || (key !== null && !requisiteKeys.has(key))) return false;
    setAll(true);
    root.current?.scrollIntoView({ block: 'start' });
    // The empty requisites stand there only after the next painting.
    if (key !== null)
      requestAnimationFrame(() =>
        root.current
          ?.querySelector<HTMLButtonElement>(`[data-requisite="${key}"] button[data-in-place]`)
          ?.click(),
      );
    return true;
  });
  const notesOf = useFieldNotes(account);
  const shown = all ? keys : known;
  return (
    <section className={classes.section} ref={root}>
      <SectionTitle
        action={
          known.length === 0 && !all ? undefined : (
            <span className={classes.sectionLink}>
              <TextLink onPress={() => setPasting(true)}>{t('companyCard.paste')}</TextLink>
              <TextLink onPress={() => setAll(!all)}>
                {all ? t('overview.requisitesShowKnown') : t('overview.requisitesShowAll')}
              </TextLink>
            </span>
          )
        }
      >
        {t('overview.requisites')}
      </SectionTitle>
      {shown.length === 0 ? (
        <EmptyState
          action={
            <span className={classes.buttons}>
              <Button onClick={() => setPasting(true)} size="xs" variant="filled">
                {t('companyCard.paste')}
              </Button>
              <Button onClick={() => setAll(true)} size="xs">
                {t('overview.requisitesFill')}
              </Button>
            </span>
          }
          calm
          title={t('overview.requisitesAsk')}
        />
      ) : (
        <dl className={classes.requisites}>
          {shown.map((key) => {
            const problem = warnings.get(key);
            const asked = fieldOf(standard, FieldKey.catch('description').parse(key));
            const own = asked?.key === key ? asked.label : '';
            const label = own === '' ? t(`domain:requisite.${key}`) : own;
            const fact = key === 'inn' || key === 'fullName' ? key : null;
            const notes = fact === null ? [] : notesOf(fact);
            const [now] = notes;
            const stale = requisites[key] !== '' && now !== undefined && isStale(now, words.today, standard);
            return (
              <div
                className={classes.short}
                data-requisite={key}
                data-stale={stale ? true : undefined}
                key={key}
              >
                <dt>
                  {label}
                  {fact === null || showing ? null : (
                    <FieldMark
                      account={account}
                      field={fact}
                      label={label}
                      notes={notes}
                      standard={standard}
                    />
                  )}
                </dt>
                <dd>
                  <InPlace
                    ask="—"
                    label={label}
                    maxLength={limits[key] ?? 400}
                    onSave={(text) =>
                      edit(
                        (draft) => ({
                          ...draft,
                          requisites: {
                            ...draft.requisites,
                            [key]: digitsOnly.has(key) ? text.replaceAll(/\s/g, '') : text,
                          },
                        }),
                        { what: label },
                      )
                    }
                    value={requisites[key]}
                  />
                  {problem === undefined ? null : (
                    <span className={classes.warning} role="note">
                      <IconAlertTriangle aria-hidden="true" size={14} stroke={1.5} />
                      {t('overview.check', { problem: t(`domain:requisiteProblem.${problem}`) })}
                    </span>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      {pasting ? <CardDialog account={account} onClose={() => setPasting(false)} /> : null}
    </section>
  );
}
