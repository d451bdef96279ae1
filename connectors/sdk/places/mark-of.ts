import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { codeOf } from '#connectors/sdk/places/file-trouble.ts';
import type { OpenFolder } from '#connectors/sdk/places/open-folder.ts';
import type { Entry, Mark, Place } from '#connectors/sdk/places/places.ts';

/** Null for what is neither a plain file nor a folder: a link, a pipe, a device. */
export function markOf(stats: BigIntStats): Mark | null {
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : null;
  if (kind === null) return null;
  const size = kind === 'file' ? Number(stats.size) : 0;
  return { kind, dev: String(stats.dev), ino: String(stats.ino), size, changed: String(stats.mtimeNs) };
}

/** What stands there, links not followed. `other`: something does, but no plain file and no folder. */
export async function markAt(folder: OpenFolder, name: string): Promise<Mark | 'other' | null> {
  try {
    return markOf(await lstat(folder.at(name), { bigint: true })) ?? 'other';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A disk that keeps coarser times moves a change by less than this when a file comes to it. */
const COARSE_NS = 2_000_000_000n;

/** Whether it is the same file and unchanged. On another disk it has another number there, and perhaps a coarser time. */
export function isSame(one: Mark | 'other' | null, other: Mark): boolean {
  if (one === null || one === 'other' || one.kind !== other.kind || one.size !== other.size) return false;
  if (one.dev === other.dev && one.ino === other.ino) return one.kind === 'folder' || one.changed === other.changed;
  if (one.dev === other.dev || one.kind === 'folder') return false;
  const apart = BigInt(one.changed) - BigInt(other.changed);
  return apart > -COARSE_NS && apart < COARSE_NS;
}

export function entryOf(place: Place, name: string, mark: Mark): Entry {
  const modifiedAt = new Date(Number(BigInt(mark.changed) / 1_000_000n)).toISOString();
  return { place, name, mark, modifiedAt };
}
