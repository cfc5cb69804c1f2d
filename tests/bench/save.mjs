// The autosave in the shape that a comparison of saves takes: open(file) → { save(text), close() }, each text being the
// whole document after one more edit. What reaches the disk is what a key press sends there: the step that makes the
// new document of the last one, through the vault's own door, acknowledged after its commit.
import { openSaving } from './saving.ts';

export const open = () => openSaving();
