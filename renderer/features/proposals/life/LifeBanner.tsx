import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../../shared/domain/calendarDate.ts';
import type { Proposal } from '../../../../shared/domain/proposal.ts';
import { awaitingStatuses, renewalDays } from '../../../../shared/domain/proposalLife.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { useEditions } from './useEditions.ts';
import classes from './life.module.css';

/** Under the top bar of a sent proposal: why it is not edited, when its validity ends, and what to do then. */
export function LifeBanner({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('life');
  const words = useFieldWords();
  const { id, edition, status, validity } = proposal;
  const life = useDesk('proposals.life', { id }).data;
  const { begin, busy } = useEditions(id);
  if (status === 'draft' || life === undefined) return null;
  const later = life.editions.at(-1);
  if (later !== undefined && later.edition > edition)
    return (
      <div className={classes.banner}>
        <span>
          {t(later.status === 'draft' ? 'banner.nextDraft' : 'banner.nextSent', { count: later.edition })}
        </span>
        <Button size="xs" onClick={() => goTo({ at: 'proposal', proposalId: later.id })}>
          {t('editions.open', { count: later.edition })}
        </Button>
      </div>
    );
  const left = daysBetween(words.today, validity.validUntil);
  const isEnding = left <= renewalDays && (awaitingStatuses.includes(status) || status === 'expired');
  const day = words.dayWords(validity.validUntil);
  const ending =
    left < 0 ? t('banner.ended', { day }) : left === 0 ? t('banner.ends_today') : t('banner.ends', { day });
  const sent = life.sentOn === null ? null : t('banner.frozen', { day: words.dayWords(life.sentOn) });
  return (
    <div
      className={classes.banner}
      data-urgent={isEnding ? true : undefined}
      role={isEnding ? 'alert' : undefined}
    >
      <span>{isEnding ? `${ending} ${sent ?? ''}` : sent}</span>
      {isEnding ? (
        <Button size="xs" variant="filled" loading={busy} onClick={() => begin(true)}>
          {t('editions.renew')}
        </Button>
      ) : null}
      <Button size="xs" loading={busy} onClick={() => begin(false)}>
        {t('editions.new')}
      </Button>
    </div>
  );
}
