import { spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mountSmallDisk } from './small-disk.ts';

/** A real file system on a device that can stop keeping what it was given. */
export type FailingDisk = {
  readonly path: string;
  /** From now on writes seem to work, and flushing them fails. */
  fail(): void;
  heal(): void;
  /** The file system finds itself damaged: from now on the kernel lets nothing be written, whoever has it open. */
  becomeReadOnly(): void;
  /** Takes the disk out and puts it in again, checked as at a start, so that only what is really on it is there. */
  putInAgain(): void;
  remove(): void;
};

const DEVICE_MEGABYTES = 64;
/** The device promises more than there is room for behind it. */
const ROOM_MEGABYTES = 24;

/** Null where this user may not make one: say so loudly, and skip. */
export function mountFailingDisk(): FailingDisk | null {
  const behind = mountSmallDisk(ROOM_MEGABYTES);
  if (behind === null) return null;
  const image = join(behind.path, 'image');
  const path = join(behind.path, 'disk');
  mkdirSync(path);
  writeFileSync(image, '');
  truncateSync(image, DEVICE_MEGABYTES * 1024 * 1024);
  // Without a journal its own room is there from the start, and only what is new fails.
  const features = ['-q', '-b', '4096', '-O', '^has_journal', '-E', 'lazy_itable_init=0,nodiscard'];
  const put = () => isDone('mount', '-o', 'loop,errors=remount-ro', image, path);
  if (!isDone('mkfs.ext4', ...features, image) || !put()) {
    behind.remove();
    return null;
  }
  return {
    path,
    fail: () => behind.fill(),
    heal: () => behind.makeRoom(),
    becomeReadOnly: () => writeFileSync(`/sys/fs/ext4/${deviceOf(path)}/trigger_fs_error`, '1'),
    putInAgain() {
      if (!isDone('umount', path)) throw new Error('Something on the disk is still open.');
      spawnSync('e2fsck', ['-p', image]);
      if (!put()) throw new Error('The disk could not be put in again.');
    },
    remove() {
      spawnSync('umount', ['-l', path]);
      behind.remove();
    },
  };
}

const isDone = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0;

const deviceOf = (path: string): string =>
  spawnSync('findmnt', ['-n', '-o', 'SOURCE', path], { encoding: 'utf8' }).stdout.trim().replace('/dev/', '');
