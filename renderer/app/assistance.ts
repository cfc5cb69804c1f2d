import { createStore } from 'zustand/vanilla';
import { onWindowEvent } from './call.ts';

/** Whether a screen reader or the like reads the window: then what is far off must be there too. */
export const assistance = createStore<{ readonly on: boolean }>(() => ({ on: false }));

/** Hears from the shell whether one is at work. Called before the page has loaded, when it says so first. */
export function hearAssistance(): void {
  onWindowEvent('assistance.changed', ({ on }) => assistance.setState({ on }));
}
