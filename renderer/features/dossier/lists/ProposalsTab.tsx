import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { proposalTones } from '../../../app/accountMarks.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import classes from './lists.module.css';

/** Proposals made to one client, the newest first. */
export function ProposalsTab({ account }: { readonly account: Account }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const list = useDesk('proposals.list', { accountId: account.id });
  const invalidates = ['proposals.list', 'accounts.overview', 'today.list'] as const;
  const restore = useDeskAction('proposals.restore', { invalidates });
  const remove = useDeskAction('proposals.delete', { invalidates });
  const create = () => goTo({ at: 'newProposal', accountId: account.id, tenderId: null });
  if (list.data === undefined) {
    return (
      <div className={classes.page}>
        {list.error === null ? <RowsSkeleton height={48} /> : <ErrorState {...errorWords(list.error)} />}
      </div>
    );
  }
  const { rows } = list.data;
  if (rows.length === 0) {
    return (
      <div className={classes.page}>
        <EmptyState
          action={
            <Button onClick={create} variant="filled">
              {t('proposals.add')}
            </Button>
          }
          title={t('proposals.empty')}
        />
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <SectionTitle
        action={
          <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={create}>
            {t('proposals.add')}
          </Button>
        }
      >
        {t('tabs.proposals')}
      </SectionTitle>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('proposals.column.number')}</th>
            <th scope="col">{t('proposals.column.title')}</th>
            <th scope="col">{t('proposals.column.readers')}</th>
            <th scope="col">{t('proposals.column.date')}</th>
            <th scope="col">{t('proposals.column.validUntil')}</th>
            <th scope="col">{t('proposals.column.status')}</th>
            <th className={classes.figure} scope="col">
              {t('proposals.column.total')}
            </th>
            <th aria-label={t('proposals.more')} scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map((proposal) => {
            const tone = proposalTones[proposal.status];
            const running = proposal.status !== 'accepted' && proposal.status !== 'declined';
            const open = () => goTo({ at: 'proposal', proposalId: proposal.id });
            return (
              <tr key={proposal.id} onDoubleClick={open}>
                <td className="k-nowrap">
                  {proposal.number}
                  {proposal.edition > 1 ? (
                    <span className={classes.under}>
                      {t('proposals.edition', { edition: proposal.edition })}
                    </span>
                  ) : null}
                </td>
                <td className={classes.wide}>
                  <TextLink onPress={open} quiet strong>
                    {proposal.subject === '' ? proposal.title : proposal.subject}
                  </TextLink>
                </td>
                <td className={`${classes.wide ?? ''} ${classes.second ?? ''}`}>
                  {proposal.readerNames.join(', ')}
                </td>
                <td className="k-nowrap">{words.dayWords(proposal.documentDate)}</td>
                <td
                  className={`k-nowrap ${running && proposal.validUntil < words.today ? (classes.bad ?? '') : ''}`}
                >
                  {words.dayWords(proposal.validUntil)}
                </td>
                <td className="k-nowrap">
                  {tone === undefined ? (
                    <span className={classes.second}>{t(`domain:proposalStatus.${proposal.status}`)}</span>
                  ) : (
                    <StateMark tone={tone}>{t(`domain:proposalStatus.${proposal.status}`)}</StateMark>
                  )}
                </td>
                <td className={classes.figure}>
                  {proposal.totalMinor === null ? (
                    <span className={classes.quiet}>{t('proposals.noTotal')}</span>
                  ) : (
                    words.money(proposal.totalMinor, Currency.catch('RUB').parse(proposal.currency))
                  )}
                </td>
                <td aria-label={t('proposals.more')} className={classes.menuCell}>
                  <Menu position="bottom-end" width={160}>
                    <Menu.Target>
                      <ActionIcon
                        aria-label={`${t('proposals.more')}: ${proposal.number}`}
                        className={classes.menu}
                        size={26}
                      >
                        <IconDots size={16} stroke={1.5} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item
                        color="red"
                        leftSection={<IconTrash size={16} stroke={1.5} />}
                        onClick={() =>
                          remove.mutate(
                            { id: proposal.id },
                            {
                              onSuccess: () =>
                                notifyUndo(t('undo.proposal', { name: proposal.number }), () =>
                                  restore.mutate({ id: proposal.id }),
                                ),
                            },
                          )
                        }
                      >
                        {t('proposals.delete')}
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
