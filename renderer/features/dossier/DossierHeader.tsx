import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconClipboardText,
  IconDots,
  IconFileText,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../../../shared/domain/accountView.ts';
import { cellRanks, typeShapes } from '../../app/accountMarks.ts';
import { useDeskAction } from '../../app/desk.ts';
import { dossierTabs, goTo } from '../../app/place.ts';
import type { DossierTab } from '../../app/place.ts';
import { useShowMode } from '../../app/showMode.ts';
import { useStandardWords } from '../../app/standardWords.ts';
import { CellToken } from '../../ui/CellToken.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { TypeMark } from '../../ui/TypeMark.tsx';
import { accountReads } from './accountEdit.ts';
import { CompletenessPart } from './CompletenessPart.tsx';
import classes from './DossierHeader.module.css';
import { askFocus } from './dossierFocus.ts';
import { HealthPart } from './HealthPart.tsx';
import { EventDialog } from './history/EventDialog.tsx';
import { IdentityDialog } from './IdentityDialog.tsx';
import { Measure, NextStep } from './NextStep.tsx';
import { answerPlace, questionWords } from './questions.ts';
import { SharePart } from './SharePart.tsx';
import { useArchive } from './useArchive.ts';

/** Who this is, how it stands, what to find out next, and the tabs; stays while the tab below scrolls. */
export function DossierHeader({
  overview,
  tab,
}: {
  readonly overview: AccountOverview;
  readonly tab: DossierTab;
}) {
  const { t } = useTranslation(['dossier', 'domain', 'meeting', 'bulk']);
  const names = useStandardWords();
  const { on: showing } = useShowMode();
  const [dialog, setDialog] = useState<'event' | 'identity' | null>(null);
  const { account, measures, questions, counts } = overview;
  const remove = useDeskAction('accounts.delete', {
    invalidates: ['accounts.list', 'today.list', 'tenders.list', 'proposals.list'],
    success: () => {
      goTo({ at: 'clients' });
      notifyUndo(t('header.deleted', { name: account.name }), () => restore.mutate({ id: account.id }));
    },
  });
  const restore = useDeskAction('accounts.restore', {
    invalidates: [...accountReads, 'tenders.list', 'proposals.list'],
    success: () => goTo({ at: 'dossier', accountId: account.id, tab }),
  });
  const archive = useArchive(account.id);
  const deleteAccount = () => remove.mutate({ id: account.id });
  // What the client must not even see named while the screen is turned to them.
  const tabs = dossierTabs.filter(
    (key) =>
      !showing ||
      key === tab ||
      (key !== 'competitors' && key !== 'tenders' && key !== 'plan' && key !== 'files'),
  );
  const tabCounts: Record<DossierTab, number | null> = {
    overview: null,
    history: null,
    people: counts.people,
    tenders: counts.tenders,
    competitors: counts.competitors,
    plan: null,
    proposals: counts.proposals,
    files: counts.files,
  };
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <h1 className={classes.name} title={account.name}>
          {account.name}
        </h1>
        {account.legalForm === '' ? null : <span className={classes.form}>{account.legalForm}</span>}
        {/* «Кормилец» tells the client how much we depend on it. */}
        {showing ? null : (
          <span className={classes.types}>
            {account.types.map((type) => (
              <span key={type} title={t(`domain:accountTypeMeaning.${type}`)}>
                <TypeMark label={t(`domain:accountType.${type}`)} shape={typeShapes[type]} />
              </span>
            ))}
          </span>
        )}
        <div className={classes.actions}>
          <Menu position="bottom-end" width={240}>
            <Menu.Target>
              <ActionIcon aria-label={t('header.more')} size={32}>
                <IconDots size={18} stroke={1.5} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconPencil size={16} stroke={1.5} />}
                onClick={() => setDialog('identity')}
              >
                {t('header.edit')}
              </Menu.Item>
              {overview.archived ? null : (
                <Menu.Item
                  leftSection={<IconArchive size={16} stroke={1.5} />}
                  onClick={() => archive('archive')}
                >
                  {t('bulk:archive')}
                </Menu.Item>
              )}
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} stroke={1.5} />}
                onClick={deleteAccount}
              >
                {t('header.delete')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button
            leftSection={<IconClipboardText size={16} stroke={1.5} />}
            onClick={() => goTo({ at: 'meeting', accountId: account.id })}
          >
            {t('meeting:open')}
          </Button>
          <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setDialog('event')}>
            {t('header.record')}
          </Button>
          <Button
            leftSection={<IconFileText size={16} stroke={1.5} />}
            onClick={() =>
              goTo({ at: 'newProposal', accountId: account.id, tenderId: overview.nextTender?.id ?? null })
            }
            variant="filled"
          >
            {t('header.createProposal')}
          </Button>
        </div>
      </div>
      {showing ? null : (
        <div className={classes.facts}>
          <dl className={classes.measures}>
            <Measure label={t('header.cell')}>
              {measures.abc === null ? (
                <span className={classes.quiet}>—</span>
              ) : (
                <CellToken
                  label={measures.xyz === null ? measures.abc : t(`domain:xyzClass.${measures.xyz}`)}
                  rank={cellRanks[measures.abc]}
                  text={`${measures.abc}${measures.xyz ?? ''}`}
                />
              )}
            </Measure>
            <Measure label={t('header.share')}>
              <SharePart overview={overview} />
            </Measure>
            <Measure label={t('header.health')}>
              <HealthPart overview={overview} />
            </Measure>
            <Measure label={t('header.completeness')}>
              <CompletenessPart overview={overview} />
            </Measure>
            <NextStep overview={overview} />
          </dl>
          <div className={classes.questions}>
            <span className={classes.caption} id="find-out-next">
              {t('header.questions')}
            </span>
            {questions.length === 0 ? (
              <span className={classes.quiet}>{t('header.allKnown')}</span>
            ) : (
              <ol aria-labelledby="find-out-next" className={classes.questionList}>
                {questions.map((question, index) => {
                  const text = questionWords(question, t, names);
                  return (
                    <li key={index}>
                      <button
                        className={classes.question}
                        onClick={() => {
                          const answer = answerPlace(question, account.id);
                          askFocus(answer.focus);
                          goTo(answer.place);
                        }}
                        title={text}
                        type="button"
                      >
                        <span className={classes.questionNumber}>{index + 1}</span>
                        <span className={classes.questionText}>{text}</span>
                      </button>
                    </li>
                  );
                })}
              </ol>
            )}
          </div>
        </div>
      )}
      <div aria-label={t('tabs.label')} className={classes.tabs} role="tablist">
        {tabs.map((key) => (
          <button
            aria-controls="dossier-tab"
            aria-selected={key === tab}
            className={classes.tab}
            id={`tab-${key}`}
            key={key}
            onClick={() => goTo({ at: 'dossier', accountId: account.id, tab: key })}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              const next = tabs[(tabs.indexOf(key) + by + tabs.length) % tabs.length];
              if (by === 0 || next === undefined) return;
              goTo({ at: 'dossier', accountId: account.id, tab: next });
              document.getElementById(`tab-${next}`)?.focus();
            }}
            role="tab"
            tabIndex={key === tab ? 0 : -1}
            type="button"
          >
            {t(`tabs.${key}`)}
            {tabCounts[key] === null || tabCounts[key] === 0 ? null : (
              <span className={classes.tabCount}>{tabCounts[key]}</span>
            )}
          </button>
        ))}
      </div>
      {dialog === 'event' ? (
        <EventDialog accountId={account.id} event={null} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'identity' ? <IdentityDialog account={account} onClose={() => setDialog(null)} /> : null}
    </header>
  );
}
