import { closeSync, fdatasync, fstatSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDiskShort } from './ballast.ts';

/** SQLite begins the log anew after 1,000 pages; a frame is a page of 4,096 bytes and its header of 24. */
export const logRoomBytes = 1024 * (4096 + 24);

/**
 * Makes the write-ahead log as long as it grows before SQLite begins it anew. A save that lengthens a file waits for
 * the file system's own books as well as for the data: written over what is there already it is durable in half the
 * time. SQLite takes zeros for no frames, as it does the frames of an earlier round (SQLite file format, 4.3).
 * Nothing else may write meanwhile: SQLite appends where the file ends. Does nothing where the log is not there, the
 * disk is short of room or the folder refuses.
 * @param path the `-wal` file of an open database
 */
export function layLogRoom(path: string): void {
  let file: number;
  try {
    if (isDiskShort(dirname(path))) return;
    file = openSync(path, 'r+');
  } catch {
    return;
  }
  try {
    const { size } = fstatSync(file);
    if (size < logRoomBytes) writeSync(file, Buffer.alloc(logRoomBytes - size), 0, null, size);
  } catch {
    // Without the room a save lengthens the file, as it would anyway.
  }
  // Not waited for: the first save would otherwise wait for all of it.
  fdatasync(file, () => closeSync(file));
}
