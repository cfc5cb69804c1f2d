import { Button } from '@mantine/core';
import { IconArrowRight, IconClipboardText, IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TodayRow } from '../../../shared/domain/accountView.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import { healthTones } from '../../app/accountMarks.ts';
import { useDesk } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { FieldRow, FieldRows } from '../../ui/FieldRow.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import classes from './TodayInspector.module.css';

/** What to know before acting on the chosen row: the person, the client now, its open proposals. */
export function TodayInspector({ row }: { readonly row: TodayRow }) {
  const { t } = useTranslation(['today', 'domain', 'meeting']);
  const words = useFieldWords();
  const overview = useDesk('accounts.overview', { id: row.accountId }, { keepPrevious: true }).data;
  const people = useDesk('people.list', { accountId: row.accountId }, { enabled: row.personId !== null }).data
    ?.people;
  const person = people?.find((member) => member.id === row.personId);
  const account = overview?.account.id === row.accountId ? overview : undefined;
  return (
    <>
      {person === undefined ? null : (
        <InspectorSection>
          <p className={classes.caption}>{t('today:inspector.person')}</p>
          <h2>{fullName(person, words.language)}</h2>
          <p className={classes.quiet}>
            {[person.position, row.accountName].filter((part) => part !== '').join(', ')}
          </p>
          {person.phone === '' ? null : (
            <p className={classes.contact}>
              <IconPhone aria-hidden="true" size={17} stroke={1.5} />
              <span className={classes.phone}>{person.phone}</span>
            </p>
          )}
          {person.email === '' ? null : (
            <p className={classes.contact}>
              <IconMail aria-hidden="true" size={17} stroke={1.5} />
              <span>{person.email}</span>
            </p>
          )}
          {person.contactKind === '' ? null : <p className={classes.note}>{person.contactKind}</p>}
        </InspectorSection>
      )}
      {person === undefined || person.psychotype === 'unknown' ? null : (
        <InspectorSection>
          <p className={classes.caption}>{t('today:inspector.manner')}</p>
          <p>{t(`domain:psychotypeAdvice.${person.psychotype}`)}</p>
        </InspectorSection>
      )}
      <InspectorSection>
        <p className={classes.caption}>{t('today:inspector.client')}</p>
        <h2>{row.accountName}</h2>
        {account === undefined ? null : (
          <div className={classes.facts}>
            <FieldRows labelWidth={124}>
              <FieldRow label={t('today:inspector.health')}>
                <StateMark tone={healthTones[account.measures.health]}>
                  {t(`domain:accountHealth.${account.measures.health}`)}
                </StateMark>
              </FieldRow>
              <FieldRow label={t('today:inspector.share')}>
                {words.percent(words.profitShare(account.measures))}
              </FieldRow>
              <FieldRow label={t('today:inspector.lastContact')}>
                {words.ago(account.measures.lastContactOn)}
              </FieldRow>
              {account.account.nextStep === '' ? null : (
                <FieldRow label={t('today:inspector.nextStep')}>
                  {account.account.nextStep}
                  {account.account.nextStepOn === null ? null : (
                    <span className={classes.quiet}>, {words.dayWords(account.account.nextStepOn)}</span>
                  )}
                </FieldRow>
              )}
            </FieldRows>
          </div>
        )}
        <div className={classes.ways}>
          <Button
            className={classes.open}
            onClick={() => goTo({ at: 'dossier', accountId: row.accountId, tab: 'overview' })}
            rightSection={<IconArrowRight size={15} stroke={1.5} />}
            size="xs"
            variant="subtle"
          >
            {t('today:inspector.open')}
          </Button>
          <Button
            className={classes.open}
            leftSection={<IconClipboardText size={15} stroke={1.5} />}
            onClick={() => goTo({ at: 'meeting', accountId: row.accountId })}
            size="xs"
            variant="subtle"
          >
            {t('meeting:open')}
          </Button>
        </div>
      </InspectorSection>
      {account === undefined || account.openProposals.length === 0 ? null : (
        <InspectorSection>
          <p className={classes.caption}>{t('today:inspector.proposals')}</p>
          <ul className={classes.proposals}>
            {account.openProposals.map((proposal) => (
              <li key={proposal.id}>
                <button
                  className={classes.proposal}
                  onClick={() => goTo({ at: 'proposal', proposalId: proposal.id })}
                  type="button"
                >
                  <span className="k-nowrap">{t('today:inspector.number', { number: proposal.number })}</span>
                  <span className={classes.quiet}>{t(`domain:proposalStatus.${proposal.status}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </InspectorSection>
      )}
    </>
  );
}
