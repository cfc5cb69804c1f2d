import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId, PersonId, TenderId } from '../../../shared/domain/ids.ts';
import type { ProposalShape } from '../../../shared/domain/face.ts';
import { Language } from '../../../shared/domain/language.ts';
import { useDesk, useDeskAction } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goBack, goTo } from '../../app/place.ts';
import { DayField } from '../../ui/DayField.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageBody } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { Gaps } from './Gaps.tsx';
import classes from './NewProposalPage.module.css';
import { validityProblem } from './PropertiesTab.tsx';
import { ReaderPicker, suggestedReaders } from './ReaderPicker.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { ShapeCards } from './ShapeCards.tsx';
import { TemplateCards } from './TemplateCards.tsx';

const dayChoices = [14, 30, 60, 90] as const;

/** One calm page before a proposal exists: for whom, on what occasion, in which language, until when. */
export function NewProposalPage({
  accountId,
  tenderId,
}: {
  readonly accountId: AccountId;
  readonly tenderId: TenderId | null;
}) {
  const { t } = useTranslation(['proposals', 'compose', 'domain', 'common']);
  const { today, language: interfaceLanguage } = useFieldWords();
  const overview = useDesk('accounts.overview', { id: accountId });
  const people = useDesk('people.list', { accountId });
  const tenders = useDesk('tenders.list', { accountId });
  const company = useDesk('company.get', {});
  const [chosenTender, setChosenTender] = useState<TenderId | null>(tenderId);
  const tender = useDesk('tenders.get', { id: chosenTender ?? '' }, { enabled: chosenTender !== null });
  const [language, setLanguage] = useState<Language>(interfaceLanguage);
  const templates = useDesk('templates.list', { language });
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [subject, setSubject] = useState<string | null>(null);
  const [readerIds, setReaderIds] = useState<readonly PersonId[] | null>(null);
  const [validUntil, setValidUntil] = useState<string | null>(null);
  const [shape, setShape] = useState<ProposalShape>('group');
  const [tried, setTried] = useState(false);

  const all = people.data?.people;
  const suggested = useMemo(
    () =>
      all
        ? suggestedReaders(all, tender.data?.tender.participants.map(({ personId }) => personId) ?? [])
        : [],
    [all, tender.data],
  );
  const readers = readerIds ?? suggested;
  const validityDays = company.data?.company.validityDays ?? 30;
  const until = validUntil ?? addDays(today, validityDays);
  const template =
    templates.data?.templates.find(({ id }) => id === templateId) ?? templates.data?.templates[0];
  const plan = useDesk(
    'proposals.plan',
    { accountId, tenderId: chosenTender, readerIds: [...readers], templateId: template?.id ?? '' },
    { enabled: template !== undefined && all !== undefined, keepPrevious: true },
  );
  const shownSubject = subject ?? tender.data?.tender.subject ?? '';
  const shownTitle = title === '' ? t('new.namePlaceholder') : title;

  const create = useDeskAction('proposals.create', {
    invalidates: ['proposals.list', 'accounts.overview', 'accounts.list'],
    success: ({ id }) => goTo({ at: 'proposal', proposalId: id }),
  });

  const crumbs = [
    { label: t('common:places.clients'), place: { at: 'clients' as const } },
    {
      label: overview.data?.account.name ?? '',
      place: { at: 'dossier' as const, accountId, tab: 'proposals' as const },
    },
    { label: t('new.title') },
  ];
  const failed = overview.error ?? people.error ?? tenders.error ?? company.error ?? templates.error;
  if (failed)
    return (
      <>
        <TopBar crumbs={crumbs} />
        <ErrorState {...errorWords(failed)} action={<Button onClick={goBack}>{t('common:back')}</Button>} />
      </>
    );
  if (!overview.data || !all || !tenders.data || !company.data)
    return (
      <>
        <TopBar crumbs={crumbs} />
        <PageSkeleton />
      </>
    );

  const problem = validityProblem(today, until, today);
  const compose = () => {
    setTried(true);
    const lastDay = CalendarDate.safeParse(until);
    if (readers.length === 0 || !template || !lastDay.success || problem !== null) return;
    create.mutate({
      accountId,
      tenderId: chosenTender,
      readerIds: [...readers],
      templateId: template.id,
      language,
      title: shownTitle,
      subject: shownSubject,
      validity: { validFrom: today, validUntil: lastDay.data },
      shape,
    });
  };

  return (
    <>
      <TopBar
        crumbs={crumbs}
        actions={
          <Button variant="filled" loading={create.isPending} onClick={compose}>
            {t('new.compose')}
          </Button>
        }
      />
      <PageBody>
        <div className={classes.page}>
          <div className={classes.main}>
            <SectionTitle level={1}>{t('new.heading')}</SectionTitle>
            <p className={classes.lead}>{t('new.lead')}</p>
            <SectionTitle level={2} count={readers.length}>
              {t('new.readers')}
            </SectionTitle>
            <ReaderPicker accountId={accountId} people={all} chosen={readers} onChange={setReaderIds} />
            {tried && readers.length === 0 ? (
              <p className={classes.error} role="alert">
                {t('new.noReaders')}
              </p>
            ) : null}
            {plan.data ? <PlanPreview plan={plan.data} people={all} /> : null}
          </div>
          <div className={classes.side}>
            <SectionTitle level={2}>{t('new.occasion')}</SectionTitle>
            <div className={classes.fields}>
              {tenders.data.rows.length === 0 ? null : (
                <Select
                  label={t('new.tender')}
                  data={tenders.data.rows.map((row) => ({ value: row.id, label: row.title }))}
                  placeholder={t('new.noTender')}
                  clearable
                  value={chosenTender}
                  onChange={(value) => {
                    setChosenTender(tenders.data.rows.find((row) => row.id === value)?.id ?? null);
                    setSubject(null);
                  }}
                />
              )}
              <TextInput
                label={t('new.name')}
                placeholder={t('new.namePlaceholder')}
                value={title}
                onChange={(event) => setTitle(event.currentTarget.value.slice(0, 300))}
              />
              <Textarea
                autosize
                label={t('new.subject')}
                description={t('new.subjectHint')}
                value={shownSubject}
                onChange={(event) => setSubject(event.currentTarget.value.slice(0, 500))}
              />
              <Select
                label={t('new.language')}
                allowDeselect={false}
                data={Language.options.map((value) => ({ value, label: t(`domain:language.${value}`) }))}
                value={language}
                onChange={(value) => {
                  setLanguage(value === 'en' ? 'en' : 'ru');
                  // Another language has its own templates: the chosen one is chosen anew.
                  setTemplateId(null);
                }}
              />
            </div>
            <SectionTitle level={2}>{t('new.template')}</SectionTitle>
            <TemplateCards
              templates={templates.data?.templates ?? []}
              chosen={template?.id ?? null}
              onChoose={setTemplateId}
            />
            <SectionTitle level={2}>{t('compose:shape.label')}</SectionTitle>
            <ShapeCards shape={shape} onChange={setShape} />
            <SectionTitle level={2}>{t('new.validity')}</SectionTitle>
            <div className={classes.validity}>
              <DayField
                label={t('new.validUntil')}
                value={until}
                clearable={false}
                error={problem === null ? undefined : t('new.validityPast')}
                onChange={setValidUntil}
              />
              <div className={classes.days}>
                {dayChoices.map((days) => (
                  <Button
                    key={days}
                    size="xs"
                    variant={until === addDays(today, days) ? 'light' : 'default'}
                    onClick={() => setValidUntil(addDays(today, days))}
                  >
                    {t('new.days', { count: days })}
                  </Button>
                ))}
              </div>
            </div>
            <Gaps
              account={overview.data.account}
              readers={all.filter((person) => readers.includes(person.id))}
              company={company.data.company}
              today={today}
            />
          </div>
        </div>
      </PageBody>
    </>
  );
}
