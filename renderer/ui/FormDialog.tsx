import { Button, Modal } from '@mantine/core';
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import classes from './FormDialog.module.css';
import { useFocusBack } from './useFocusBack.ts';

/** The first field whose text cannot be read: saving without it would lose what was typed. */
const unreadField = (form: HTMLFormElement): HTMLInputElement | undefined =>
  [...form.elements].find(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && element.validity.customError,
  );

/**
 * A form that floats: title, fields, and a row with «cancel» and the one filled button. Ctrl+Enter submits from anywhere.
 * A field with text that cannot be read keeps the form open. Escape and a press beside it ask first where anything was
 * typed: a meeting's notes are not to be lost by a slip of the hand. The quiet button is meant and does not ask.
 */
export function FormDialog({
  title,
  opened,
  onClose,
  onSubmit,
  submit,
  cancel,
  busy = false,
  size = 560,
  note,
  onCancel = onClose,
  disabled = false,
  children,
}: {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly submit: string;
  readonly cancel: string;
  readonly busy?: boolean;
  readonly size?: number;
  /** Stands left in the row of buttons. */
  readonly note?: ReactNode;
  /** Where the quiet button leads when that is not out of the dialog: a step back. */
  readonly onCancel?: () => void;
  /** Whether there is nothing to submit yet. */
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  useFocusBack();
  const { t } = useTranslation('common');
  // The dialog may stay mounted while it is closed; its form does not.
  const typedIn = useRef<HTMLFormElement>(null);
  const [leaving, setLeaving] = useState(false);
  const leave = () => (typedIn.current?.isConnected === true && !busy ? setLeaving(true) : onClose());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const form = event.currentTarget.closest('form');
      // The field in hand takes what was typed at this very key: the form is submitted after it.
      setTimeout(() => form?.requestSubmit());
    }
  };
  return (
    <Modal
      classNames={{ header: classes.header ?? '', title: classes.title ?? '', body: classes.body ?? '' }}
      closeButtonProps={{ 'aria-label': t('close') }}
      closeOnClickOutside={!leaving}
      closeOnEscape={!leaving}
      onClose={leave}
      opened={opened}
      size={size}
      title={title}
    >
      <form
        noValidate
        onInput={(event) => {
          typedIn.current = event.currentTarget;
        }}
        onSubmit={(event) => {
          event.preventDefault();
          const unread = unreadField(event.currentTarget);
          if (unread === undefined) onSubmit();
          else unread.focus();
        }}
      >
        <div className={classes.fields} onKeyDown={onKeyDown} role="presentation">
          {children}
        </div>
        <div className={classes.actions}>
          <div className={classes.note}>{note}</div>
          <Button onClick={onCancel} variant="subtle">
            {cancel}
          </Button>
          <Button disabled={disabled} loading={busy} type="submit" variant="filled">
            {submit}
          </Button>
        </div>
      </form>
      <ConfirmDialog
        busy={false}
        cancel={t('leaveForm.stay')}
        confirm={t('leaveForm.leave')}
        onCancel={() => setLeaving(false)}
        onConfirm={() => {
          setLeaving(false);
          onClose();
        }}
        opened={leaving}
        title={t('leaveForm.title')}
      >
        {t('leaveForm.text')}
      </ConfirmDialog>
    </Modal>
  );
}
