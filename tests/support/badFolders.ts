import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that refuses every new file, even to the system's administrator: the kernel's own view of devices. */
export const lockedFolder = '/sys';

/**
 * Makes the disk full for a folder while `work` runs: a file system of a few pages where the system lets us mount
 * one, else a limit on the size of files that the writing process may make. Both end a write as a full disk does.
 */
export async function withFullDisk(
  parent: string,
  writer: number,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = join(parent, 'full');
  mkdirSync(folder);
  if (mounted(folder)) {
    try {
      writeFileSync(join(folder, 'filler'), Buffer.alloc(12 * 1024));
      await work(folder);
    } finally {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    }
    return;
  }
  limitFiles(writer, '4096');
  try {
    await work(folder);
  } finally {
    limitFiles(writer, 'unlimited');
    rmSync(folder, { recursive: true, force: true });
  }
}

function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The soft limit only, so that it can be taken back. */
function limitFiles(pid: number, bytes: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
}
