import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BlockDraft } from '../../../shared/domain/library.ts';
import { CriterionKey } from '../../../shared/domain/person.ts';
import { OwnTermButton } from '../../app/OwnTermButton.tsx';
import { useCriterionChoices } from '../../app/ownTerms.ts';
import { RoleSelect } from '../../app/RoleSelect.tsx';

export type BlockFields = {
  readonly draft: BlockDraft;
  readonly change: (part: Partial<BlockDraft>) => void;
  /** A save was tried: what is missing is said. */
  readonly tried: boolean;
};

/** What every block needs: its name, why it is there, whom it is for and what it answers. */
export function BlockBasics({ draft, change, tried }: BlockFields) {
  const { t } = useTranslation(['library', 'domain']);
  const criteria = [...new Set([...useCriterionChoices(), ...draft.criteria])];
  return (
    <>
      <TextInput
        data-autofocus
        error={tried && draft.title.trim() === '' ? t('blocks.needName') : undefined}
        label={t('blocks.name')}
        maxLength={200}
        onChange={(event) => change({ title: event.currentTarget.value })}
        value={draft.title}
      />
      <Textarea
        autosize
        description={t('blocks.whyHint')}
        label={t('blocks.why')}
        maxLength={500}
        minRows={2}
        onChange={(event) => change({ why: event.currentTarget.value })}
        value={draft.why}
      />
      <RoleSelect label={t('blocks.role')} onChange={(role) => change({ role })} value={draft.role} />
      <div>
        <MultiSelect
          data={criteria.map((value) => ({ value, label: t(`domain:criterion.${value}`) }))}
          error={tried && draft.criteria.length === 0 ? t('blocks.needCriterion') : undefined}
          hidePickedOptions
          label={t('blocks.criteria')}
          onChange={(values) => change({ criteria: CriterionKey.array().parse(values) })}
          searchable
          value={draft.criteria}
        />
        <OwnTermButton kind="criterion" onAdded={(key) => change({ criteria: [...draft.criteria, key] })} />
      </div>
    </>
  );
}
