import { memo, useLayoutEffect, useRef, type ReactNode } from 'react';
import { closePalette, paletteListId } from '../../app/palette.ts';
import classes from './PaletteItem.module.css';

/**
 * A line of the palette that can be chosen (paletteChoice.ts). The kit's own line hears of every key that is typed and is
 * drawn anew by it, some thirty times.
 */
export const PaletteItem = memo(function PaletteItem({
  children,
  onRun,
}: {
  readonly children: ReactNode;
  readonly onRun: () => void;
}) {
  return (
    <button
      className={classes.item}
      data-action
      onClick={() => {
        onRun();
        closePalette();
      }}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      tabIndex={-1}
      type="button"
    >
      {children}
    </button>
  );
});

/** Lines of one kind under their heading. */
export function PaletteGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div aria-label={label} className={classes.group} role="group">
      <span aria-hidden="true" className={classes.heading}>
        {label}
      </span>
      {children}
    </div>
  );
}

/**
 * What the arrow keys of the field go through. The kit's own list measures itself after every change and is drawn twice.
 * `free` CSS pixels stand below its lines for those that are not drawn yet; another `asked` begins at the top.
 */
export function PaletteList({
  asked,
  free,
  onScroll,
  children,
}: {
  readonly asked: string;
  readonly free: number;
  readonly onScroll: () => void;
  readonly children: ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  // Asking the list itself where it stands would lay it out.
  const isScrolled = useRef(false);
  useLayoutEffect(() => {
    if (!isScrolled.current) return;
    isScrolled.current = false;
    list.current?.scrollTo({ top: 0 });
  }, [asked]);
  return (
    <div
      className={classes.list}
      id={paletteListId}
      onScroll={({ currentTarget }) => {
        isScrolled.current = currentTarget.scrollTop > 0;
        if (isScrolled.current) onScroll();
      }}
      ref={list}
    >
      {children}
      {free === 0 ? null : <div style={{ height: free }} />}
    </div>
  );
}
