import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProposalShape } from '../../../shared/domain/face.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import { useDesk } from '../../app/desk.ts';
import { useProposalSession } from '../../editor/session.ts';
import { KnownMultiSelect } from '../../ui/KnownMultiSelect.tsx';
import { InspectorSection } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './Inspector.module.css';

/** Who reads the open proposal, and whether they read one document or a copy each. The text follows on request. */
export function ReaderFields() {
  const { t } = useTranslation(['compose', 'proposals']);
  const proposal = useProposalSession((session) => session.proposal);
  const changeHeader = useProposalSession((session) => session.changeHeader);
  const people = useDesk(
    'people.list',
    { accountId: proposal?.accountId ?? '' },
    { enabled: proposal !== null },
  );
  if (!proposal || !changeHeader || !people.data) return null;
  const { people: all } = people.data;
  return (
    <InspectorSection>
      <SectionTitle level="caption">{t('readers.title')}</SectionTitle>
      <KnownMultiSelect
        aria-label={t('readers.title')}
        placeholder={t('readers.none')}
        data={all.map((person) => ({ value: person.id, label: fullName(person) }))}
        value={proposal.readerIds}
        searchable
        onChange={(values) =>
          changeHeader({ readerIds: values.flatMap((value) => all.find(({ id }) => id === value)?.id ?? []) })
        }
      />
      <p className={classes.quiet}>{t('readers.hint')}</p>
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
