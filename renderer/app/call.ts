import type { InputOf, OutputOf, WindowCall } from '../../shared/ipc/contract.ts';
import type { WindowEvent, WindowEventData } from '../../shared/ipc/events.ts';
import { heardReply } from '../../shared/ipc/reply.ts';
import type { ErrorCode, ErrorDetails } from '../../shared/ipc/reply.ts';
import type {} from '../../shared/ipc/windowApi.ts';

/** A failed call. `code` picks the sentence in the namespace `errors`, `details` fill its gaps. */
export class DeskError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails) {
    super(code);
    this.name = 'DeskError';
    this.code = code;
    this.details = details;
  }
}

/** Whatever was thrown, as a {@link DeskError}: what is not one becomes `unexpected`. */
export function deskErrorOf(thrown: unknown): DeskError {
  return thrown instanceof DeskError ? thrown : new DeskError('unexpected', {});
}

/** Asks the vault or the shell. Throws {@link DeskError}. */
export async function call<Name extends WindowCall>(
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const reply = heardReply(await window.kamerton.call(name, input));
  if (!reply.ok) throw new DeskError(reply.code, reply.details);
  return reply.value;
}

/** Listens to an event of the shell or the vault; returns the function that stops listening. */
export function onWindowEvent<Name extends WindowEvent>(
  name: Name,
  handler: (data: WindowEventData<Name>) => void,
): () => void {
  return window.kamerton.on(name, handler);
}
