import { expect, test } from 'vitest';
import { windowOptions } from '#main/shell/electron/window-options.ts';

test('the window is sandboxed, isolated and without Node', () => {
  const { webPreferences } = windowOptions({ preload: '/p.cjs', icon: '/i.png', isDark: false });
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
