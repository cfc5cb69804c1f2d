import { z } from 'zod';
import { JobProgress } from './jobProgress.ts';

/** What the window is told without asking. */
export const windowEvents = {
  /** The menu or a global shortcut asks the window to do something. */
  'menu.command': z.object({ command: z.enum(['lock', 'search', 'undo', 'redo', 'settings']) }),
  /** The vault process ended without being asked: nothing acknowledged is lost, the window offers to unlock again. */
  'vault.ended': z.object({}),
  /** The vault is about to lock: pending edits must be saved now; answer with `shell.lock`. */
  'vault.locking': z.object({}),
  'preferences.changed': z.object({}),
  /** Whether a screen reader or the like is at work; said when the page has loaded, and when it changes. */
  'assistance.changed': z.object({ on: z.boolean() }),
  /** How far long work of the vault is; a bar moves by it. */
  'job.progress': JobProgress,
} as const;
export type WindowEvent = keyof typeof windowEvents;
export type WindowEventData<Name extends WindowEvent> = z.output<(typeof windowEvents)[Name]>;
