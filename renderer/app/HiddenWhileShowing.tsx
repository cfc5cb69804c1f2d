import type { ReactNode } from 'react';
import { useShowMode } from './showMode.ts';

/** What the client must not see. It stays as it is while show mode is on: a form half filled in is not lost to it. */
export function HiddenWhileShowing({ children }: { readonly children: ReactNode }) {
  const { on } = useShowMode();
  return <div style={{ display: on ? 'none' : 'contents' }}>{children}</div>;
}
