import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { composedLetter, faceSections } from '../../../../shared/document/faceDocument.ts';
import type { Face } from '../../../../shared/domain/face.ts';
import { fullName } from '../../../../shared/domain/nameForms.ts';
import { useProposalSession } from '../../../editor/session.ts';
import { InspectorSection } from '../../../ui/Page.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import inspector from '../Inspector.module.css';
import { changeFace } from './faceState.ts';
import classes from './faces.module.css';

const longestLetter = 6000;

/** What differs in one reader's copy: the letter and the order of sections. */
export function FacePanel({ face }: { readonly face: Face }) {
  const { t } = useTranslation('compose');
  const proposal = useProposalSession((session) => session.proposal);
  const root = useProposalSession((session) => session.root);
  const context = useProposalSession((session) => session.context);
  if (!proposal || !root || !context) return null;
  const { personId } = face;
  const reader = context.readers.find((candidate) => candidate.personId === personId);
  const frozen = proposal.status !== 'draft';
  const sections = faceSections(root, face);
  const move = (at: number, by: -1 | 1) => {
    const ids = sections.map(({ attrs }) => attrs.sectionId);
    const [id] = ids.splice(at, 1);
    if (id !== undefined) ids.splice(at + by, 0, id);
    changeFace(personId, { sectionIds: ids });
  };
  return (
    <aside
      className={inspector.inspector}
      aria-label={t('face.of', { name: reader ? fullName(reader, proposal.language) : '' })}
    >
      <fieldset className={`${inspector.frozen ?? ''} ${classes.panel ?? ''}`} disabled={frozen}>
        <InspectorSection>
          <SectionTitle level={2}>{reader ? fullName(reader, proposal.language) : ''}</SectionTitle>
          <p className={inspector.text}>{t('face.shared')}</p>
        </InspectorSection>
        <InspectorSection>
          <Textarea
            label={t('face.letter')}
            description={t('face.letterHint')}
            autosize
            minRows={7}
            maxRows={18}
            value={face.letter ?? composedLetter(root, face, context, proposal.language)}
            onChange={(event) =>
              changeFace(personId, { letter: event.currentTarget.value.slice(0, longestLetter) })
            }
          />
          {face.letter === null ? null : (
            <div>
              <Button size="xs" variant="subtle" onClick={() => changeFace(personId, { letter: null })}>
                {t('face.own')}
              </Button>
            </div>
          )}
        </InspectorSection>
        <InspectorSection>
          <SectionTitle level="caption">{t('face.order')}</SectionTitle>
          <p className={inspector.text}>{t('face.orderHint')}</p>
          <ol className={classes.order}>
            {sections.map(({ attrs }, at) => (
              <li key={attrs.sectionId} data-own={attrs.personIds.includes(personId) || undefined}>
                <span title={attrs.outlineTitle}>{attrs.outlineTitle}</span>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  aria-label={t('face.up', { title: attrs.outlineTitle })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  <IconArrowUp size={15} stroke={1.5} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  aria-label={t('face.down', { title: attrs.outlineTitle })}
                  disabled={at === sections.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <IconArrowDown size={15} stroke={1.5} />
                </ActionIcon>
              </li>
            ))}
          </ol>
          {face.sectionIds === null ? null : (
            <div>
              <Button size="xs" variant="subtle" onClick={() => changeFace(personId, { sectionIds: null })}>
                {t('face.ownOrder')}
              </Button>
            </div>
          )}
        </InspectorSection>
      </fieldset>
    </aside>
  );
}
