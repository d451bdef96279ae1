import { execFileSync } from 'node:child_process';
import {
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findOne, findTarget } from '#connectors/sdk/places/find-place.ts';
import { openPlaces } from '#connectors/sdk/places/open-places.ts';
import type { Entry, Places } from '#connectors/sdk/places/places.ts';
import type { Result } from '#contract/model/result.ts';

const { signal } = new AbortController();
let home: string;
let places: Places;

beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'life-os-files-')));
  for (const name of ['Downloads', 'Documents', 'secret']) await mkdir(join(home, name));
  await writeFile(join(home, 'secret', 'key.txt'), 'do not read me');
  const folders = ['Downloads', 'Documents'].map((name) => ({ name, path: join(home, name) }));
  places = openPlaces({ folders: () => folders, homeTrash: join(home, 'Trash') });
});
afterEach(() => rm(home, { recursive: true, force: true }));

const at = (...way: string[]): string => join(home, ...way);
const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
async function put(way: string, text = way): Promise<Entry> {
  await writeFile(at(...way.split('/')), text);
  return seen(way);
}
async function seen(place: string): Promise<Entry> {
  const entry = answered(await places.see(place));
  if (!entry) throw new Error(`${place} is not there.`);
  return entry;
}
const move = async (from: string, to: string) =>
  places.change({ moves: [{ from, to, mark: (await seen(from)).mark }] }, signal);

describe('what leads out of the picked folders', () => {
  it.each([
    'Downloads/../secret/key.txt',
    '../secret/key.txt',
    'Downloads/./../secret/key.txt',
    'Downloads//../secret/key.txt',
    'secret/key.txt',
    'Trash of %2Fetc/passwd',
    'Downloads/.ssh/id',
    'Downloads/a\0b',
    '/etc/passwd',
  ])('is not read, seen or moved: %s', async (place) => {
    for (const answer of [
      await places.read(place, 1e6),
      await places.see(place),
      await places.list(place, { deep: true, signal }),
    ]) {
      expect(answer.ok && answer.value !== null).toBe(false);
    }
    await put('Downloads/mine.txt');
    const { mark } = await seen('Downloads/mine.txt');
    expect((await places.change({ moves: [{ from: 'Downloads/mine.txt', to: place, mark }] }, signal)).ok).toBe(false);
    expect((await places.change({ makes: [place] }, signal)).ok).toBe(false);
    expect(await readdir(at('secret'))).toEqual(['key.txt']);
    expect(await readFile(at('Downloads', 'mine.txt'), 'utf8')).toBe('Downloads/mine.txt');
  });

  it('is not followed when it is a link: to a file, to a folder, on the way, or in place of the folder itself', async () => {
    await symlink(at('secret', 'key.txt'), at('Downloads', 'key.txt'));
    await symlink(at('secret'), at('Downloads', 'inner'));
    const listed = answered(await places.list('Downloads', { deep: true, signal }));
    expect(listed).toMatchObject({ entries: [], passedOver: 2 });
    expect((await places.read('Downloads/key.txt', 1e6)).ok).toBe(false);
    expect((await places.read('Downloads/inner/key.txt', 1e6)).ok).toBe(false);
    await put('Documents/mine.txt');
    expect((await move('Documents/mine.txt', 'Downloads/inner/mine.txt')).ok).toBe(false);
    expect((await places.change({ makes: ['Downloads/inner/new'] }, signal)).ok).toBe(false);
    await rm(at('Downloads'), { recursive: true });
    await symlink(at('secret'), at('Downloads'));
    expect((await places.list('Downloads', { deep: true, signal })).ok).toBe(false);
    expect((await places.read('Downloads/key.txt', 1e6)).ok).toBe(false);
    expect(await readdir(at('secret'))).toEqual(['key.txt']);
  });

  it('is not read under a second name', async () => {
    await link(at('secret', 'key.txt'), at('Downloads', 'harmless.txt'));
    expect(await places.read('Downloads/harmless.txt', 1e6)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    const { mark } = await seen('Downloads/harmless.txt');
    const copy = { from: 'Downloads/harmless.txt', to: 'Documents/copy.txt', mark };
    expect((await places.change({ copies: [copy] }, signal)).ok).toBe(false);
    expect(await readdir(at('Documents'))).toEqual([]);
  });

  it('is not reached while another program swaps a folder for a link, over and over', { timeout: 60_000 }, async () => {
    await mkdir(at('Downloads', 'Bills'));
    await writeFile(at('Downloads', 'Bills', 'key.txt'), 'mine');
    let isOver = false;
    let swaps = 0;
    const swapping = (async () => {
      while (!isOver) {
        await rename(at('Downloads', 'Bills'), at('aside'));
        await symlink(at('secret'), at('Downloads', 'Bills'));
        await unlink(at('Downloads', 'Bills'));
        await rename(at('aside'), at('Downloads', 'Bills'));
        swaps += 1;
      }
    })();
    const read = new Set<string>();
    for (let time = 0; time < 400; time += 1) {
      const answer = await places.read('Downloads/Bills/key.txt', 1e6);
      if (answer.ok) read.add(Buffer.from(answer.value.bytes).toString());
      await put(`Documents/${time}.txt`);
      await move(`Documents/${time}.txt`, `Downloads/Bills/${time}.txt`);
      await places.change({ makes: ['Downloads/Bills/new'], unmakes: ['Downloads/Bills/new'] }, signal);
    }
    isOver = true;
    await swapping;
    expect(swaps).toBeGreaterThan(50);
    expect([...read]).toEqual(read.size === 0 ? [] : ['mine']);
    expect(await readdir(at('secret'))).toEqual(['key.txt']);
    const kept = [...(await readdir(at('Downloads', 'Bills'))), ...(await readdir(at('Documents')))];
    expect(kept.filter((name) => /^\d+\.txt$/.test(name))).toHaveLength(400);
  });
});

describe('what is there already', () => {
  it('is never written over: not by a move, a copy, a folder, nor when only capitals differ on the way', async () => {
    await put('Downloads/a.txt', 'mine');
    await put('Documents/a.txt', 'theirs');
    expect(await move('Downloads/a.txt', 'Documents/a.txt')).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    const { mark } = await seen('Downloads/a.txt');
    const copy = { from: 'Downloads/a.txt', to: 'Documents/a.txt', mark: { ...mark, size: mark.size } };
    expect((await places.change({ copies: [copy] }, signal)).ok).toBe(false);
    expect((await places.change({ makes: ['Documents/a.txt'] }, signal)).ok).toBe(false);
    expect(await readFile(at('Documents', 'a.txt'), 'utf8')).toBe('theirs');
    expect(await readFile(at('Downloads', 'a.txt'), 'utf8')).toBe('mine');
  });

  it('takes everything back that came before it in the same plan', async () => {
    const [one, two] = [await put('Downloads/one.txt'), await put('Downloads/two.txt')];
    await put('Documents/two.txt', 'theirs');
    const moves = [one, two].map(({ place, name, mark }) => ({ from: place, to: `Documents/${name}`, mark }));
    expect((await places.change({ makes: ['Documents/New'], moves }, signal)).ok).toBe(false);
    expect(await readdir(at('Downloads'))).toEqual(['one.txt', 'two.txt']);
    expect(await readdir(at('Documents'))).toEqual(['two.txt']);
  });

  it('stays when it was changed since it was looked at', async () => {
    const { mark } = await put('Downloads/a.txt', 'one');
    await put('Downloads/a.txt', 'another text');
    const answer = await places.change({ moves: [{ from: 'Downloads/a.txt', to: 'Documents/a.txt', mark }] }, signal);
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'changed-since' } });
    expect(await readFile(at('Downloads', 'a.txt'), 'utf8')).toBe('another text');
  });

  it('loses nothing while another program keeps saving the file', { timeout: 60_000 }, async () => {
    for (let time = 0; time < 100; time += 1) {
      const { mark } = await put('Downloads/a.txt', 'first');
      await writeFile(at('beside'), 'saved meanwhile');
      const [moved] = await Promise.all([
        places.change({ moves: [{ from: 'Downloads/a.txt', to: 'Documents/a.txt', mark }] }, signal),
        rename(at('beside'), at('Downloads', 'a.txt')),
      ]);
      const texts = await Promise.all(
        ['Downloads', 'Documents'].map((folder) => readFile(at(folder, 'a.txt'), 'utf8').catch(() => null)),
      );
      expect(texts).toContain('saved meanwhile');
      if (moved.ok) expect(texts[1]).toBe('first');
      await rm(at('Downloads', 'a.txt'), { force: true });
      await rm(at('Documents', 'a.txt'), { force: true });
    }
  });
});

describe('names that are hard to live with', () => {
  const odd = [
    'line\nbreak.txt',
    '\u202egpj.exe',
    'con',
    'ends with dot.',
    `${'a'.repeat(251)}.txt`,
    'back\\slash',
    ' spaces ',
    'quo\'te"',
    '%2e%2e',
    '-rf',
    'ü'.normalize('NFD'),
  ];

  it('are listed, read, moved, thrown away and put back, byte for byte', async () => {
    for (const name of odd) await writeFile(at('Downloads', name), name);
    const { entries } = answered(await places.list('Downloads', { deep: false, signal }));
    expect(entries.map(({ name }) => name).sort()).toEqual([...odd].sort());
    const moves = await Promise.all(
      entries.map(async (entry) => ({
        from: entry.place,
        to: answered(await places.trashFor(entry)),
        mark: entry.mark,
      })),
    );
    answered(await places.change({ moves, trashedAt: '2026-11-25T12:00:00' }, signal));
    expect(await readdir(at('Downloads'))).toEqual([]);
    expect(await readdir(at('Trash', 'info'))).toHaveLength(odd.length);
    const back = moves.map(({ from, to, mark }) => ({ from: to, to: from, mark }));
    answered(await places.change({ moves: back }, signal));
    for (const name of odd) expect(await readFile(at('Downloads', name), 'utf8')).toBe(name);
    expect(await readdir(at('Trash', 'info'))).toEqual([]);
  });

  it('that are no text at all are passed over', async () => {
    execFileSync('touch', [Buffer.from(`${at('Downloads')}/\xff\xfe.txt`, 'latin1').toString('latin1')]);
    await put('Downloads/fine.txt');
    const { entries } = answered(await places.list('Downloads', { deep: false, signal }));
    expect(entries.map(({ name }) => name)).toContain('fine.txt');
  });

  it('are found whatever their capitals, and asked about when there are two', async () => {
    await put('Downloads/Report.PDF');
    const where = { places, signal };
    expect(await findOne('report', 'file', where)).toMatchObject({
      ok: true,
      value: { place: 'Downloads/Report.PDF' },
    });
    expect(await findOne('DOWNLOADS/report.pdf', 'file', where)).toMatchObject({ ok: true });
    expect(await findOne(at('Downloads', 'Report.PDF'), 'file', where)).toMatchObject({ ok: true });
    await put('Documents/report.pdf');
    expect(await findOne('report.pdf', 'file', where)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(await findTarget('Music/Old', 'Downloads', where)).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    });
    expect(await findTarget('Bills', 'Downloads', where)).toMatchObject({
      ok: true,
      value: { makes: ['Downloads/Bills'] },
    });
  });
});

describe('a disk that does not do as it is told', () => {
  it('a pipe is not waited for', async () => {
    execFileSync('mkfifo', [at('Downloads', 'pipe.txt')]);
    expect((await places.read('Downloads/pipe.txt', 1e6)).ok).toBe(false);
    expect(answered(await places.list('Downloads', { deep: false, signal })).entries).toEqual([]);
  });

  it.runIf(process.platform === 'linux')(
    'moves to another disk and back, with the time of the last change',
    async () => {
      const other = await realpath(await mkdtemp('/dev/shm/life-os-files-'));
      try {
        const folders = [
          { name: 'Downloads', path: at('Downloads') },
          { name: 'Stick', path: other },
        ];
        places = openPlaces({ folders: () => folders, homeTrash: at('Trash') });
        const entry = await put('Downloads/a.txt', 'x'.repeat(3_000_000));
        const { mtimeMs } = await stat(at('Downloads', 'a.txt'));
        const there = { from: entry.place, to: 'Stick/a.txt', mark: entry.mark };
        answered(await places.change({ moves: [there] }, signal));
        expect(await readdir(at('Downloads'))).toEqual([]);
        answered(await places.change({ moves: [there] }, signal));
        expect(Math.abs((await stat(join(other, 'a.txt'))).mtimeMs - mtimeMs)).toBeLessThan(1);
        const { mark } = await seen('Stick/a.txt');
        const trashed = answered(await places.trashFor(await seen('Stick/a.txt')));
        answered(
          await places.change(
            { moves: [{ from: 'Stick/a.txt', to: trashed, mark }], trashedAt: '2026-11-25T12:00:00' },
            signal,
          ),
        );
        answered(await places.change({ moves: [{ from: trashed, to: 'Stick/a.txt', mark }] }, signal));
        answered(await places.change({ moves: [{ from: 'Stick/a.txt', to: 'Downloads/a.txt', mark }] }, signal));
        expect((await readFile(at('Downloads', 'a.txt'))).length).toBe(3_000_000);
      } finally {
        await rm(other, { recursive: true, force: true });
        const uid = process.getuid?.() ?? 0;
        await rm(`/dev/shm/.Trash-${uid}`, { recursive: true, force: true });
      }
    },
  );
});
