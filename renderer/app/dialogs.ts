import { create } from 'zustand';
import type { BlockNode, DocumentRoot } from '../../shared/document/nodes.ts';
import type { CardRow } from '../../shared/domain/contactCard.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { ReaderRole } from '../../shared/domain/person.ts';

/** Dialogs that more than one feature opens; each is drawn once, by Dialogs.tsx. */
export type AppDialog =
  | { readonly kind: 'newClient' }
  /** Cards of a file that was read, before they are taken into a client's people. */
  | { readonly kind: 'importCards'; readonly accountId: AccountId; readonly rows: readonly CardRow[] }
  /** A table to be imported into dossiers; `account` is the client that the dialog was opened from. */
  | {
      readonly kind: 'importTable';
      readonly account: { readonly id: AccountId; readonly name: string } | null;
    }
  | { readonly kind: 'newTender'; readonly accountId: AccountId | null }
  /** A block of the library from what is selected in a proposal. */
  | {
      readonly kind: 'toLibrary';
      readonly content: readonly BlockNode[];
      readonly language: Language;
      readonly role: ReaderRole | null;
    }
  /** A template of the library from a proposal. */
  | {
      readonly kind: 'toTemplate';
      readonly root: DocumentRoot;
      readonly language: Language;
      readonly title: string;
    }
  /** Two of one kind side by side; the one that stays first. */
  | {
      readonly kind: 'merge';
      readonly of: 'account' | 'person';
      readonly keepId: string;
      readonly awayId: string;
    }
  /** Clients and people that may be entered twice. */
  | { readonly kind: 'duplicates' }
  /** One line for the history; `accountId` null = the client is asked for. */
  | { readonly kind: 'quickEntry'; readonly accountId: AccountId | null; readonly text: string };

const useOpenDialog = create<{ readonly dialog: AppDialog | null }>(() => ({ dialog: null }));

/** The dialog that is open; null = none. */
export function useDialog(): AppDialog | null {
  return useOpenDialog((state) => state.dialog);
}

/** Opens a dialog over whatever page is there. */
export function openDialog(dialog: AppDialog): void {
  useOpenDialog.setState({ dialog });
}

/** Closes the open dialog. */
export function closeDialog(): void {
  useOpenDialog.setState({ dialog: null });
}
