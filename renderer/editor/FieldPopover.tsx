import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldValue } from '../../shared/document/mergeFields.ts';
import { fieldHint, fieldLabel } from './fieldLabel.ts';
import { proposalSession, useProposalSession } from './session.ts';
import { TextPopover } from './TextPopover.tsx';

/** Closes, and leaves the caret behind the field: what is typed next goes on from it and does not replace it. */
function close() {
  const { editor } = proposalSession.getState();
  proposalSession.setState({ openField: null });
  if (editor) editor.commands.focus(editor.state.selection.to, { scrollIntoView: false });
}

/** Value of one merge field: what the dossier gives, and an own value that wins over it in this proposal. */
export function FieldPopover() {
  const { t } = useTranslation('editor');
  const open = useProposalSession((session) => session.openField);
  const values = useProposalSession((session) => session.values);
  const overrides = useProposalSession((session) => session.proposal?.fieldOverrides);
  const changeHeader = useProposalSession((session) => session.changeHeader);
  const [text, setText] = useState('');

  useEffect(() => {
    if (open) setText(values?.[open.key] ?? '');
    // The value is taken once, when the popover opens: later changes of it must not overwrite what is being typed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);

  if (!open || !changeHeader) return null;
  const { key, anchor } = open;
  const box = anchor.getBoundingClientRect();
  const own = overrides?.[key] !== undefined;
  const hint = values && fieldValue(values, key) === null ? fieldHint(key) : null;

  const apply = () => {
    if (text.trim() !== (values?.[key] ?? ''))
      changeHeader({ fieldOverrides: { ...overrides, [key]: text.trim() } });
    close();
  };
  const reset = () => {
    const rest = { ...overrides };
    delete rest[key];
    changeHeader({ fieldOverrides: rest });
    close();
  };

  return (
    <TextPopover
      box={box}
      field={{ 'aria-label': fieldLabel(key), minRows: 1, maxRows: 6 }}
      heading={
        <Text fz={12} fw={500} c="var(--k-text2)" mb={6}>
          {fieldLabel(key)}
        </Text>
      }
      onLeave={close}
      onTake={apply}
      onText={setText}
      text={text}
      width={320}
    >
      <Text fz={12} c="var(--k-text3)" mt={6}>
        {own ? t('field.own') : (hint ?? t('field.fromDossier'))}
      </Text>
      <Group justify="flex-end" gap={8} mt={10}>
        {own ? (
          <Button variant="default" size="compact-sm" onClick={reset}>
            {t('field.reset')}
          </Button>
        ) : null}
        <Button size="compact-sm" onClick={apply}>
          {t('field.apply')}
        </Button>
      </Group>
    </TextPopover>
  );
}
