import { NewClientDialog } from '../features/clients/NewClientDialog.tsx';
import { NewTenderDialog } from '../features/tenders/NewTenderDialog.tsx';
import { closeDialog, useDialog } from './dialogs.ts';

/** Draws the open dialog of the application. Each is made anew when it opens, so it never shows an old draft. */
export function Dialogs() {
  const dialog = useDialog();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'newClient':
      return <NewClientDialog onClose={closeDialog} />;
    case 'newTender':
      return <NewTenderDialog accountId={dialog.accountId} onClose={closeDialog} />;
  }
}
