import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFolder } from '#connectors/sdk/local-folder.ts';

let home: string;
let path: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'life-os-folder-'));
  path = join(home, 'notes');
});
afterEach(() => rmSync(home, { recursive: true }));

const read = async (name: string) => {
  const bytes = await openFolder(path).read(name);
  return bytes === null ? null : Buffer.from(bytes).toString();
};
const unfinished = '.~01234567-89ab-4def-8123-456789abcdef';

describe('reading and writing', () => {
  it('is empty, and not even there, before the first write', async () => {
    const folder = openFolder(path);
    expect(await folder.list()).toEqual([]);
    expect(await folder.read('a.md')).toBeNull();
    await folder.remove('a.md');
    expect(existsSync(path)).toBe(false);
  });

  it('gives back what was written, byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await openFolder(path).write('a.bin', bytes);
    expect(Uint8Array.from((await openFolder(path).read('a.bin')) ?? [])).toEqual(bytes);
    await openFolder(path).write('b.txt', 'Zoë 🎂');
    expect(await read('b.txt')).toBe('Zoë 🎂');
  });

  it('replaces the whole file, also by a shorter or an empty one', async () => {
    const folder = openFolder(path);
    await folder.write('a.md', 'long '.repeat(1000));
    await folder.write('a.md', 'short');
    expect(await read('a.md')).toBe('short');
    await folder.write('a.md', '');
    expect(await read('a.md')).toBe('');
  });

  it('removes, and twice is once', async () => {
    const folder = openFolder(path);
    await folder.write('a.md', 'x');
    await folder.remove('a.md');
    await folder.remove('a.md');
    expect(await folder.read('a.md')).toBeNull();
  });

  it('lists what other programs would show: files, in order, and nothing hidden', async () => {
    const folder = openFolder(path);
    for (const name of ['b.md', 'a.md', 'Zoë 🎂.md']) await folder.write(name, 'x');
    mkdirSync(join(path, 'folder'));
    writeFileSync(join(path, '.DS_Store'), 'x');
    expect(await folder.list()).toEqual(['Zoë 🎂.md', 'a.md', 'b.md']);
  });

  it.skipIf(process.platform === 'win32')('keeps it from other people on this computer', async () => {
    await openFolder(path).write('a.md', 'x');
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(path, 'a.md')).mode & 0o777).toBe(0o600);
  });

  it('replaces a link and leaves alone what it leads to', async () => {
    mkdirSync(path);
    writeFileSync(join(home, 'elsewhere.md'), 'theirs');
    symlinkSync(join(home, 'elsewhere.md'), join(path, 'a.md'));
    await openFolder(path).write('a.md', 'ours');
    expect(await openFolder(home).read('elsewhere.md').then(String)).toBe('theirs');
    expect(await read('a.md')).toBe('ours');
  });
});

describe('a write is whole or not there', () => {
  it('leaves the former file and nothing beside it when it cannot be put in its place', async () => {
    mkdirSync(join(path, 'a.md', 'in the way'), { recursive: true });
    await expect(openFolder(path).write('a.md', 'x')).rejects.toThrow();
    expect(readdirSync(path)).toEqual(['a.md']);
    expect(readdirSync(join(path, 'a.md'))).toEqual(['in the way']);
  });

  it('is never seen in part while others read', async () => {
    const folder = openFolder(path);
    const texts = ['a'.repeat(300_000), 'b'.repeat(200_000)];
    await folder.write('a.md', texts[0] ?? '');
    let writing = true;
    const writes = (async () => {
      for (let n = 0; n < 20; n += 1) await folder.write('a.md', texts[n % 2] ?? '');
      writing = false;
    })();
    const seen = new Set<string>();
    while (writing) seen.add((await read('a.md')) ?? 'nothing');
    await writes;
    expect([...seen].filter((text) => !texts.includes(text))).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
  });

  it('sweeps up once what a crash left behind, and nothing else that is hidden', async () => {
    mkdirSync(path);
    for (const name of [unfinished, '.~lock.a.md#', '.hidden']) writeFileSync(join(path, name), 'x');
    const folder = openFolder(path);
    await folder.read('a.md');
    expect(readdirSync(path)).toContain(unfinished);
    await folder.write('a.md', 'x');
    expect(readdirSync(path).sort()).toEqual(['.hidden', '.~lock.a.md#', 'a.md']);
  });

  it('takes no write that is under way for one that a crash left', async () => {
    mkdirSync(path);
    const folder = openFolder(path);
    const names = Array.from({ length: 30 }, (_, n) => `${n}.md`);
    await Promise.all(names.map((name) => folder.write(name, name)));
    expect((await folder.list()).length).toBe(30);
  });
});

describe('names that lead out of the folder', () => {
  const names = [
    '',
    '.',
    '..',
    '../a.md',
    'a/b.md',
    '/etc/passwd',
    'a\\b.md',
    '..\\a.md',
    'a\0.md',
    '\ud800.md',
    'x'.repeat(256),
  ];
  it.each(names)('refuses %j, whatever is to be done with it', async (name) => {
    writeFileSync(join(home, 'a.md'), 'theirs');
    const folder = openFolder(path);
    await expect(folder.read(name)).rejects.toThrow(RangeError);
    await expect(folder.write(name, 'x')).rejects.toThrow(RangeError);
    await expect(folder.remove(name)).rejects.toThrow(RangeError);
    expect(readdirSync(home)).toEqual(['a.md']);
  });
  it('takes names that only look odd', async () => {
    for (const name of ['..a.md', 'a..md', 'C:.md', '~', '-rf', '%2e%2e', 'x'.repeat(255)]) {
      await openFolder(path).write(name, name);
      expect(await read(name)).toBe(name);
    }
  });
});

describe('exclusively', () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('lets one work at a time, in order, also when the folder was opened twice', async () => {
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await turn();
      steps.push(`${name} ends`);
      return name;
    };
    const folders = [openFolder(path), openFolder(join(path, '..', 'notes')), openFolder(path)];
    const answers = await Promise.all(folders.map((folder, n) => folder.exclusively(work(`${n}`))));
    expect(answers).toEqual(['0', '1', '2']);
    expect(steps).toEqual(['0 begins', '0 ends', '1 begins', '1 ends', '2 begins', '2 ends']);
  });

  it('loses no change of twenty that count on', async () => {
    const count = () =>
      openFolder(path).exclusively(async () => {
        const folder = openFolder(path);
        await folder.write('count', String(Number((await read('count')) ?? 0) + 1));
      });
    await Promise.all(Array.from({ length: 20 }, count));
    expect(await read('count')).toBe('20');
  });

  it('goes on after one that failed, and tells only its own caller', async () => {
    const folder = openFolder(path);
    const failing = folder.exclusively(() => Promise.reject(new Error('a bug')));
    const next = folder.exclusively(async () => 'done');
    await expect(failing).rejects.toThrow('a bug');
    expect(await next).toBe('done');
  });

  it('does not hold up another folder', async () => {
    const other = openFolder(join(home, 'other'));
    const answer = await openFolder(path).exclusively(() => other.exclusively(async () => 'done'));
    expect(answer).toBe('done');
  });
});
