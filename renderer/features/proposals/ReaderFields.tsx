import { Select } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProposalShape } from '../../../shared/domain/face.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import type { Reader } from '../../../shared/domain/proposal.ts';
import { useDesk } from '../../app/desk.ts';
import { goTo } from '../../app/place.ts';
import { useProposalSession } from '../../editor/session.ts';
import { KnownMultiSelect } from '../../ui/KnownMultiSelect.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { useWantedReaders } from './check/wantedTab.ts';
import classes from './Inspector.module.css';

const nobody: readonly Reader[] = [];

/** Who reads the open proposal, and whether they read one document or a copy each. The text follows on request. */
export function ReaderFields() {
  const { t } = useTranslation(['compose', 'proposals']);
  const proposal = useProposalSession((session) => session.proposal);
  const readers = useProposalSession((session) => session.context?.readers) ?? nobody;
  const changeHeader = useProposalSession((session) => session.changeHeader);
  const people = useDesk(
    'people.list',
    { accountId: proposal?.accountId ?? '' },
    { enabled: proposal !== null },
  );
  const field = useRef<HTMLInputElement>(null);
  useWantedReaders(field, people.data !== undefined);
  if (!proposal || !changeHeader || !people.data) return null;
  const { people: all } = people.data;
  const deleted = readers.filter((reader) => reader.deleted && proposal.readerIds.includes(reader.personId));
  const known = [...all.map(({ id }) => id), ...deleted.map(({ personId }) => personId)];
  return (
    <InspectorSection>
      <SectionTitle level="caption">{t('readers.title')}</SectionTitle>
      <KnownMultiSelect
        aria-label={t('readers.title')}
        placeholder={t('readers.none')}
        data={[
          ...all.map((person) => ({ value: person.id, label: fullName(person) })),
          // Shown as long as they are chosen, so that they can be taken out.
          ...deleted.map((reader) => ({
            value: reader.personId,
            label: t('readers.deleted', { name: fullName(reader) }),
          })),
        ]}
        value={proposal.readerIds}
        searchable
        field={field}
        onChange={(values) =>
          changeHeader({ readerIds: values.flatMap((value) => known.find((id) => id === value) ?? []) })
        }
      />
      {all.length === 0 ? (
        <p className={classes.quiet}>
          {t('readers.nobody')}{' '}
          <TextLink onPress={() => goTo({ at: 'dossier', accountId: proposal.accountId, tab: 'people' })}>
            {t('readers.addPeople')}
          </TextLink>
        </p>
      ) : (
        <p className={classes.quiet}>{t('readers.hint')}</p>
      )}
      <Select
        label={t('shape.label')}
        allowDeselect={false}
        data={ProposalShape.options.map((value) => ({ value, label: t(`shape.${value}`) }))}
        value={proposal.shape}
        onChange={(value) => changeHeader({ shape: value === 'faces' ? 'faces' : 'group' })}
      />
    </InspectorSection>
  );
}
