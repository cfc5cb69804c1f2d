import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import type { Competitor } from '../../../../shared/domain/competitor.ts';
import type { CompetitorShare } from '../../../../shared/domain/competitorOffer.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { HiddenWhileShowing } from '../../../app/HiddenWhileShowing.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { ShareBar } from '../../../ui/ShareBar.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { useTakenFocus } from '../dossierFocus.ts';
import { ComparisonPart } from './ComparisonPart.tsx';
import { CompetitorDialog } from './CompetitorDialog.tsx';
import classes from './lists.module.css';
import { OffersPart } from './OffersPart.tsx';
import { ShareTrend } from './ShareTrend.tsx';

const aspects = ['strengths', 'weaknesses', 'tactics', 'contacts', 'infrastructure'] as const;

/** Who else courts this client: side by side, so that strengths and weaknesses can be compared. */
export function CompetitorsTab({ account }: { readonly account: Account }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const list = useDesk('competitors.list', { accountId: account.id });
  const shares = useDesk('offers.list', { accountId: account.id }).data?.shares ?? [];
  const [form, setForm] = useState<{ readonly competitor: Competitor | null } | null>(null);
  useTakenFocus((focus) => {
    if (focus.part !== 'newCompetitor') return false;
    setForm({ competitor: null });
    return true;
  });
  if (list.data === undefined) {
    return (
      <div className={classes.page}>
        {list.error === null ? <RowsSkeleton height={48} /> : <ErrorState {...errorWords(list.error)} />}
      </div>
    );
  }
  const competitors = list.data.competitors.toSorted(
    (a, b) => (b.sharePercent ?? -1) - (a.sharePercent ?? -1),
  );
  const known = competitors.reduce((sum, { sharePercent }) => sum + (sharePercent ?? 0), 0);
  return (
    <HiddenWhileShowing
      instead={
        <div className={classes.page}>
          <EmptyState title={t('hidden')} />
        </div>
      }
    >
      <div className={classes.page}>
        {competitors.length === 0 ? (
          <EmptyState
            action={
              <Button onClick={() => setForm({ competitor: null })} variant="filled">
                {t('competitors.add')}
              </Button>
            }
            title={t('competitors.empty')}
          />
        ) : (
          <>
            <SectionTitle
              action={
                <Button
                  leftSection={<IconPlus size={16} stroke={1.5} />}
                  onClick={() => setForm({ competitor: null })}
                >
                  {t('competitors.add')}
                </Button>
              }
              {...(known > 0 && known <= 100 ? { count: t('competitors.rest', { share: 100 - known }) } : {})}
            >
              {t('tabs.competitors')}
            </SectionTitle>
            <ul className={classes.rivals}>
              {competitors.map((competitor) => (
                <Rival
                  competitor={competitor}
                  key={competitor.id}
                  onEdit={() => setForm({ competitor })}
                  shares={shares.filter(({ competitorId }) => competitorId === competitor.id)}
                />
              ))}
            </ul>
            <ComparisonPart accountId={account.id} competitors={competitors} />
            <OffersPart accountId={account.id} competitors={competitors} />
          </>
        )}
        {form === null ? null : (
          <CompetitorDialog
            accountId={account.id}
            competitor={form.competitor}
            onClose={() => setForm(null)}
          />
        )}
      </div>
    </HiddenWhileShowing>
  );
}

function Rival({
  competitor,
  shares,
  onEdit,
}: {
  readonly competitor: Competitor;
  readonly shares: readonly CompetitorShare[];
  readonly onEdit: () => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const invalidates = [
    'competitors.list',
    'accounts.overview',
    'accounts.list',
    'offers.list',
    'comparison.get',
  ] as const;
  const restore = useDeskAction('competitors.restore', { invalidates });
  const remove = useDeskAction('competitors.delete', {
    invalidates,
    success: () =>
      notifyUndo(t('undo.competitor', { name: competitor.name }), () =>
        restore.mutate({ id: competitor.id }),
      ),
  });
  return (
    <li className={classes.rival}>
      <div className={classes.rivalHead}>
        <h3>{competitor.name}</h3>
        <Menu position="bottom-end" width={160}>
          <Menu.Target>
            <ActionIcon aria-label={`${t('competitors.more')}: ${competitor.name}`} size={26}>
              <IconDots size={16} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} />} onClick={onEdit}>
              {t('competitors.edit')}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} stroke={1.5} />}
              onClick={() => remove.mutate({ id: competitor.id })}
            >
              {t('competitors.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <dl className={classes.rivalFacts}>
        <dt>{t('competitors.share')}</dt>
        <dd>
          {competitor.sharePercent === null ? (
            <span className={classes.quiet}>{t('competitors.unknownShare')}</span>
          ) : (
            <ShareBar
              part={competitor.sharePercent / 100}
              text={words.percent(competitor.sharePercent)}
              width={120}
            />
          )}
          <ShareTrend shares={shares} />
        </dd>
        <dt>{t('competitors.priceLevel')}</dt>
        <dd>{t(`domain:priceLevel.${competitor.priceLevel}`)}</dd>
        {aspects
          .filter((aspect) => competitor[aspect] !== '')
          .map((aspect) => (
            <Aspect key={aspect} label={t(`competitors.${aspect}`)} text={competitor[aspect]} />
          ))}
      </dl>
    </li>
  );
}

function Aspect({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={classes.text}>{text}</dd>
    </>
  );
}
