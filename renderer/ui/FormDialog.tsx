import { Button, Modal } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FormDialog.module.css';

/** A form that floats: title, fields, and a row with «cancel» and the one filled button. Ctrl+Enter submits from anywhere. */
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
      onSubmit();
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
          onSubmit();
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
