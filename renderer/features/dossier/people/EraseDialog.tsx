import { Button, Checkbox, Modal, Radio, Select, Skeleton, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErasureReason } from '../../../../shared/domain/erasure.ts';
import type { ErasureOrder, PersonTraces } from '../../../../shared/domain/erasure.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { call, notifyError, queryClient, useDesk } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { EraseSummary } from './EraseSummary.tsx';
import { ErasePlaces } from './ErasePlaces.tsx';
import classes from './Privacy.module.css';
import { useFocusBack } from '../../../ui/useFocusBack.ts';

/** Erases a person: first what goes and what stays, then a second look, for it cannot be taken back. */
export function EraseDialog({
  person,
  name,
  onClose,
}: {
  readonly person: Person;
  readonly name: string;
  readonly onClose: () => void;
}) {
  useFocusBack();
  const { t } = useTranslation(['privacy', 'common']);
  const traces = useDesk('people.traces', { id: person.id }, { staleTimeMs: 0 });
  const company = useDesk('company.get', {});
  if (traces.data === undefined || company.data === undefined) {
    return (
      <Modal onClose={onClose} opened size={640} title={t('erase.title', { name })}>
        {traces.error === null ? (
          <div aria-label={t('erase.looking')} role="status">
            <p className={classes.hint}>{t('erase.looking')}</p>
            <Skeleton height={120} mt={12} />
          </div>
        ) : (
          <ErrorState {...errorWords(traces.error)} />
        )}
      </Modal>
    );
  }
  const { colleagues, authorId, signatoryId } = company.data.company;
  const self = colleagues.find(({ id }) => id === (authorId ?? signatoryId));
  return (
    <EraseForm
      name={name}
      onClose={onClose}
      person={person}
      responsible={
        self === undefined ? '' : [self.name, self.position].filter((part) => part !== '').join(', ')
      }
      traces={traces.data}
    />
  );
}

function EraseForm({
  person,
  name,
  traces,
  responsible,
  onClose,
}: {
  readonly person: Person;
  readonly name: string;
  readonly traces: PersonTraces;
  readonly responsible: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('privacy');
  const [order, setOrder] = useState<Omit<ErasureOrder, 'placeKeys'>>({
    id: person.id,
    reason: 'request',
    note: '',
    responsible,
    sentFiles: 'keep',
    purgeBackups: true,
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(traces.places.filter(({ sure }) => sure).map(({ key }) => key)),
  );
  const [step, setStep] = useState<'what' | 'sure'>('what');
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<typeof order>) => setOrder((before) => ({ ...before, ...part }));
  const word = person.lastName.trim() || person.firstName.trim();
  const confirmed = typed.trim().toLowerCase() === word.toLowerCase();
  const erase = async () => {
    setBusy(true);
    try {
      const { number } = await call('people.erase', { ...order, placeKeys: [...chosen] });
      await call('vault.scrub', {}).catch(notifyError);
      // Names stood in more than people: whatever was read before is read again.
      await queryClient.invalidateQueries();
      notifications.show({ message: t('erase.done', { number }), autoClose: 12_000 });
      onClose();
    } catch (thrown) {
      setBusy(false);
      notifyError(thrown);
    }
  };
  if (step === 'sure')
    return (
      <Modal
        closeOnClickOutside={!busy}
        closeOnEscape={!busy}
        onClose={onClose}
        opened
        size={480}
        title={t('erase.confirmTitle')}
        withCloseButton={false}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (confirmed && !busy) void erase();
          }}
        >
          <p className={classes.confirm}>{name}</p>
          <p>{order.purgeBackups ? t('erase.confirm') : t('erase.confirmKept')}</p>
          <TextInput
            data-autofocus
            label={t('erase.typeName', { word })}
            mt={16}
            onChange={(event) => setTyped(event.currentTarget.value)}
            value={typed}
          />
          <div className={classes.actions}>
            {busy ? <span className={classes.hint}>{t('erase.scrubbing')}</span> : null}
            <Button disabled={busy} onClick={() => setStep('what')} variant="subtle">
              {t('erase.back')}
            </Button>
            <Button color="red" disabled={!confirmed} loading={busy} type="submit" variant="filled">
              {t('erase.do')}
            </Button>
          </div>
        </form>
      </Modal>
    );
  const nobody = order.responsible.trim() === '';
  return (
    <FormDialog
      cancel={t('erase.cancel')}
      onClose={onClose}
      onSubmit={() => {
        if (!nobody) setStep('sure');
      }}
      opened
      size={680}
      submit={t('erase.next')}
      title={t('erase.title', { name })}
    >
      <EraseSummary traces={traces} />
      <ErasePlaces chosen={chosen} onChange={setChosen} places={traces.places} />
      {traces.sent.length === 0 ? null : (
        <section className={classes.part}>
          <div className={classes.head}>
            <h3>{t('erase.sent')}</h3>
          </div>
          <p className={classes.hint}>
            {traces.sent.map(({ number, title }) => `${number} ${title}`).join('; ')}. {t('erase.sentText')}
          </p>
          <Radio.Group
            aria-label={t('erase.sent')}
            onChange={(value) => set({ sentFiles: value === 'erase' ? 'erase' : 'keep' })}
            value={order.sentFiles}
          >
            <div className={classes.choices}>
              <Radio label={t('erase.sentKeep')} value="keep" />
              <Radio label={t('erase.sentErase')} value="erase" />
            </div>
          </Radio.Group>
        </section>
      )}
      <section className={classes.part}>
        <Checkbox
          checked={order.purgeBackups}
          description={t('erase.backupsText')}
          label={t('erase.backups')}
          onChange={(event) => set({ purgeBackups: event.currentTarget.checked })}
        />
      </section>
      <section className={`${classes.part ?? ''} ${classes.fields ?? ''}`}>
        <Select
          allowDeselect={false}
          data={ErasureReason.options.map((value) => ({ value, label: t(`reason.${value}`) }))}
          label={t('erase.reason')}
          onChange={(value) => set({ reason: ErasureReason.parse(value) })}
          value={order.reason}
        />
        <TextInput
          label={t('erase.note')}
          maxLength={500}
          onChange={(event) => set({ note: event.currentTarget.value })}
          placeholder={t('erase.noteHint')}
          value={order.note}
        />
        <TextInput
          className={classes.wide}
          error={nobody ? t('erase.responsibleRequired') : undefined}
          label={t('erase.responsible')}
          maxLength={300}
          onChange={(event) => set({ responsible: event.currentTarget.value })}
          value={order.responsible}
        />
      </section>
    </FormDialog>
  );
}
