import { expect, test } from 'vitest';
import { barOptions, placeOfBar, windowOptions } from '#main/shell/electron/window-options.ts';

const looks = { preload: '/p.cjs', icon: '/i.png', isDark: false };

test.each([
  ['the window', windowOptions(looks)],
  ['the command bar', barOptions(looks, 'linux')],
])('%s is sandboxed, isolated and without Node', (_which, { webPreferences }) => {
  expect(webPreferences).toMatchObject({
    preload: '/p.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
});

test('the first thing seen has the colour of the page, light or dark', () => {
  const colour = (isDark: boolean) => windowOptions({ preload: '', icon: '', isDark }).backgroundColor;
  expect(colour(false)).toBe('#fdfdfc');
  expect(colour(true)).toBe('#111110');
});

test('the window opens where it was, and not smaller than it can be used', () => {
  const bounds = { x: 5, y: 6, width: 900, height: 700 };
  expect(windowOptions(looks, bounds)).toMatchObject({ ...bounds, minWidth: 420 });
});

test('the command bar stands over every app, in the middle of the upper part of the screen', () => {
  expect(barOptions(looks, 'darwin')).toMatchObject({ type: 'panel', alwaysOnTop: true, frame: false, show: false });
  expect(placeOfBar({ x: 1920, y: 0, width: 1280, height: 1000 })).toEqual({ x: 2220, y: 220 });
});
