import type { JobProgress } from './jobProgress.ts';
import type { SaidReply } from './reply.ts';

/** What the shell sends to the vault process. `from` says on whose behalf. */
export type VaultRequest = {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
  readonly from: 'window' | 'shell';
};

/** What the vault process sends back. */
export type VaultMessage =
  /** It listens: calls may come. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: SaidReply<unknown> }
  /** How far long work is, for the window. */
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  /** For the log: the call's name and where it broke, nothing of its content. */
  | { readonly kind: 'failure'; readonly call: string; readonly error: string; readonly at: string };
