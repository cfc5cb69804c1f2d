import type { ReactNode } from 'react';
import { useShowMode } from './showMode.ts';

/**
 * What the client must not see. It stays as it is while show mode is on: a form half filled in is not lost to it.
 * `instead` stands in its place meanwhile.
 */
export function HiddenWhileShowing({
  instead = null,
  children,
}: {
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}) {
  const { on } = useShowMode();
  return (
    <>
      {on ? instead : null}
      <div style={{ display: on ? 'none' : 'contents' }}>{children}</div>
    </>
  );
}
