import { ActionIcon, Button, Menu, Select, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { roleHeading } from '../../../shared/document/roleHeading.ts';
import { Language } from '../../../shared/domain/language.ts';
import type { TemplateDraft } from '../../../shared/domain/library.ts';
import type { ReaderRole } from '../../../shared/domain/person.ts';
import { useRoleChoices, useRoleNames } from '../../app/ownTerms.ts';
import { OwnTermButton } from '../../app/OwnTermButton.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import classes from './library.module.css';
import { shippedTrades, useLibraryWords } from './libraryWords.ts';
import {
  addFrame,
  addRole,
  frameSections,
  missingNodes,
  movePart,
  removePart,
  samePart,
} from './templateParts.ts';
import type { PartKey } from './templateParts.ts';

type Change = (next: (before: TemplateDraft) => TemplateDraft) => void;
type Props = {
  readonly draft: TemplateDraft;
  readonly change: Change;
  readonly part: PartKey | null;
  readonly onPart: (part: PartKey | null) => void;
};

/** What a template is called and for, its sections in order, and what it still lacks. */
export function TemplateForm({ tried, ...props }: Props & { readonly tried: boolean }) {
  const { t } = useTranslation(['library', 'domain']);
  const words = useLibraryWords();
  const { draft, change } = props;
  const trades = [...new Set(['', ...shippedTrades, draft.trade])];
  const set = (part: Partial<TemplateDraft>) => change((before) => ({ ...before, ...part }));
  return (
    <div className={classes.fields}>
      <TextInput
        error={tried && draft.title.trim() === '' ? t('templates.needName') : undefined}
        label={t('templates.name')}
        maxLength={200}
        onChange={(event) => set({ title: event.currentTarget.value })}
        value={draft.title}
      />
      <Textarea
        autosize
        description={t('templates.purposeHint')}
        label={t('templates.purpose')}
        maxLength={500}
        minRows={2}
        onChange={(event) => set({ purpose: event.currentTarget.value })}
        value={draft.purpose}
      />
      <div className={classes.twoFields}>
        <Select
          allowDeselect={false}
          data={Language.options.map((value) => ({ value, label: t(`domain:language.${value}`) }))}
          label={t('templates.language')}
          onChange={(value) => set({ language: Language.catch(draft.language).parse(value) })}
          value={draft.language}
        />
        <Select
          allowDeselect={false}
          data={trades.map((value) => ({ value: value === '' ? 'none' : value, label: words.trade(value) }))}
          label={t('blocks.tradeField')}
          onChange={(value) => set({ trade: value === null || value === 'none' ? '' : value })}
          value={draft.trade === '' ? 'none' : draft.trade}
        />
      </div>
      {missingNodes(draft).map((type) => (
        <p className={classes.fact} key={type}>
          <StateMark sentence tone="attention">
            {t('templates.missingNode', { block: t(`templates.node.${type}`) })}
          </StateMark>
        </p>
      ))}
      <PartList {...props} place="before" />
      <PartList {...props} place="role" />
      <PartList {...props} place="after" />
    </div>
  );
}

function PartList({ draft, change, part, onPart, place }: Props & { readonly place: PartKey['place'] }) {
  const { t } = useTranslation(['library', 'domain']);
  const parts: readonly { readonly key: PartKey; readonly title: string; readonly note: string }[] =
    place === 'role'
      ? draft.roleSections.map(({ role, outlineTitle }) => ({
          key: { place, role },
          title: outlineTitle,
          note: t(`domain:readerRole.${role}`),
        }))
      : frameSections(draft[place]).map(({ attrs }) => ({
          key: { place, sectionId: attrs.sectionId },
          title: attrs.outlineTitle,
          note: '',
        }));
  const names = useRoleNames();
  const free = useRoleChoices().filter(
    (role) => !draft.roleSections.some((section) => section.role === role),
  );
  const add = (role: ReaderRole, label = names[role] ?? '') => {
    if (!draft.roleSections.some((section) => section.role === role)) {
      const title = roleHeading(role, draft.language, { [role]: label });
      change((before) => addRole(before, role, title));
    }
    onPart({ place: 'role', role });
  };
  const remove = (key: PartKey, title: string) => {
    const whole = draft;
    change((before) => removePart(before, key));
    if (part !== null && samePart(part, key)) onPart(null);
    notifyUndo(t('templates.sectionRemoved', { title }), () => change(() => whole));
  };
  const heading =
    place === 'role'
      ? t('templates.roleSections')
      : t(place === 'before' ? 'templates.before' : 'templates.after');
  return (
    <div>
      <SectionTitle level="caption">{heading}</SectionTitle>
      {place === 'role' ? <p className={classes.quietText}>{t('templates.orderHint')}</p> : null}
      <ul className={classes.parts}>
        {parts.map(({ key, title, note }, at) => (
          <li data-chosen={(part !== null && samePart(part, key)) || undefined} key={JSON.stringify(key)}>
            <button onClick={() => onPart(key)} title={title} type="button">
              <span>{title}</span>
              {note === '' ? null : <small>{note}</small>}
            </button>
            <ActionIcon
              aria-label={t('templates.up', { title })}
              disabled={at === 0}
              onClick={() => change((before) => movePart(before, key, -1))}
              size={26}
            >
              <IconArrowUp size={14} stroke={1.5} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('templates.down', { title })}
              disabled={at === parts.length - 1}
              onClick={() => change((before) => movePart(before, key, 1))}
              size={26}
            >
              <IconArrowDown size={14} stroke={1.5} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('templates.removeSection', { title })}
              onClick={() => remove(key, title)}
              size={26}
            >
              <IconX size={14} stroke={1.5} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {place === 'role' ? (
        <>
          <Menu position="bottom-start" width={260}>
            <Menu.Target>
              <Button leftSection={<IconPlus size={15} stroke={1.5} />} size="xs" variant="subtle">
                {t('templates.addRole')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {free.map((role) => (
                <Menu.Item key={role} onClick={() => add(role)}>
                  {t(`domain:readerRolePerson.${role}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <OwnTermButton kind="role" onAdded={add} />
        </>
      ) : (
        <Button
          leftSection={<IconPlus size={15} stroke={1.5} />}
          onClick={() => {
            const added = addFrame(draft, place, t('templates.newSection'));
            change(() => added.draft);
            onPart(added.key);
          }}
          size="xs"
          variant="subtle"
        >
          {t('templates.addSection')}
        </Button>
      )}
    </div>
  );
}
