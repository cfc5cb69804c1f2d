import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findFirst } from '../../../shared/document/walk.ts';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { ColleagueId, ReferenceId } from '../../../shared/domain/ids.ts';
import { hasConsentOn } from '../../../shared/domain/consent.ts';
import { addresseeForms, fullName } from '../../../shared/domain/nameForms.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { setBlockAttribute } from '../../editor/sections.ts';
import { useProposalSession } from '../../editor/session.ts';
import { DayField } from '../../ui/DayField.tsx';
import { FieldRow, FieldRows } from '../../ui/FieldRow.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './Inspector.module.css';
import { ReaderFields } from './ReaderFields.tsx';

/** «Свойства»: number, date, title, addressee, validity, team and references of the open proposal. */
export function PropertiesTab() {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const proposal = useProposalSession((session) => session.proposal);
  const context = useProposalSession((session) => session.context);
  const changeHeader = useProposalSession((session) => session.changeHeader);
  if (!proposal || !context || !changeHeader) return null;
  const addressee = context.readers.find((reader) => reader.personId === proposal.addresseeId);

  return (
    <>
      <InspectorSection>
        <TitleFields key={proposal.id} proposal={proposal} onChange={changeHeader} />
      </InspectorSection>
      <InspectorSection>
        <FieldRows labelWidth={110}>
          <FieldRow label={t('properties.number')}>
            {proposal.number}
            {proposal.edition > 1 ? ` ${t('edition', { count: proposal.edition })}` : ''}
          </FieldRow>
          <FieldRow label={t('properties.language')}>{t(`domain:language.${proposal.language}`)}</FieldRow>
          <FieldRow label={t('properties.status')}>{t(`domain:proposalStatus.${proposal.status}`)}</FieldRow>
        </FieldRows>
        <DayField
          label={t('properties.date')}
          value={proposal.documentDate}
          clearable={false}
          onChange={(value) => {
            const day = CalendarDate.safeParse(value);
            if (day.success) changeHeader({ documentDate: day.data });
          }}
        />
      </InspectorSection>
      <ReaderFields />
      <InspectorSection>
        <SectionTitle level="caption">{t('properties.addressee')}</SectionTitle>
        <Select
          aria-label={t('properties.addressee')}
          placeholder={t('properties.addresseeNone')}
          data={context.readers.map((reader) => ({ value: reader.personId, label: fullName(reader) }))}
          // Who is no reader any more is not printed either.
          value={addressee?.personId ?? null}
          onChange={(value) =>
            changeHeader({
              addresseeId: context.readers.find((reader) => reader.personId === value)?.personId ?? null,
            })
          }
        />
        {addressee ? (
          <p className={classes.quiet}>
            {t('properties.addresseeForm', {
              greeting: addresseeForms(addressee, proposal.language).greeting,
            })}
          </p>
        ) : null}
      </InspectorSection>
      <InspectorSection>
        <SectionTitle level="caption">{t('properties.validity')}</SectionTitle>
        <ValidityFields proposal={proposal} onChange={changeHeader} />
      </InspectorSection>
      <TeamFields />
      <ReferenceFields />
    </>
  );
}

type HeaderChange = { onChange: (change: Partial<Proposal>) => void; proposal: Proposal };

function TitleFields({ proposal, onChange }: HeaderChange) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  // No title at all is kept beside the last good one: another title shows itself.
  const [typed, setTyped] = useState({ over: proposal.title, title: proposal.title });
  const title = typed.over === proposal.title ? typed.title : proposal.title;
  return (
    <>
      <TextInput
        label={t('properties.title')}
        value={title}
        error={title.trim() === '' ? t('properties.titleEmpty') : undefined}
        onChange={(event) => {
          const next = event.currentTarget.value.slice(0, 300);
          const isTitle = next.trim() !== '';
          setTyped({ over: isTitle ? next : proposal.title, title: next });
          if (isTitle) onChange({ title: next });
        }}
      />
      <Textarea
        label={t('properties.subject')}
        autosize
        minRows={2}
        value={proposal.subject}
        onChange={(event) => onChange({ subject: event.currentTarget.value.slice(0, 500) })}
      />
    </>
  );
}

/** Dates of the validity; what cannot hold is refused beside the field, and the document keeps the last good dates. */
function ValidityFields({ proposal, onChange }: HeaderChange) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const { today } = useFieldWords();
  const { validFrom, validUntil } = proposal.validity;
  // A refused pair of dates is kept beside the good one it was begun on.
  const over = `${validFrom} ${validUntil}`;
  const [typed, setTyped] = useState<{ over: string; from: string | null; until: string | null }>({
    over,
    from: validFrom,
    until: validUntil,
  });
  const draft = typed.over === over ? typed : { from: validFrom, until: validUntil };

  const problem = validityProblem(draft.from, draft.until, today);
  const take = (next: { from: string | null; until: string | null }) => {
    const from = CalendarDate.safeParse(next.from);
    const until = CalendarDate.safeParse(next.until);
    const isGood = from.success && until.success && validityProblem(next.from, next.until, today) === null;
    // Once taken it belongs to the new dates, so that undo shows the ones before.
    setTyped({ ...next, over: isGood ? `${from.data} ${until.data}` : over });
    if (isGood) onChange({ validity: { validFrom: from.data, validUntil: until.data } });
  };
  return (
    <>
      <div className={classes.pair}>
        <DayField
          label={t('properties.validFrom')}
          value={draft.from}
          clearable={false}
          onChange={(from) => take({ ...draft, from })}
        />
        <DayField
          label={t('properties.validUntil')}
          value={draft.until}
          clearable={false}
          onChange={(until) => take({ ...draft, until })}
        />
      </div>
      {problem === null ? null : (
        <p className={classes.warning} role="alert">
          {t(`properties.${problem}`)}
        </p>
      )}
    </>
  );
}

/** Why a period cannot be taken; null = it can. The last day counts, so today is still good. */
export function validityProblem(
  from: string | null,
  until: string | null,
  today: string,
): 'validityPast' | 'validityReversed' | null {
  if (until !== null && until < today) return 'validityPast';
  return from !== null && until !== null && from > until ? 'validityReversed' : null;
}

function TeamFields() {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const editor = useProposalSession((session) => session.editor);
  const root = useProposalSession((session) => session.root);
  const colleagues = useProposalSession((session) => session.context?.company.colleagues);
  const node = root ? findFirst(root, 'team') : null;
  if (!editor || !node || !colleagues) return null;
  const chosen = node.attrs.colleagueIds;
  const toggle = (id: ColleagueId) =>
    setBlockAttribute(
      editor,
      'team',
      'colleagueIds',
      chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id],
    );
  return (
    <InspectorSection>
      <SectionTitle level="caption" count={colleagues.filter(({ id }) => chosen.includes(id)).length}>
        {t('properties.team')}
      </SectionTitle>
      {colleagues.length === 0 ? <p className={classes.quiet}>{t('properties.teamEmpty')}</p> : null}
      {colleagues.map((colleague) => (
        <Checkbox
          key={colleague.id}
          label={colleague.name}
          description={colleague.position}
          checked={chosen.includes(colleague.id)}
          onChange={() => toggle(colleague.id)}
        />
      ))}
    </InspectorSection>
  );
}

function ReferenceFields() {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const editor = useProposalSession((session) => session.editor);
  const root = useProposalSession((session) => session.root);
  const proposal = useProposalSession((session) => session.proposal);
  const references = useProposalSession((session) => session.context?.references);
  const node = root ? findFirst(root, 'references') : null;
  if (!editor || !node || !references || !proposal) return null;
  const chosen = node.attrs.referenceIds;
  // Nothing is printed of them, but the check asks to take them out.
  const gone = chosen.filter((chosenId) => references.every(({ id }) => id !== chosenId));
  const toggle = (id: ReferenceId) =>
    setBlockAttribute(
      editor,
      'references',
      'referenceIds',
      chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id],
    );
  return (
    <InspectorSection>
      <SectionTitle level="caption" count={chosen.length}>
        {t('properties.references')}
      </SectionTitle>
      {references.length === 0 ? <p className={classes.quiet}>{t('properties.referencesEmpty')}</p> : null}
      {references.map((reference) => (
        <Checkbox
          key={reference.id}
          label={reference.companyName}
          description={
            hasConsentOn(reference, proposal.documentDate)
              ? [reference.refereeName, reference.refereePosition].filter((part) => part !== '').join(', ')
              : t('properties.noConsent')
          }
          checked={chosen.includes(reference.id)}
          disabled={!hasConsentOn(reference, proposal.documentDate) && !chosen.includes(reference.id)}
          onChange={() => toggle(reference.id)}
        />
      ))}
      {gone.map((id) => (
        <Checkbox key={id} label={t('properties.referenceGone')} checked onChange={() => toggle(id)} />
      ))}
    </InspectorSection>
  );
}
