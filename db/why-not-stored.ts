/** Why the disk did not take or give something. `damaged`: what stands there can't be trusted any more. */
export type StorageTrouble = 'disk-full' | 'unwritable' | 'damaged';

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
const UNWRITABLE = new Set(['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'EIO', 'EROFS']);
const DAMAGED = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ']);

/** Null for an error that is not the disk's. Looks at causes too: a query's error wraps the disk's own. */
export function whyNotStored(error: unknown): StorageTrouble | null {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const code = 'code' in each && typeof each.code === 'string' ? each.code : '';
    if (FULL.has(code)) return 'disk-full';
    if (DAMAGED.has(code) || code.startsWith('SQLITE_CORRUPT_')) return 'damaged';
    if (UNWRITABLE.has(code) || code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_READONLY_')) {
      return 'unwritable';
    }
  }
  return null;
}
