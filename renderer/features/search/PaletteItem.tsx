import { memo, useEffect, type ReactNode } from 'react';
import { closePalette, paletteStore } from '../../app/palette.ts';
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

/** There is one palette; the kit looks its list up by a selector. */
const listOfPalette = 'palette-list';

/**
 * What the arrow keys of the field go through, told to the kit's store. The kit's own list measures itself after every
 * change of its content and is drawn a second time.
 */
export function PaletteList({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    const tell = (listId: string) => paletteStore.updateState((state) => ({ ...state, listId }));
    tell(listOfPalette);
    return () => tell('');
  }, []);
  return (
    <div className={classes.list} id={listOfPalette}>
      {children}
    </div>
  );
}
