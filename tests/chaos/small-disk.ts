import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that a test can fill up. */
export type SmallDisk = {
  readonly path: string;
  fill(): void;
  makeRoom(): void;
  /**
   * Mounts a folder read-only over itself: what is opened from now on can't be written. The kernel refuses more while a
   * file is open for writing, and the database always is.
   */
  makeReadOnly(folder: string): void;
  makeWritable(folder: string): void;
  remove(): void;
};

/** Null where this user may not mount one: say so loudly, and skip. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux') return null;
  const path = mkdtempSync(join(tmpdir(), 'life-os-small-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
  if (status !== 0) {
    rmSync(path, { recursive: true });
    return null;
  }
  const ballast = (n: number) => join(path, `ballast-${n}`);
  let pieces = 0;
  return {
    path,
    fill() {
      for (let bytes = 1024 * 1024; bytes >= 1024; bytes /= 4) {
        try {
          for (;;) {
            writeFileSync(ballast(pieces), Buffer.alloc(bytes, 1));
            pieces += 1;
          }
        } catch {
          pieces += 1;
        }
      }
    },
    makeRoom() {
      for (let n = 0; n <= pieces; n += 1) rmSync(ballast(n), { force: true });
      pieces = 0;
    },
    makeReadOnly(folder) {
      for (const options of ['bind', 'remount,bind,ro']) {
        const { status, stderr } = spawnSync('mount', ['-o', options, folder, folder], { encoding: 'utf8' });
        if (status !== 0) throw new Error(stderr);
      }
    },
    makeWritable(folder) {
      spawnSync('umount', [folder]);
    },
    remove() {
      spawnSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
