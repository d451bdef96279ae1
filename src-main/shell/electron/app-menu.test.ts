import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { appMenu } from '#main/shell/electron/app-menu.ts';

const pressed: string[] = [];
const choices = {
  ask: () => void pressed.push('ask'),
  go: (place: string) => void pressed.push(`go ${place}`),
  pause: () => void pressed.push('pause'),
  setUp: () => void pressed.push('set up'),
  practise: () => void pressed.push('practise'),
  checkSpelling: (on: boolean) => void pressed.push(`spelling ${on}`),
  lookForUpdate: null,
  showLicences: null,
};
const state = { checksSpelling: false, spellingIsFetched: true };

const all = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);

test.each(['darwin', 'win32', 'linux'] as const)(
  'on %s nothing reloads the page or opens developer tools',
  (platform) => {
    const roles = all(appMenu(platform, state, choices)).map(({ role }) => role);
    for (const role of ['reload', 'forceReload', 'toggleDevTools'] as const) expect(roles).not.toContain(role);
  },
);

test('macOS has its own first menu, and quits from there; the others quit from the first', () => {
  expect(appMenu('darwin', state, choices)[0]).toEqual({ role: 'appMenu' });
  const has = (platform: NodeJS.Platform) => all(appMenu(platform, state, choices)).some(({ role }) => role === 'quit');
  expect([has('darwin'), has('linux'), has('win32')]).toEqual([false, true, true]);
});

test('no two items have the same key', () => {
  const keys = all(appMenu('linux', state, choices)).flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain('CommandOrControl+2');
});

test('every item of ours does what it says', () => {
  const items = all(appMenu('linux', state, choices));
  for (const label of ['Approvals', 'Home', 'Check spelling (fetches a dictionary from Google)', 'Practice life'])
    items.find((item) => item.label === label)?.click?.({} as never, undefined, {} as never);
  expect(pressed).toEqual(['go approvals', 'go ', 'spelling true', 'practise']);
});
