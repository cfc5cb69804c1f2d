import { memo, type ReactNode } from 'react';
import { closePalette } from '../../app/palette.ts';
import classes from './PaletteItem.module.css';

/**
 * A line of the palette that can be chosen: the kit's store knows it by `data-action`. The kit's own line hears of every
 * key that is typed and is drawn anew by it, some thirty times.
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
