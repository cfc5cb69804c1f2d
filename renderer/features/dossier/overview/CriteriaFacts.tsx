import { IconCheck, IconMinus, IconQuestionMark } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keyCriteria } from '../../../../shared/domain/account.ts';
import type { AccountMeasures } from '../../../../shared/domain/accountView.ts';
import type { Account, CriterionAnswer, KeyCriterion } from '../../../../shared/domain/account.ts';
import { type FieldKey, markFields } from '../../../../shared/domain/dossierStandard.ts';
import { InPlace } from '../../../ui/InPlace.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { useAccountEdit } from '../accountEdit.ts';
import { useTakenFocus } from '../dossierFocus.ts';
import { LongFact } from './Fact.tsx';
import { TypeNotices } from './TypeNotices.tsx';
import classes from './OverviewTab.module.css';

const marks: ReadonlySet<FieldKey> = new Set(markFields);
const threeP = ['need', 'means', 'authority'] as const;

/** Yes → no → not known → yes. */
function nextAnswer(met: boolean | null): boolean | null {
  return met === null ? true : met ? false : null;
}

function answerKey(met: boolean | null): 'yes' | 'no' | 'unknown' {
  return met === null ? 'unknown' : met ? 'yes' : 'no';
}

/** The seven criteria of a key client with notes, the rule of three «П», and why the client has its type. */
export function CriteriaFacts({
  account,
  measures,
}: {
  readonly account: Account;
  readonly measures: AccountMeasures;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const edit = useAccountEdit(account);
  const met = keyCriteria.filter((key) => account.criteria[key].met === true).length;
  const save = (key: KeyCriterion, part: Partial<CriterionAnswer>) =>
    edit((draft) => ({
      ...draft,
      criteria: { ...draft.criteria, [key]: { ...draft.criteria[key], ...part } },
    }));
  const root = useRef<HTMLElement>(null);
  useTakenFocus((focus) => {
    if (focus.part !== 'field' || !marks.has(focus.key)) return false;
    root.current?.scrollIntoView({ block: 'start' });
    root.current?.querySelector('button')?.focus();
    return true;
  });
  return (
    <section className={classes.section} ref={root}>
      <SectionTitle count={t('overview.criteriaMet', { met, total: keyCriteria.length })}>
        {t('overview.criteria')}
      </SectionTitle>
      <ul className={classes.answers}>
        {keyCriteria.map((key) => {
          const answer = account.criteria[key];
          const name = t(`domain:keyCriterion.${key}`);
          return (
            <li className={classes.answer} key={key}>
              <Answer met={answer.met} name={name} onChange={(next) => save(key, { met: next })} />
              <span className={classes.answerName} data-met={answerKey(answer.met)}>
                {name}
              </span>
              <span className={classes.answerNote}>
                <InPlace
                  ask={t('overview.note')}
                  label={t('overview.noteFor', { name })}
                  maxLength={1000}
                  onSave={(note) => save(key, { note })}
                  value={answer.note}
                />
              </span>
            </li>
          );
        })}
      </ul>
      <h3 className={classes.caption}>{t('overview.threeP')}</h3>
      <ul className={classes.threeP}>
        {threeP.map((key) => {
          const name = t(`domain:threeP.${key}`);
          return (
            <li key={key}>
              <Answer
                met={account.threeP[key]}
                name={name}
                onChange={(next) => edit((draft) => ({ ...draft, threeP: { ...draft.threeP, [key]: next } }))}
              />
              <span className={classes.answerName} data-met={answerKey(account.threeP[key])}>
                {name}
              </span>
            </li>
          );
        })}
      </ul>
      <TypeNotices account={account} measures={measures} />
      <LongFact
        ask={t('overview.typeReasonAsk')}
        label={t('overview.typeReason')}
        onSave={(typeReason) =>
          edit((draft) => ({ ...draft, typeReason }), { what: t('overview.typeReason') })
        }
        value={account.typeReason}
      />
    </section>
  );
}

function Answer({
  met,
  name,
  onChange,
}: {
  readonly met: boolean | null;
  readonly name: string;
  readonly onChange: (met: boolean | null) => Promise<void>;
}) {
  const { t } = useTranslation('dossier');
  const word = t(`overview.${answerKey(met)}`);
  const Icon = met === null ? IconQuestionMark : met ? IconCheck : IconMinus;
  return (
    <button
      aria-label={`${name}: ${word}`}
      className={classes.answerMark}
      data-met={answerKey(met)}
      onClick={() => {
        // A refused save has already been said; the mark simply stays as it was.
        onChange(nextAnswer(met)).catch(() => undefined);
      }}
      title={word}
      type="button"
    >
      <Icon aria-hidden="true" size={13} stroke={2} />
      <span>{word}</span>
    </button>
  );
}
