import type { InputOf, OutputOf, WindowCall } from './contract.ts';
import type { WindowEvent, WindowEventData } from './events.ts';
import type { SaidReply } from './reply.ts';

/** All that the preload gives the window, as `window.kamerton`: no path, no channel name, no Node. */
export type WindowApi = {
  /** Answers with a reply (`heardReply`); never rejects for an expected failure. */
  call<Name extends WindowCall>(name: Name, input: InputOf<Name>): Promise<SaidReply<OutputOf<Name>>>;
  /** Listens until the returned function is called. */
  on<Name extends WindowEvent>(name: Name, listener: (data: WindowEventData<Name>) => void): () => void;
  /** The first screen can be used: the shell notes the time (benchmarks only). */
  ready(): void;
  /** Drops what only speeds up a second look, and collects garbage: for a moment in which nobody waits. */
  giveBackMemory(): void;
};

declare global {
  interface Window {
    readonly kamerton: WindowApi;
  }
}
