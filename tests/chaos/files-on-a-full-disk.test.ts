import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPlaces } from '#connectors/sdk/places/open-places.ts';
import type { Place, Places } from '#connectors/sdk/places/places.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const { signal } = new AbortController();
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
let home: string;
let disk: SmallDisk | null;
let places: Places;

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'life-os-full-files-')));
  mkdirSync(join(home, 'Downloads'));
  disk = mountSmallDisk(2);
  const folders = [{ name: 'Downloads', path: join(home, 'Downloads') }];
  if (disk) folders.push({ name: 'Stick', path: disk.path });
  places = openPlaces({ folders: () => folders, homeTrash: join(home, 'Trash') });
});
afterEach(() => {
  disk?.remove();
  rmSync(home, { recursive: true, force: true });
});

async function bring(from: Place, to: Place, how: 'moves' | 'copies') {
  const seen = await places.see(from);
  if (!seen.ok || !seen.value) throw new Error(`${from} is not there.`);
  return places.change({ makes: ['Stick/New'], [how]: [{ from, to, mark: seen.value.mark }] }, signal);
}

describe('files and a disk that is full', () => {
  it.each(['moves', 'copies'] as const)(
    '%s nothing half: what there is no room for stays, and leaves nothing behind',
    async (how) => {
      if (!disk) return console.warn('No disk can be mounted here: not tried.');
      writeFileSync(join(home, 'Downloads', 'film.mov'), Buffer.alloc(1_500_000, 7));
      disk.fill();
      disk.makeRoom();
      writeFileSync(join(disk.path, 'other'), Buffer.alloc(1_000_000));
      const before = readdirSync(disk.path).sort();
      const answer = await bring('Downloads/film.mov', 'Stick/New/film.mov', how);
      expect(answer).toMatchObject({
        ok: false,
        failure: { kind: 'refused', because: expect.stringContaining('is full') },
      });
      expect(readdirSync(disk.path).sort()).toEqual(before);
      expect(readFileSync(join(home, 'Downloads', 'film.mov'))).toHaveLength(1_500_000);
    },
  );
});

describe.runIf(isRoot)('files and a folder that may not be touched', () => {
  it('says so, and takes back what it did before', async () => {
    chmodSync(home, 0o755);
    for (const name of ['Mine', 'Theirs']) mkdirSync(join(home, name));
    chmodSync(join(home, 'Mine'), 0o777);
    chmodSync(join(home, 'Theirs'), 0o755);
    const folders = ['Mine', 'Theirs'].map((name) => ({ name, path: join(home, name) }));
    places = openPlaces({ folders: () => folders, homeTrash: null });
    writeFileSync(join(home, 'Theirs', 'a.txt'), 'theirs');
    const seen = await places.see('Theirs/a.txt');
    const mark = seen.ok && seen.value ? seen.value.mark : null;
    if (!mark) throw new Error('It is not there.');
    process.seteuid?.(NOBODY);
    try {
      const move = { from: 'Theirs/a.txt', to: 'Mine/New/a.txt', mark };
      const answer = await places.change({ makes: ['Mine/New'], moves: [move] }, signal);
      expect(answer).toMatchObject({
        ok: false,
        failure: { kind: 'refused', because: expect.stringContaining('does not let') },
      });
    } finally {
      process.seteuid?.(0);
    }
    expect(existsSync(join(home, 'Mine', 'New'))).toBe(false);
    expect(readFileSync(join(home, 'Theirs', 'a.txt'), 'utf8')).toBe('theirs');
  });
});
