import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentDraft, extensionOf } from '../../../../shared/domain/attachment.ts';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { PlaceNames } from './usePlaceNames.ts';

const places = ['event', 'person', 'tender', 'proposal'] as const;

/** Name, note and what a file belongs to. The extension stays and is not asked for. */
export function FileDialog({
  file,
  names,
  onClose,
}: {
  readonly file: Attachment;
  readonly names: PlaceNames;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('files');
  const extension = extensionOf(file.name);
  const [name, setName] = useState(file.name.slice(0, file.name.length - extension.length));
  const [note, setNote] = useState(file.note);
  const [belongs, setBelongs] = useState<string>(
    places
      .map((place) => [place, file[`${place}Id`]] as const)
      .filter(([, id]) => id !== null)
      .map(([place, id]) => `${place}:${id}`)[0] ?? '',
  );
  const [tried, setTried] = useState(false);
  const save = useDeskAction('attachments.save', {
    invalidates: ['attachments.list', 'accounts.overview'],
    success: onClose,
  });
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || save.isPending) return;
    const idOf = (place: (typeof places)[number]) =>
      belongs.startsWith(`${place}:`) ? belongs.slice(place.length + 1) : null;
    const draft = AttachmentDraft.parse({
      accountId: file.accountId,
      name: `${name.trim()}${extension}`,
      note: note.trim(),
      eventId: idOf('event'),
      personId: idOf('person'),
      tenderId: idOf('tender'),
      proposalId: idOf('proposal'),
    });
    save.mutate({ id: file.id, baseRevision: file.revision, draft });
  };
  const group = (place: (typeof places)[number], all: ReadonlyMap<string, string>) => ({
    group: t(`dialog.${place}`),
    items: [...all].map(([id, label]) => ({ value: `${place}:${id}`, label })),
  });
  return (
    <FormDialog
      busy={save.isPending}
      cancel={t('dialog.cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={t('dialog.submit')}
      title={t('dialog.title')}
    >
      <TextInput
        data-autofocus
        error={tried && name.trim() === '' ? t('dialog.nameRequired') : undefined}
        label={t('dialog.name')}
        maxLength={180}
        onChange={(event) => setName(event.currentTarget.value)}
        rightSection={extension === '' ? undefined : <span>{extension}</span>}
        rightSectionWidth={64}
        value={name}
      />
      <Select
        allowDeselect={false}
        data={[
          { value: '', label: t('dialog.nothing') },
          group('event', names.events),
          group('person', names.people),
          group('tender', names.tenders),
          group('proposal', names.proposals),
        ].filter((option) => !('items' in option) || option.items.length > 0)}
        label={t('dialog.belongs')}
        limit={200}
        onChange={(value) => setBelongs(value ?? '')}
        searchable
        value={belongs}
      />
      <Textarea
        label={t('dialog.note')}
        maxLength={2000}
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
        value={note}
      />
    </FormDialog>
  );
}
