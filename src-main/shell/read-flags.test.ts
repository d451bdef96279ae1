import { isAbsolute } from 'node:path';
import { expect, it } from 'vitest';
import { readFlags } from '#main/shell/read-flags.ts';

it('takes what it is told', () => {
  const flags = ['--web', '--port', '0', '--data-dir', 'here', '--no-open'];
  expect(readFlags(flags)).toEqual({ port: 0, dataFolder: 'here', open: false, quiet: false });
  expect(readFlags(['--quiet']).quiet).toBe(true);
});

it('knows what to do when it is told nothing', () => {
  const { port, dataFolder, open } = readFlags([]);
  expect({ port, open }).toEqual({ port: 4310, open: true });
  expect(isAbsolute(dataFolder)).toBe(true);
  expect(dataFolder).toMatch(/life.os$/i);
});

it.each([
  ['--port', 'x'],
  ['--port', '70000'],
  ['--port', '-1'],
  ['--port', '1.5'],
  ['--nonsense'],
  ['stray'],
  ['--port'],
])('says what is wrong with %s %s', (...flags) => {
  expect(() => readFlags(flags.filter((flag) => flag !== undefined))).toThrow(/\S/);
});
