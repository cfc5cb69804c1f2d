import { ActionIcon, Modal, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTerm } from '../../../shared/domain/library.ts';
import { call, invalidate, notifyError, useDesk, useDeskAction } from '../../app/desk.ts';
import { OwnTermButton } from '../../app/OwnTermButton.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './library.module.css';
import { useFocusBack } from '../../ui/useFocusBack.ts';

const kinds = ['criterion', 'role'] as const;

/** The user's own criteria and roles: to add, rename and take out of what is offered. */
export function OwnTermsDialog({ onClose }: { readonly onClose: () => void }) {
  useFocusBack();
  const { t } = useTranslation(['library', 'common']);
  const terms = useDesk('terms.list', {}).data?.terms ?? [];
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size={480}
      title={t('terms.title')}
    >
      <p className={classes.dialogText}>{t('terms.text')}</p>
      {kinds.map((kind) => {
        const live = terms.filter((term) => term.kind === kind && !term.deleted);
        return (
          <section aria-label={t(`terms.heading.${kind}`)} className={classes.termsPart} key={kind}>
            <SectionTitle level="caption">{t(`terms.heading.${kind}`)}</SectionTitle>
            {live.length === 0 ? <p className={classes.quietText}>{t(`terms.empty.${kind}`)}</p> : null}
            <ul className={classes.terms}>
              {live.map((term) => (
                <TermLine key={term.key} term={term} />
              ))}
            </ul>
            <OwnTermButton kind={kind} onAdded={() => undefined} />
          </section>
        );
      })}
    </Modal>
  );
}

function TermLine({ term }: { readonly term: OwnTerm }) {
  const { t } = useTranslation('library');
  const [typed, setTyped] = useState<string | null>(null);
  const rename = useDeskAction('terms.rename', { invalidates: ['terms.list'] });
  const remove = useDeskAction('terms.delete', {
    invalidates: ['terms.list'],
    success: () =>
      notifyUndo(t(`terms.deleted.${term.kind}`, { name: term.label }), () => {
        call('terms.restore', { key: term.key }).then(() => invalidate('terms.list'), notifyError);
      }),
  });
  const save = () => {
    const label = (typed ?? '').trim();
    if (label !== '' && label !== term.label) rename.mutate({ key: term.key, label });
    setTyped(null);
  };
  return (
    <li>
      <TextInput
        aria-label={t('terms.rename', { name: term.label })}
        maxLength={80}
        onBlur={save}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && save()}
        value={typed ?? term.label}
      />
      <ActionIcon
        aria-label={t('terms.delete', { name: term.label })}
        onClick={() => remove.mutate({ key: term.key })}
        title={t('delete')}
      >
        <IconTrash size={16} stroke={1.5} />
      </ActionIcon>
    </li>
  );
}
