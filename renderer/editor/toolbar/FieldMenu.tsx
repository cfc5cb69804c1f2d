import { Popover, ScrollArea, TextInput, UnstyledButton } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { IconBraces } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MergeFieldKey, fieldValue } from '../../../shared/document/mergeFields.ts';
import { useFieldChoices } from '../fieldChoices.ts';
import { proposalSession, useProposalSession } from '../session.ts';

/** A searchable list of merge fields with their present values. */
export function FieldMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('editor');
  const values = useProposalSession((session) => session.values);
  const opened = useProposalSession((session) => session.fieldMenu);
  const setOpened = (fieldMenu: boolean) => proposalSession.setState({ fieldMenu });
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLocaleLowerCase();
  const found = useFieldChoices().filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const insert = (key: MergeFieldKey | undefined) => {
    if (!key) return;
    setOpened(false);
    setQuery('');
    editor.chain().focus().insertMergeField(key).run();
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={360} trapFocus shadow="md">
      <Popover.Target>
        <UnstyledButton
          className="k-tool-menu"
          onClick={() => setOpened(!opened)}
          aria-expanded={opened}
          aria-label={t('toolbar.field')}
        >
          <IconBraces size={17} stroke={1.5} />
          <span className="k-tool-word">{t('toolbar.field')}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <TextInput
          data-autofocus
          placeholder={t('toolbar.fieldSearch')}
          aria-label={t('toolbar.fieldSearch')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && insert(found[0]?.key)}
          mb={6}
        />
        <ScrollArea.Autosize mah={320}>
          {found.map(({ key, label, group }, at) => (
            <Fragment key={key}>
              {group === found[at - 1]?.group ? null : <p className="k-field-group">{group}</p>}
              <UnstyledButton className="k-field-choice" onClick={() => insert(key)}>
                <span>{label}</span>
                <small>{(values && fieldValue(values, key)) ?? t('field.empty')}</small>
              </UnstyledButton>
            </Fragment>
          ))}
          {found.length === 0 ? <p className="k-field-none">{t('toolbar.fieldNone')}</p> : null}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
