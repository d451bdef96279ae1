import { expect, test } from 'vitest';
import { ownFlags } from '#main/shell/electron/own-flags.ts';

test('our flags are found among Electron’s and Chromium’s own', () => {
  expect(ownFlags(['/repo', '--no-sandbox', '--data-dir', '/tmp/x', '--enable-features=A'])).toEqual([
    '--data-dir',
    '/tmp/x',
  ]);
  expect(ownFlags(['--data-dir=/tmp/y', '--inspect'])).toEqual(['--data-dir=/tmp/y']);
  expect(ownFlags(['/repo'])).toEqual([]);
});

test('a quiet start is one of ours, and what a link brings behind “--” is not', () => {
  expect(ownFlags(['/repo', '--quiet'])).toEqual(['--quiet']);
  expect(ownFlags(['--quiet', '--', '--data-dir=/tmp/theirs', 'lifeos://open/'])).toEqual(['--quiet']);
});
