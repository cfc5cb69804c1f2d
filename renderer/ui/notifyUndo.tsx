import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import classes from './notifyUndo.module.css';

function UndoLine({ text, onUndo }: { readonly text: string; readonly onUndo: () => void }) {
  const { t } = useTranslation('common');
  return (
    <span className={classes.line}>
      <span>{text}</span>
      <Button onClick={onUndo} size="xs">
        {t('undo')}
      </Button>
    </span>
  );
}

/** Says what was done and offers to take it back for ten seconds. */
export function notifyUndo(text: string, undo: () => void): void {
  const id = notifications.show({
    message: (
      <UndoLine
        onUndo={() => {
          notifications.hide(id);
          undo();
        }}
        text={text}
      />
    ),
    autoClose: 10_000,
  });
}

/** Says that something was done. */
export function notifyDone(text: string): void {
  notifications.show({
    message: text,
    autoClose: 4000,
  });
}
