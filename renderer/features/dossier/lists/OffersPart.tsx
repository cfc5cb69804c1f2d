import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconGavel, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Competitor } from '../../../../shared/domain/competitor.ts';
import type { CompetitorOffer, OfferOutcome } from '../../../../shared/domain/competitorOffer.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
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
import type { StateTone } from '../../../ui/StateMark.tsx';
import classes from './lists.module.css';
import { OfferDialog } from './OfferDialog.tsx';

/** What was bad for them is good for us. */
const tones: Record<OfferOutcome, StateTone | null> = {
  open: 'attention',
  chosen: 'bad',
  rejected: 'good',
  unknown: null,
};

/** What competitors offered the client, the newest first; bids of tenders stand among them by themselves. */
export function OffersPart({
  accountId,
  competitors,
}: {
  readonly accountId: AccountId;
  readonly competitors: readonly Competitor[];
}) {
  const { t } = useTranslation('rivalry');
  const words = useFieldWords();
  const list = useDesk('offers.list', { accountId });
  const [form, setForm] = useState<{ readonly offer: CompetitorOffer | null } | null>(null);
  const invalidates = ['offers.list'] as const;
  const restore = useDeskAction('offers.restore', { invalidates });
  const remove = useDeskAction('offers.delete', { invalidates });
  if (list.data === undefined)
    return list.error === null ? (
      <RowsSkeleton height={48} rows={3} />
    ) : (
      <ErrorState {...errorWords(list.error)} />
    );
  const { offers } = list.data;
  const nameOf = (offer: CompetitorOffer): string =>
    competitors.find(({ id }) => id === offer.competitorId)?.name ?? '';
  const deleteOffer = ({ id, subject }: CompetitorOffer) => {
    if (id === null) return;
    remove.mutate(
      { id },
      { onSuccess: () => notifyUndo(t('offers.deleted', { name: subject }), () => restore.mutate({ id })) },
    );
  };
  const addButton = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setForm({ offer: null })}>
      {t('offers.add')}
    </Button>
  );
  return (
    <section className={classes.part}>
      <SectionTitle {...(offers.length === 0 ? {} : { action: addButton, count: offers.length })}>
        {t('offers.title')}
      </SectionTitle>
      {offers.length === 0 ? (
        <EmptyState action={addButton} calm title={t('offers.empty')} />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('offers.day')}</th>
              <th scope="col">{t('offers.who')}</th>
              <th scope="col">{t('offers.subject')}</th>
              <th className={classes.figure} scope="col">
                {t('offers.amount')}
              </th>
              <th className={classes.afterFigure} scope="col">
                {t('offers.outcomeHead')}
              </th>
              <th scope="col">{t('offers.source')}</th>
              <th aria-hidden="true" className={classes.menuCell} />
            </tr>
          </thead>
          <tbody>
            {offers.map((offer) => {
              const tone = tones[offer.outcome];
              const outcome = t(`offers.outcome.${offer.outcome}`);
              return (
                <tr key={offer.id ?? `${offer.tenderId ?? ''} ${offer.competitorId}`}>
                  <td className={classes.dayCell}>{words.day(offer.offeredOn)}</td>
                  <td className={classes.strong}>{nameOf(offer)}</td>
                  <td className={classes.wide}>
                    {offer.subject}
                    {offer.terms === '' ? null : <span className={classes.under}>{offer.terms}</span>}
                  </td>
                  <td className={classes.figure}>
                    {offer.amountMinor === null ? (
                      <span className={classes.quiet}>—</span>
                    ) : (
                      words.money(offer.amountMinor, offer.currency)
                    )}
                  </td>
                  <td className={classes.afterFigure}>
                    {tone === null ? (
                      <span className={classes.quiet}>{outcome}</span>
                    ) : (
                      <StateMark tone={tone}>{outcome}</StateMark>
                    )}
                  </td>
                  <td className={classes.second}>
                    {offer.id === null ? t('offers.fromTender') : offer.source}
                    {offer.id === null || offer.tenderTitle === '' ? null : (
                      <span className={classes.under}>{offer.tenderTitle}</span>
                    )}
                  </td>
                  <td className={classes.menuCell}>
                    <OfferMenu
                      offer={offer}
                      onDelete={() => deleteOffer(offer)}
                      onEdit={() => setForm({ offer })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {form === null ? null : (
        <OfferDialog
          accountId={accountId}
          competitors={competitors}
          offer={form.offer}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}

function OfferMenu({
  offer,
  onEdit,
  onDelete,
}: {
  readonly offer: CompetitorOffer;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}) {
  const { t } = useTranslation('rivalry');
  const { tenderId } = offer;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon
          aria-label={t('offers.more', { name: offer.subject })}
          className={classes.menu ?? ''}
          size={26}
        >
          <IconDots size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} />} onClick={onEdit}>
          {t('offers.edit')}
        </Menu.Item>
        {tenderId === null ? null : (
          <Menu.Item
            leftSection={<IconGavel size={16} stroke={1.5} />}
            onClick={() => goTo({ at: 'tender', tenderId })}
          >
            {t('offers.openTender')}
          </Menu.Item>
        )}
        {offer.id === null ? null : (
          <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.5} />} onClick={onDelete}>
            {t('offers.delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
