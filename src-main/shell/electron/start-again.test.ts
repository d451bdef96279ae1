import { expect, it } from 'vitest';
import { startAgain } from './start-again.ts';

it('starts the same program with its window open, and then ends as Quit does', () => {
  const calls: unknown[] = [];
  const app = { relaunch: (options: unknown) => void calls.push(options), quit: () => void calls.push('quit') };
  startAgain(app as never, ['.', '--quiet', '--data-dir', '/life'], undefined);
  startAgain(app as never, [], '/apps/life-os.AppImage');
  expect(calls).toEqual([
    { args: ['.', '--data-dir', '/life'] },
    'quit',
    { args: [], execPath: '/apps/life-os.AppImage' },
    'quit',
  ]);
});
