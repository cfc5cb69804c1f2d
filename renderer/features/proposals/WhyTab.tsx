import { Button } from '@mantine/core';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { ArgumentReason } from '../../../shared/document/nodes.ts';
import { sectionsOf } from '../../../shared/document/walk.ts';
import { BlockId } from '../../../shared/domain/ids.ts';
import { fullName, initialsOf } from '../../../shared/domain/nameForms.ts';
import { askForSwap, useSwapping } from '../../editor/argumentAsk.ts';
import { removeArgument, replaceArgument } from '../../editor/argumentPlaces.ts';
import { argumentAtCaret, sectionAtCaret } from '../../editor/sections.ts';
import { useProposalSession } from '../../editor/session.ts';
import { Initials } from '../../ui/Initials.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { Alternatives } from './Alternatives.tsx';
import actionClasses from './Alternatives.module.css';
import classes from './Inspector.module.css';
import { ReasonText } from './ReasonText.tsx';
import { Recompose } from './Recompose.tsx';

/** «Почему»: whom the section at the caret is for, what they judge by, and why this argument was chosen. */
export function WhyTab() {
  const { t } = useTranslation(['proposals', 'compose', 'domain', 'common']);
  const swapping = useSwapping();
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
  if (!section || !context)
    return (
      <>
        <Recompose />
        <p className={classes.quiet}>{t('why.pick')}</p>
      </>
    );
  const readers = context.readers.filter((reader) => section.attrs.personIds.includes(reader.personId));
  const reasons = ArgumentReason.array().safeParse(at?.argument?.reasons);
  const blockId = BlockId.safeParse(at?.argument?.blockId).data;
  const drop = () => {
    if (!editor || blockId === undefined) return;
    notifyUndo(t('compose:swap.dropped'), removeArgument(editor, blockId));
  };

  return (
    <>
      <Recompose />
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
          {editor?.isEditable === true && blockId !== undefined && section.attrs.role !== null ? (
            <div className={actionClasses.actions}>
              <Button size="xs" onClick={() => askForSwap(swapping === blockId ? null : blockId)}>
                {t(swapping === blockId ? 'compose:swap.close' : 'compose:swap.action')}
              </Button>
              <Button size="xs" variant="subtle" onClick={drop}>
                {t('compose:swap.drop')}
              </Button>
            </div>
          ) : null}
        </InspectorSection>
      ) : null}
      {editor?.isEditable === true &&
      blockId !== undefined &&
      swapping === blockId &&
      section.attrs.role !== null ? (
        <InspectorSection>
          <SectionTitle level="caption">{t('compose:swap.title')}</SectionTitle>
          <Alternatives
            role={section.attrs.role}
            sectionId={section.attrs.sectionId}
            instead={blockId}
            criterion={null}
            none={t('compose:swap.none')}
            onTake={(node) => {
              replaceArgument(editor, blockId, node);
              askForSwap(null);
            }}
          />
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
