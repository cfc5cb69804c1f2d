import { ActionIcon, Button, Group, NumberInput, Popover, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsView } from '../../../shared/document/blockViews.ts';
import { Attachment, AttachmentsNode } from '../../../shared/document/nodes.ts';
import { useProposalSession } from '../session.ts';
import { BlockFrame, Hole } from './Frame.tsx';

type Row = {
  readonly id: number;
  readonly title: string;
  readonly sheets: number | string;
  readonly copies: number | string;
};

const blank = { title: '', sheets: '', copies: 1 } as const;

/** A row as the document keeps it; null while it has no title. */
function attachmentOf({ title, sheets, copies }: Row): Attachment | null {
  const read = Attachment.safeParse({
    title: title.trim(),
    sheets: sheets === '' ? null : Number(sheets),
    copies: Number(copies) || 1,
  });
  return read.success && read.data.title !== '' ? read.data : null;
}

/** The papers that go with this one, and the list to change them. */
export function AttachmentsView({ node, editor, updateAttributes }: ReactNodeViewProps) {
  const { t } = useTranslation('editor');
  const language = useProposalSession((session) => session.proposal?.language);
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const attrs = AttachmentsNode.shape.attrs.safeParse(node.attrs);
  const items = attrs.success ? attrs.data.items : [];
  const lines = language ? attachmentsView(items, language) : [];
  const open = () =>
    setRows(
      (items.length > 0 ? items : [blank]).map((item, id) => ({ ...item, sheets: item.sheets ?? '', id })),
    );
  const change = (id: number, part: Partial<Row>) =>
    setRows((rows ?? []).map((row) => (row.id === id ? { ...row, ...part } : row)));
  const apply = () => {
    updateAttributes({ items: (rows ?? []).flatMap((row) => attachmentOf(row) ?? []) });
    setRows(null);
  };
  return (
    <BlockFrame label={t('blocks.attachments')}>
      {lines.length === 0 ? (
        <Hole>{t('holes.attachments')}</Hole>
      ) : (
        lines.map((line) => <p key={line}>{line}</p>)
      )}
      <Popover
        opened={rows !== null}
        onChange={(opened) => !opened && setRows(null)}
        width={520}
        position="bottom-start"
        shadow="md"
        withinPortal
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            className="k-block-edit"
            variant="default"
            size="compact-xs"
            disabled={!editor.isEditable}
            onClick={() => (rows ? setRows(null) : open())}
          >
            {t('attachments.edit')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={6}>
            {(rows ?? []).map((row, at) => (
              <Group key={row.id} gap={6} wrap="nowrap" align="flex-end">
                <TextInput
                  size="xs"
                  flex={1}
                  label={at === 0 ? t('attachments.title') : undefined}
                  aria-label={t('attachments.title')}
                  maxLength={300}
                  value={row.title}
                  onChange={(event) => change(row.id, { title: event.currentTarget.value })}
                />
                <NumberInput
                  size="xs"
                  w={84}
                  label={at === 0 ? t('attachments.sheets') : undefined}
                  aria-label={t('attachments.sheets')}
                  min={1}
                  max={9999}
                  allowDecimal={false}
                  value={row.sheets}
                  onChange={(sheets) => change(row.id, { sheets })}
                />
                <NumberInput
                  size="xs"
                  w={84}
                  label={at === 0 ? t('attachments.copies') : undefined}
                  aria-label={t('attachments.copies')}
                  min={1}
                  max={999}
                  allowDecimal={false}
                  value={row.copies}
                  onChange={(copies) => change(row.id, { copies })}
                />
                <ActionIcon
                  variant="subtle"
                  size={30}
                  aria-label={t('attachments.remove')}
                  onClick={() => setRows((rows ?? []).filter(({ id }) => id !== row.id))}
                >
                  <IconX size={15} stroke={1.5} />
                </ActionIcon>
              </Group>
            ))}
            <Group justify="space-between" mt={4}>
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={14} stroke={1.5} />}
                disabled={(rows?.length ?? 0) >= 50}
                onClick={() =>
                  setRows([
                    ...(rows ?? []),
                    { ...blank, id: Math.max(-1, ...(rows ?? []).map(({ id }) => id)) + 1 },
                  ])
                }
              >
                {t('attachments.add')}
              </Button>
              <Button size="compact-sm" onClick={apply}>
                {t('field.apply')}
              </Button>
            </Group>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </BlockFrame>
  );
}
