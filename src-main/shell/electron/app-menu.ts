import type { MenuItemConstructorOptions } from 'electron';

/** Copy and paste, zoom and the window; nothing that reloads the page or opens developer tools. */
export function appMenu(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
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
  const own: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [...own, { role: 'editMenu' }, view, { role: 'windowMenu' }];
}
