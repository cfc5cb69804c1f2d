import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ConfirmDialog.module.css';

/** Asks before what cannot be taken back: says what goes, and stands on the answer that changes nothing. */
export function ConfirmDialog({
  opened,
  title,
  children,
  cancel,
  confirm,
  busy,
  onCancel,
  onConfirm,
}: {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly cancel: string;
  /** What is done, as a verb: the button says what it does. */
  readonly confirm: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}) {
  return (
    <Modal onClose={onCancel} opened={opened} size={440} title={title} withCloseButton={false}>
      <p className={classes.text}>{children}</p>
      <div className={classes.answers}>
        <Button data-autofocus onClick={onCancel}>
          {cancel}
        </Button>
        <Button color="red" loading={busy} onClick={onConfirm} variant="filled">
          {confirm}
        </Button>
      </div>
    </Modal>
  );
}
