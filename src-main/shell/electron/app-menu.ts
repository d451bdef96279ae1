import type { MenuItemConstructorOptions } from 'electron';

/** Copy and paste, zoom, the window, and what helps one along; nothing that reloads the page or opens developer tools. */
export function appMenu(
  platform: NodeJS.Platform,
  { setUp, practise }: { setUp(): void; practise(): void },
): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [
      { label: 'Set up, step by step', click: setUp },
      { label: 'Practice life', click: practise },
    ],
  };
  const own: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [...own, { role: 'editMenu' }, view, { role: 'windowMenu' }, help];
}
