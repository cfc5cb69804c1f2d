import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { ArgumentReason } from '../../../shared/document/nodes.ts';
import { sectionsOf } from '../../../shared/document/walk.ts';
import { fullName, initialsOf, shortName } from '../../../shared/domain/nameForms.ts';
import { TenderReason } from '../../../shared/domain/tender.ts';
import { argumentAtCaret, sectionAtCaret } from '../../editor/sections.ts';
import { useProposalSession } from '../../editor/session.ts';
import { Initials } from '../../ui/Initials.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './Inspector.module.css';

/** «Почему»: whom the section at the caret is for, what they judge by, and why this argument was chosen. */
export function WhyTab() {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const editor = useProposalSession((session) => session.editor);
  const root = useProposalSession((session) => session.root);
  const context = useProposalSession((session) => session.context);
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      now ? { section: sectionAtCaret(now), argument: argumentAtCaret(now) } : null,
  });
  const section =
    root && at ? sectionsOf(root).find((candidate) => candidate.attrs.sectionId === at.section) : undefined;
  if (!section || !context) return <p className={classes.quiet}>{t('why.pick')}</p>;
  const readers = context.readers.filter((reader) => section.attrs.personIds.includes(reader.personId));
  const reasons = ArgumentReason.array().safeParse(at?.argument?.reasons);

  return (
    <>
      <InspectorSection>
        <SectionTitle level={2}>{section.attrs.outlineTitle}</SectionTitle>
        <p className={classes.text}>{readers.length === 0 ? t('why.forAll') : t('why.forReaders')}</p>
      </InspectorSection>
      {readers.map((reader) => (
        <InspectorSection key={reader.personId}>
          <div className={classes.person}>
            <Initials text={initialsOf(reader)} />
            <div>
              <strong>{fullName(reader)}</strong>
              <span>{reader.position}</span>
            </div>
          </div>
          {reader.criteria.length === 0 ? <p className={classes.quiet}>{t('why.noCriteria')}</p> : null}
          <dl className={classes.weights}>
            {reader.criteria
              .toSorted((one, other) => other.weightPercent - one.weightPercent)
              .map((criterion) => (
                <WeightRow
                  key={criterion.key}
                  name={t(`domain:criterion.${criterion.key}`)}
                  percent={criterion.weightPercent}
                />
              ))}
          </dl>
        </InspectorSection>
      ))}
      {reasons.success && reasons.data.length > 0 ? (
        <InspectorSection>
          <SectionTitle level="caption">{t('why.argument')}</SectionTitle>
          <ul className={classes.reasons}>
            {reasons.data.map((reason, index) => (
              <li key={`${reason.kind}-${index}`}>
                <ReasonText reason={reason} />
              </li>
            ))}
          </ul>
        </InspectorSection>
      ) : null}
      {readers.length > 0 && !reasons.success ? (
        <InspectorSection>
          <p className={classes.quiet}>{t('why.pickArgument')}</p>
        </InspectorSection>
      ) : null}
    </>
  );
}

function WeightRow({ name, percent }: { name: string; percent: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <meter min={0} max={100} value={percent} aria-label={name} />
        <span>{percent}</span>
      </dd>
    </div>
  );
}

function ReasonText({ reason }: { reason: ArgumentReason }) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const readers = useProposalSession((session) => session.context?.readers);
  const nameOf = (personId: string) => {
    const reader = readers?.find((candidate) => candidate.personId === personId);
    return reader ? shortName(reader) : t('why.formerReader');
  };
  switch (reason.kind) {
    case 'role':
      return t('why.reason.role', { name: nameOf(reason.personId) });
    case 'criterion':
      return t('why.reason.criterion', {
        name: nameOf(reason.personId),
        criterion: t(`domain:criterion.${reason.criterion}`).toLocaleLowerCase(),
        percent: reason.weightPercent,
      });
    case 'pastLoss': {
      const known = TenderReason.safeParse(reason.reason);
      return t('why.reason.pastLoss', {
        tender: reason.tenderTitle,
        reason: (known.success ? t(`domain:tenderReason.${known.data}`) : reason.reason).toLocaleLowerCase(),
      });
    }
    case 'tenderCriterion':
      return t('why.reason.tenderCriterion', {
        criterion: t(`domain:criterion.${reason.criterion}`).toLocaleLowerCase(),
        percent: reason.weightPercent,
      });
    case 'required':
      return t('why.reason.required');
  }
}
