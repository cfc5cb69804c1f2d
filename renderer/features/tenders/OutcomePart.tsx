import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { isDecided, isOpenTender, tenderReasons } from '../../../shared/domain/tender.ts';
import type { Tender, TenderReason } from '../../../shared/domain/tender.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { Chip } from '../../ui/Chip.tsx';
import { InPlace } from '../../ui/InPlace.tsx';
import { readDay } from '../../ui/readDay.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { quietly, useTenderEdit } from './tenderEdit.ts';
import classes from './TenderPage.module.css';

/** How the tender ended, why, and what was learnt. */
export function OutcomePart({ tender }: { readonly tender: Tender }) {
  const { t } = useTranslation(['tenders', 'domain']);
  const words = useFieldWords();
  const edit = useTenderEdit(tender);
  const toggle = (reason: TenderReason) =>
    quietly(
      edit((draft) => ({
        ...draft,
        reasons: draft.reasons.includes(reason)
          ? draft.reasons.filter((other) => other !== reason)
          : [...draft.reasons, reason],
      })),
    );
  if (isOpenTender(tender.status)) {
    return (
      <section className={classes.section}>
        <SectionTitle>{t('outcome.heading')}</SectionTitle>
        <p className={classes.quietText}>
          {t(tender.tenderOn !== null && tender.tenderOn < words.today ? 'outcome.due' : 'outcome.open')}
        </p>
        <Lessons tender={tender} />
      </section>
    );
  }
  const word = t(`domain:tenderStatus.${tender.status}`);
  const decides = isDecided(tender.status);
  return (
    <section className={classes.section}>
      <SectionTitle>{t('outcome.heading')}</SectionTitle>
      <div className={classes.outcomeHead}>
        {decides ? (
          <StateMark tone={tender.status === 'won' ? 'good' : 'bad'}>{word}</StateMark>
        ) : (
          <span>{word}</span>
        )}
        <span className={classes.decided}>
          <span className={classes.quiet}>{t('outcome.decidedOn')}</span>
          <InPlace
            ask={t('page.ask')}
            label={t('outcome.decidedOn')}
            onSave={async (text) => {
              const typed = text === '' ? null : readDay(text, Number(words.today.slice(0, 4)));
              if (typed === null && text !== '') throw new RangeError('not a day');
              await edit((draft) => ({
                ...draft,
                decidedOn: typed === null ? null : CalendarDate.parse(typed),
              }));
            }}
            value={tender.decidedOn === null ? '' : words.day(tender.decidedOn)}
          />
        </span>
      </div>
      <h3 className={classes.caption} id="tender-reasons">
        {t('outcome.reasons')}
      </h3>
      {decides && tender.reasons.length === 0 ? (
        <p className={classes.warning}>{t('outcome.askReason')}</p>
      ) : null}
      <div aria-labelledby="tender-reasons" className={classes.reasons} role="group">
        {tenderReasons.map((reason) => (
          <Chip key={reason} onPress={() => toggle(reason)} plain pressed={tender.reasons.includes(reason)}>
            {t(`domain:tenderReason.${reason}`)}
          </Chip>
        ))}
      </div>
      <h3 className={classes.caption}>{t('outcome.text')}</h3>
      <div className={classes.long}>
        <InPlace
          ask={t('outcome.textAsk')}
          label={t('outcome.text')}
          maxLength={5000}
          multiline
          onSave={(reasonText) => edit((draft) => ({ ...draft, reasonText }))}
          value={tender.reasonText}
        />
      </div>
      <Lessons tender={tender} />
    </section>
  );
}

function Lessons({ tender }: { readonly tender: Tender }) {
  const { t } = useTranslation('tenders');
  const edit = useTenderEdit(tender);
  return (
    <>
      <h3 className={classes.caption}>{t('outcome.lessons')}</h3>
      <div className={classes.long}>
        <InPlace
          ask={t('outcome.lessonsAsk')}
          label={t('outcome.lessons')}
          maxLength={5000}
          multiline
          onSave={(lessons) => edit((draft) => ({ ...draft, lessons }))}
          value={tender.lessons}
        />
      </div>
    </>
  );
}
