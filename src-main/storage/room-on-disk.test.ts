import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '#main/compose-for-tests.ts';
import { watchRoom } from '#main/storage/room-on-disk.ts';

const errorOf = (code: string) => Object.assign(new Error(code), { code });

function watched(folder: string) {
  const back = Promise.withResolvers<void>();
  const damage: unknown[] = [];
  const room = watchRoom({ folder, onBack: back.resolve, onDamage: (error) => damage.push(error) });
  onTestFinished(() => room.stop());
  return { room, damage, isBack: back.promise };
}

describe('room on the disk', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'unwritable'],
    ['EROFS', 'unwritable'],
  ] as const)('is gone after %s, and back by itself once the disk takes something', async (code, trouble) => {
    const folder = makeFolder();
    const { room, isBack } = watched(folder);
    expect(room.note(new Error('a query failed', { cause: errorOf(code) }))).toBe(trouble);
    expect(room.trouble()).toBe(trouble);
    await room.back();
    await isBack;
    expect(room.trouble()).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stays gone while the disk takes nothing, until the app ends', async () => {
    const folder = join(makeFolder(), 'gone');
    const { room } = watched(folder);
    room.note(errorOf('EIO'));
    const waiting = room.back();
    room.stop();
    await waiting;
    expect(room.isStopped()).toBe(true);
  });

  it('is not what other errors are about', () => {
    const { room } = watched(makeFolder());
    expect(room.note(new Error('a bug'))).toBeNull();
    expect(room.note(errorOf('SQLITE_CONSTRAINT_UNIQUE'))).toBeNull();
    expect(room.trouble()).toBeNull();
  });

  it('tells of damage once, and that does not go away by itself', async () => {
    const { room, damage } = watched(makeFolder());
    room.note(errorOf('SQLITE_CORRUPT_INDEX'));
    room.note(errorOf('SQLITE_NOTADB'));
    await room.back();
    expect(room.trouble()).toBe('damaged');
    expect(damage).toHaveLength(1);
  });
});
