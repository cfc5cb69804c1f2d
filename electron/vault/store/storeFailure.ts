import { AppError } from '../../../shared/ipc/reply.ts';

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/**
 * Names a failure of the disk or of SQLite. Anything else comes back as it was.
 * Codes: https://www.sqlite.org/rescode.html and errno(3).
 */
export function storeFailure(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (
    code === 'SQLITE_FULL' ||
    code === 'SQLITE_IOERR_WRITE' ||
    code === 'ENOSPC' ||
    code === 'EDQUOT' ||
    code === 'EFBIG'
  ) {
    return new AppError('diskFull', code);
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new AppError('readOnlyFolder', code);
  }
  if (code.startsWith('SQLITE_BUSY') || code === 'EBUSY') return new AppError('vaultBusy', code);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) {
    return new AppError('vaultDamaged', code);
  }
  // What the window's own checks let through: a name of nothing but control characters, say.
  if (code === 'SQLITE_CONSTRAINT_CHECK') return new AppError('invalidInput', code, { field: '' });
  if (code.startsWith('SQLITE_CANTOPEN')) return new AppError('readOnlyFolder', code);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('folderMissing', code);
  return error;
}

/** Runs `work`; what it throws is named by {@link storeFailure}. */
export function namingFailures<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw storeFailure(error);
  }
}
