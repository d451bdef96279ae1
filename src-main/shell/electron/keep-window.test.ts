import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { boundsInSight, readKept, writeKept } from '#main/shell/electron/keep-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'keep-window-'));
afterAll(() => rmSync(folder, { recursive: true }));

const nothing = { bounds: null, maximized: false, checkSpelling: null };

test('what was kept is read again, and nothing else lies about', () => {
  const file = join(folder, 'own', 'window.json');
  expect(readKept(file)).toEqual(nothing);
  const kept = { bounds: { x: -10, y: 20, width: 900, height: 700 }, maximized: true, checkSpelling: true };
  writeKept(file, kept);
  expect(readKept(file)).toEqual(kept);
  expect(readdirSync(join(folder, 'own'))).toEqual(['window.json']);
});

test.each(['{', '[]', '{"bounds":{"x":"1"}}', '{"bounds":{"x":1,"y":1,"width":-5,"height":0}}'])(
  '%s is taken as if nothing had been kept',
  (text) => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, text);
    expect(readKept(file)).toEqual(nothing);
  },
);

const screens = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
];

test.each([
  ['on the first screen', { x: 100, y: 100, width: 1120, height: 780 }, true],
  ['on the second screen', { x: 2000, y: 10, width: 1120, height: 780 }, true],
  ['half out at the right', { x: 2900, y: 10, width: 1120, height: 780 }, true],
  ['on a screen that has been taken away', { x: 3300, y: 10, width: 1120, height: 780 }, false],
  ['with its upper edge above the screen', { x: 10, y: -300, width: 1120, height: 780 }, false],
  ['below the screen', { x: 10, y: 1030, width: 1120, height: 780 }, false],
])('a window that was %s', (_where, bounds, isKept) => {
  expect(boundsInSight(bounds, screens)).toEqual(isKept ? bounds : null);
});
