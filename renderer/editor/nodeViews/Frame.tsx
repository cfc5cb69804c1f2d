import { NodeViewWrapper } from '@tiptap/react';
import type { ReactNode } from 'react';

/** The frame of a block that is drawn from the dossier: selectable as a whole, never typed into. */
export function BlockFrame({ label, children }: { label: string; children?: ReactNode }) {
  return (
    <NodeViewWrapper
      className="k-drawn"
      contentEditable={false}
      role="group"
      aria-label={label}
      data-drag-handle
    >
      {children}
    </NodeViewWrapper>
  );
}

/** A part of the page that still lacks something; it says what, and is not printed as it stands. */
export function Hole({ children }: { children: ReactNode }) {
  return <div className="k-hole">{children}</div>;
}
