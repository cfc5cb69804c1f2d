import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import type { MeetingVariant } from '../../../shared/domain/meetingPlan.ts';
import type { PaperRequest } from '../../../shared/domain/paper.ts';
import { deskErrorOf, notifyError, useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { savePaper } from '../../app/saveFile.tsx';
import { useShowMode } from '../../app/showMode.ts';
import { DayField } from '../../ui/DayField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { DebriefDialog } from './DebriefDialog.tsx';
import { LinesField } from './LinesField.tsx';
import classes from './MeetingPage.module.css';
import { PeoplePicker } from './PeoplePicker.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import { useMeetingPlan } from './useMeetingPlan.ts';

/** One page before a meeting: what it is for on the left, the sheet as it will be printed on the right. */
export function MeetingPage({ accountId }: { readonly accountId: AccountId }) {
  const { t } = useTranslation(['meeting', 'common']);
  const { language } = useFieldWords();
  const { on: showing, toggle } = useShowMode();
  const name = useDesk('accounts.overview', { id: accountId }).data?.account.name ?? '';
  const people = useDesk('people.list', { accountId }).data?.people;
  const { open, error, change, makeAnew, reload } = useMeetingPlan(accountId, language);
  const [variant, setVariant] = useState<MeetingVariant>('general');
  const [made, setMade] = useState(0);
  const [busy, setBusy] = useState<'docx' | 'pdf' | null>(null);
  const [debriefing, setDebriefing] = useState(false);
  const request: PaperRequest = { kind: 'meetingSheet', accountId, variant, language };
  const crumbs = [
    { label: t('common:places.clients'), place: { at: 'clients' } as const },
    { label: name, place: { at: 'dossier', accountId, tab: 'overview' } as const },
    { label: t('page') },
  ];
  if (open === null || people === undefined)
    return (
      <>
        <TopBar crumbs={crumbs} />
        {error === null ? (
          <PageSkeleton />
        ) : (
          <ErrorState
            {...errorWords(deskErrorOf(error))}
            action={<Button onClick={reload}>{t('common:retry')}</Button>}
          />
        )}
      </>
    );
  const { plan, kept, saving } = open;
  const debrief = debriefing ? (
    <DebriefDialog
      accountId={accountId}
      onClose={() => setDebriefing(false)}
      onSaved={() => goTo({ at: 'dossier', accountId, tab: 'history' })}
      people={people}
      plan={plan}
    />
  ) : null;
  // Whom to ask what and how to answer about rivals must not be on a screen that is turned to the client. What was
  // typed of the meeting stays behind it.
  if (showing)
    return (
      <>
        <TopBar crumbs={crumbs} />
        <EmptyState
          action={<Button onClick={toggle}>{t('showMode.leave')}</Button>}
          title={t('showMode.text')}
        />
        {debrief}
      </>
    );
  const save = async (as: 'docx' | 'pdf') => {
    setBusy(as);
    await savePaper(request, as, t(`exported.${as}`));
    setBusy(null);
  };
  const again = async () => {
    try {
      await makeAnew();
      setMade((before) => before + 1);
      notifyDone(t('droppedPlan'));
    } catch (thrown) {
      notifyError(thrown);
    }
  };
  return (
    <>
      <TopBar
        actions={
          <>
            <Button disabled={saving} onClick={() => setDebriefing(true)}>
              {t('debrief.action')}
            </Button>
            <Button
              disabled={saving}
              leftSection={<IconFileTypePdf size={17} stroke={1.5} />}
              loading={busy === 'pdf'}
              onClick={() => void save('pdf')}
            >
              {t('exportPdf')}
            </Button>
            <Button
              disabled={saving}
              leftSection={<IconFileTypeDocx size={17} stroke={1.5} />}
              loading={busy === 'docx'}
              onClick={() => void save('docx')}
              variant="filled"
            >
              {t('exportDocx')}
            </Button>
          </>
        }
        compact
        crumbs={crumbs}
      />
      <div className={classes.body}>
        <div className={classes.form} key={made}>
          <div>
            <SegmentedControl
              aria-label={t('variant')}
              data={[
                { value: 'general', label: t('general') },
                { value: 'private', label: t('private') },
              ]}
              fullWidth
              onChange={(value) => setVariant(value === 'private' ? 'private' : 'general')}
              value={variant}
            />
            <p className={classes.hint}>{t(variant === 'private' ? 'privateHint' : 'generalHint')}</p>
          </div>
          <div className={classes.when}>
            <DayField
              clearable={false}
              label={t('meetsOn')}
              onChange={(day) => {
                const parsed = CalendarDate.safeParse(day);
                if (parsed.success) change({ meetsOn: parsed.data });
              }}
              value={plan.meetsOn}
            />
            <TextInput
              label={t('place')}
              maxLength={120}
              onChange={(event) => change({ place: event.currentTarget.value })}
              placeholder={t('placeHint')}
              value={plan.place}
            />
          </div>
          <TextInput
            label={t('purpose')}
            maxLength={300}
            onChange={(event) => change({ purpose: event.currentTarget.value })}
            placeholder={t('purposeHint')}
            value={plan.purpose}
          />
          <PeoplePicker
            accountId={accountId}
            chosen={plan.personIds}
            onChange={(personIds: PersonId[]) => change({ personIds })}
            people={people}
          />
          {(['questions', 'offers', 'objections'] as const).map((part) => (
            <LinesField
              description={t('linesHint')}
              key={part}
              label={t(part)}
              lines={plan[part]}
              onChange={(lines) => change({ [part]: lines })}
            />
          ))}
          <div className={classes.foot}>
            <span aria-live="polite">{t(kept ? (saving ? 'keeping' : 'kept') : 'suggested')}</span>
            {kept ? (
              <Button
                leftSection={<IconRefresh size={15} stroke={1.5} />}
                onClick={() => void again()}
                size="xs"
                variant="subtle"
              >
                {t('again')}
              </Button>
            ) : null}
          </div>
        </div>
        <SheetPreview request={request} />
      </div>
      {debrief}
    </>
  );
}
