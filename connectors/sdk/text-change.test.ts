import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Folder } from '#connectors/sdk/action.ts';
import { openFolder } from '#connectors/sdk/local-folder.ts';
import {
  changeText,
  findChange,
  foreseeChange,
  seeChange,
  type TextChange,
  takeBackChange,
} from '#connectors/sdk/text-change.ts';
import type { WayBack } from '#connectors/sdk/way-back.ts';
import type { Result } from '#contract/model/result.ts';
import { succeed } from '#contract/model/result.ts';

const fileName = 'Words.md';
let home: string;
let folder: Folder;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'text-change-'));
  folder = openFolder(join(home, 'words'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** Makes the text louder. It can never be told from what others wrote, and takes itself back only where it is last. */
const shout: TextChange<string> = {
  apply: (text) => succeed({ text: `${text ?? ''}!`, trace: '!' }),
  stands: () => 'unclear',
  reverse: (text) => (text.endsWith('!') ? text.slice(0, -1) : null),
};

const read = async () => new TextDecoder().decode((await folder.read(fileName)) ?? new Uint8Array());
const looked = async () => ({ fileName, text: (await folder.read(fileName)) === null ? null : await read() });

function expectDone<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

it('the file alone tells, also for a change that leaves no mark of its own', async () => {
  await folder.write(fileName, 'Hello');
  const before = await looked();
  expect(await findChange(folder, before, shout)).toEqual({ ok: true, value: null });
  const done = expectDone(await changeText(folder, before, shout));
  expect(expectDone(foreseeChange(before, shout))).toEqual(done);
  expect(await findChange(folder, before, shout)).toEqual({ ok: true, value: done });
  expect(await changeText(folder, before, shout)).toEqual({ ok: true, value: done });
  expect(await read()).toBe('Hello!');
  expect(await seeChange(folder, fileName, done, shout)).toEqual({ ok: true, value: true });
});

it('a text that is neither as it was nor as it would be is put before the person', async () => {
  await folder.write(fileName, 'Hello');
  const before = await looked();
  await folder.write(fileName, 'Good day');
  expect(await findChange(folder, before, shout)).toMatchObject({ failure: { kind: 'outcome-unknown' } });
  await folder.remove(fileName);
  expect(await findChange(folder, before, shout)).toMatchObject({ failure: { kind: 'outcome-unknown' } });
});

it('a change is not seen in a text that is as it was before, whatever the text looks like', async () => {
  await folder.write(fileName, 'Hello');
  const before = await looked();
  const done = expectDone(await changeText(folder, before, shout));
  await folder.write(fileName, 'Hello');
  const seesItEverywhere = { stands: () => 'yes' as const };
  expect(await seeChange(folder, fileName, done, seesItEverywhere)).toEqual({ ok: true, value: false });
  await folder.write(fileName, 'Hello there!');
  expect(await seeChange(folder, fileName, done, seesItEverywhere)).toEqual({ ok: true, value: true });
  await folder.remove(fileName);
  expect(await seeChange(folder, fileName, done, seesItEverywhere)).toEqual({ ok: true, value: false });
});

/** Not over what was changed since, unless it is said to be. */
const way = (overwrite = false): WayBack => ({ folder, mode: 'execute', overwrite, attach: async () => {} });

it('undo never brings back a text that somebody else had gone on from', async () => {
  await folder.write(fileName, 'Hello');
  const before = await looked();
  await folder.write(fileName, 'Hello there');
  const done = expectDone(await changeText(folder, before, shout));
  expect(await takeBackChange(way(), before, done, shout, 'it')).toEqual({ ok: true, value: null });
  expect(await read()).toBe('Hello there');
  await folder.write(fileName, 'Hello there! And more');
  expect(await takeBackChange(way(), before, done, shout, 'it')).toEqual({
    ok: false,
    failure: { kind: 'changed-since', what: 'it' },
  });
  expect(await read()).toBe('Hello there! And more');
});

it('undo takes a file away that was made, unless it is somebody else’s by now', async () => {
  const before = await looked();
  const done = expectDone(await changeText(folder, before, shout));
  expect(done.before).toBeNull();
  expect(await takeBackChange(way(), before, done, shout, 'it')).toEqual({ ok: true, value: null });
  expect(await folder.list()).toEqual([]);
  expect(await takeBackChange(way(), before, done, shout, 'it')).toEqual({ ok: true, value: null });
  await folder.write(fileName, 'Mine');
  expect(await takeBackChange(way(), before, done, shout, 'it')).toMatchObject({ failure: { kind: 'changed-since' } });
  expect(await read()).toBe('Mine');
});

it('undo over what was changed since keeps that aside first', async () => {
  await folder.write(fileName, 'Hello');
  const before = await looked();
  const done = expectDone(await changeText(folder, before, shout));
  await folder.write(fileName, 'Something else entirely');
  const kept: string[] = [];
  const over = {
    ...way(true),
    attach: async ({ bytes }: { bytes: Uint8Array | string }) => void kept.push(`${bytes}`),
  };
  expect(await takeBackChange(over, before, done, shout, 'it')).toEqual({ ok: true, value: null });
  expect(await read()).toBe('Hello');
  expect(kept).toEqual(['Something else entirely']);
});
