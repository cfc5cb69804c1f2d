import { useTranslation } from 'react-i18next';
import type { TodayRow } from '../../../shared/domain/accountView.ts';
import { FollowUpKind } from '../../../shared/domain/followUp.ts';
import { MilestoneKey } from '../../../shared/domain/tender.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { inSentence } from '../../app/inSentence.ts';

/** How a row of Today is said: what it is about, when, and the words of its one button. */
export type TodayWords = {
  /** After the client's name: «: узнать, дошло ли КП», « молчит 41 день». */
  readonly sentence: string;
  readonly when: string;
  readonly button: string;
};

/** Says rows of Today in the interface's language. */
export function useTodayWords(): (row: TodayRow) => TodayWords {
  const { t } = useTranslation(['today', 'domain']);
  const words = useFieldWords();

  const sentenceOf = (row: TodayRow): string => {
    const { personName } = row;
    const subject =
      row.kind === 'birthday' || row.kind === 'factReview'
        ? row.subject
        : inSentence(row.subject, words.language);
    switch (row.kind) {
      case 'followUp': {
        const kind = FollowUpKind.safeParse(row.subject);
        const what = kind.success ? t(`today:followUp.${kind.data}`) : subject;
        return personName === '' ? what : t('today:row.withPerson', { what, person: personName });
      }
      case 'proposalExpiring':
        return t(
          row.dueOn !== null && row.dueOn < words.today
            ? 'today:row.proposalExpired'
            : 'today:row.proposalExpiring',
          {
            number: subject,
            day: row.dueOn === null ? '' : words.dayWords(row.dueOn),
          },
        );
      case 'milestone': {
        const key = MilestoneKey.safeParse(row.subject);
        return t('today:row.milestone', { step: key.success ? t(`domain:milestone.${key.data}`) : subject });
      }
      case 'promise':
        return personName === ''
          ? t('today:row.promise', { what: subject })
          : t('today:row.promiseTo', { what: subject, person: personName });
      case 'awaited':
        return personName === ''
          ? t('today:row.awaited', { what: subject })
          : t('today:row.awaitedFrom', { what: subject, person: personName });
      case 'complaint':
      case 'misunderstanding':
      case 'wish':
        return t(`today:row.${row.kind}`, { what: subject });
      case 'birthday':
        return t('today:row.birthday', {
          person: personName === '' ? subject : personName,
          day: row.dueOn === null ? '' : words.dayWords(row.dueOn),
        });
      case 'factReview':
        return t('today:row.factReview', { person: subject });
      case 'silence':
        return t('today:row.silence', { count: row.days ?? 0 });
      case 'planTask':
        return t('today:row.planTask', { what: subject });
      case 'nextStep':
        return subject;
    }
  };

  return (row) => {
    const when = row.dueOn === null ? '' : words.ahead(row.dueOn);
    const said = sentenceOf(row);
    return {
      sentence: row.kind === 'silence' ? ` ${said}` : `: ${said}`,
      when,
      button: t(`today:button.${row.kind}`),
    };
  };
}
