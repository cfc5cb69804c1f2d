import { NewClientDialog } from '../features/clients/NewClientDialog.tsx';
import { QuickEntryDialog } from '../features/dossier/history/QuickEntryDialog.tsx';
import { ImportCardsDialog } from '../features/exchange/ImportCardsDialog.tsx';
import { NewTenderDialog } from '../features/tenders/NewTenderDialog.tsx';
import { lazy, Suspense } from 'react';
import { closeDialog, useDialog } from './dialogs.ts';

// Asked for from a proposal only, which itself comes late.
const ToLibraryDialog = lazy(async () => ({
  default: (await import('../features/library/ToLibraryDialog.tsx')).ToLibraryDialog,
}));

const ToTemplateDialog = lazy(async () => ({
  default: (await import('../features/library/ToTemplateDialog.tsx')).ToTemplateDialog,
}));

// Rare, and large.
const ImportTableDialog = lazy(async () => ({
  default: (await import('../features/exchange/table/ImportTableDialog.tsx')).ImportTableDialog,
}));
const MergeDialog = lazy(async () => ({
  default: (await import('../features/bulk/MergeDialog.tsx')).MergeDialog,
}));
const DuplicatesDialog = lazy(async () => ({
  default: (await import('../features/bulk/DuplicatesDialog.tsx')).DuplicatesDialog,
}));

/** Draws the open dialog of the application. Each is made anew when it opens, so it never shows an old draft. */
export function Dialogs() {
  const dialog = useDialog();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'newClient':
      return <NewClientDialog onClose={closeDialog} />;
    case 'importCards':
      return <ImportCardsDialog accountId={dialog.accountId} onClose={closeDialog} rows={dialog.rows} />;
    case 'importTable':
      return (
        <Suspense fallback={null}>
          <ImportTableDialog account={dialog.account} onClose={closeDialog} />
        </Suspense>
      );
    case 'newTender':
      return <NewTenderDialog accountId={dialog.accountId} onClose={closeDialog} />;
    case 'toLibrary':
      return (
        <Suspense fallback={null}>
          <ToLibraryDialog
            content={dialog.content}
            language={dialog.language}
            onClose={closeDialog}
            role={dialog.role}
          />
        </Suspense>
      );
    case 'toTemplate':
      return (
        <Suspense fallback={null}>
          <ToTemplateDialog
            language={dialog.language}
            onClose={closeDialog}
            root={dialog.root}
            title={dialog.title}
          />
        </Suspense>
      );
    case 'merge':
      return (
        <Suspense fallback={null}>
          <MergeDialog
            key={`${dialog.keepId} ${dialog.awayId}`}
            onClose={closeDialog}
            pair={{ kind: dialog.of, keepId: dialog.keepId, awayId: dialog.awayId }}
          />
        </Suspense>
      );
    case 'duplicates':
      return (
        <Suspense fallback={null}>
          <DuplicatesDialog onClose={closeDialog} />
        </Suspense>
      );
    case 'quickEntry':
      return <QuickEntryDialog accountId={dialog.accountId} onClose={closeDialog} text={dialog.text} />;
  }
}
