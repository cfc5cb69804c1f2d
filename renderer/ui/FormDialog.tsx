import { Button, Modal } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FormDialog.module.css';

/** The first field whose text cannot be read: saving without it would lose what was typed. */
const unreadField = (form: HTMLFormElement): HTMLInputElement | undefined =>
  [...form.elements].find(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && element.validity.customError,
  );

/**
 * A form that floats: title, fields, and a row with «cancel» and the one filled button. Ctrl+Enter submits from anywhere.
 * A field with text that cannot be read keeps the form open.
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
  const { t } = useTranslation('common');
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
      onClose={onClose}
      opened={opened}
      size={size}
      title={title}
    >
      <form
        noValidate
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
    </Modal>
  );
}
