import { Button, Menu, MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Editor, JSONContent } from '@tiptap/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockNode } from '../../../shared/document/nodes.ts';
import { BlockId } from '../../../shared/domain/ids.ts';
import type { TemplateDraft } from '../../../shared/domain/library.ts';
import { useDesk } from '../../app/desk.ts';
import { PieceEditor } from '../../editor/piece/PieceEditor.tsx';
import classes from './library.module.css';
import { changeFrame, changeRole, frameSections } from './templateParts.ts';
import type { PartKey } from './templateParts.ts';

type Change = (next: (before: TemplateDraft) => TemplateDraft) => void;

const ownNodes: readonly BlockNode[] = [
  { type: 'letterhead' },
  { type: 'addressee' },
  { type: 'priceTable', attrs: { table: { currency: 'RUB', vatMode: 'onTop', items: [] } } },
  { type: 'paymentSchedule', attrs: { stages: [] } },
  { type: 'team', attrs: { colleagueIds: [] } },
  { type: 'references', attrs: { referenceIds: [] } },
  { type: 'validity', attrs: { offerKind: 'information' } },
  { type: 'signature' },
];
const named = [
  'letterhead',
  'addressee',
  'priceTable',
  'paymentSchedule',
  'team',
  'references',
  'validity',
  'signature',
] as const;

/** Blocks drawn from the dossier, to put in at the caret. */
function OwnNodesMenu({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('library');
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={1.5} />} size="xs" variant="subtle">
          {t('templates.insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {named.map((name) => (
          <Menu.Item
            key={name}
            onClick={() => {
              const node = ownNodes.find(({ type }) => type === name);
              // The library's type of JSON is looser than ours in everything but optional keys.
              if (node !== undefined)
                editor
                  .chain()
                  .focus()
                  .insertContent(node as JSONContent)
                  .run();
            }}
          >
            {t(`templates.node.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The chosen section of a template: its name, its text, and for a reader's section what stands in it always. */
export function PartEditor({
  draft,
  part,
  change,
}: {
  readonly draft: TemplateDraft;
  readonly part: PartKey;
  readonly change: Change;
}) {
  const { t } = useTranslation(['library', 'domain']);
  const [half, setHalf] = useState<'opening' | 'closing'>('opening');
  const look = useDesk('company.get', {}).data?.company.look;
  const written = useCallback(
    (take: () => BlockNode[]) => {
      const content = take();
      change((before) =>
        part.place === 'role'
          ? changeRole(before, part.role, { [half]: content })
          : changeFrame(before, part, (section) => ({ ...section, content })),
      );
    },
    [change, part, half],
  );
  const role =
    part.place === 'role' ? draft.roleSections.find((section) => section.role === part.role) : undefined;
  const frame =
    part.place === 'role'
      ? undefined
      : frameSections(draft[part.place]).find(({ attrs }) => attrs.sectionId === part.sectionId);
  const title = role?.outlineTitle ?? frame?.attrs.outlineTitle;
  if (title === undefined) return null;
  const rename = (outlineTitle: string) =>
    change((before) =>
      part.place === 'role'
        ? changeRole(before, part.role, { outlineTitle })
        : changeFrame(before, part, (section) => ({
            ...section,
            attrs: { ...section.attrs, outlineTitle },
          })),
    );
  return (
    <>
      <div className={classes.partHead}>
        <TextInput
          className={classes.partName ?? ''}
          label={t('templates.sectionName')}
          maxLength={200}
          // An emptied name would leave the outline without a word: the last one stays.
          onChange={(event) => event.currentTarget.value !== '' && rename(event.currentTarget.value)}
          value={title}
        />
        {role === undefined ? null : (
          <SegmentedControl
            data={[
              { value: 'opening', label: t('templates.opening') },
              { value: 'closing', label: t('templates.closing') },
            ]}
            onChange={(value) => setHalf(value === 'closing' ? value : 'opening')}
            value={half}
          />
        )}
      </div>
      {role === undefined ? null : <RequiredBlocks change={change} draft={draft} section={role} />}
      <PieceEditor
        content={role === undefined ? (frame?.content ?? []) : role[half]}
        key={`${JSON.stringify(part)} ${half}`}
        label={title}
        look={look}
        onChange={written}
        tools={(editor) => <OwnNodesMenu editor={editor} />}
      />
    </>
  );
}

function RequiredBlocks({
  draft,
  section,
  change,
}: {
  readonly draft: TemplateDraft;
  readonly section: TemplateDraft['roleSections'][number];
  readonly change: Change;
}) {
  const { t } = useTranslation('library');
  const rows = useDesk('library.blocks', { query: '' }).data?.rows ?? [];
  const data = rows
    .filter(({ language }) => language === draft.language)
    // The role's own first: those are what a section is made of.
    .toSorted((a, b) => Number(b.role === section.role) - Number(a.role === section.role))
    .map(({ id, title }) => ({ value: id, label: title }));
  const known = new Set<string>(data.map(({ value }) => value));
  const gone = section.requiredBlockIds.filter((id) => !known.has(id));
  return (
    <div className={classes.required}>
      <MultiSelect
        data={[...data, ...gone.map((value) => ({ value, label: t('templates.goneBlock') }))]}
        description={t('templates.requiredHint')}
        hidePickedOptions
        label={t('templates.required')}
        onChange={(values) =>
          change((before) =>
            changeRole(before, section.role, { requiredBlockIds: BlockId.array().parse(values) }),
          )
        }
        searchable
        value={section.requiredBlockIds}
      />
    </div>
  );
}
