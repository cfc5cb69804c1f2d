import { createSpotlight } from '@mantine/spotlight';

/** State of the command palette (Ctrl+K), and its doors. */
const [paletteStore, palette] = createSpotlight();
export { paletteStore };

/** The list of its lines; there is one palette. */
export const paletteListId = 'palette-list';

/** Opens the command palette. */
export const openPalette = palette.open;
/** Closes the command palette. */
export const closePalette = palette.close;
