import type { BrowserWindowConstructorOptions } from 'electron';

const SAND_1 = '#fdfdfc';
const SAND_DARK_1 = '#111110';

/** The one window: sandboxed, isolated, without Node, and shown only when it has something to show. */
export function windowOptions(of: { preload: string; icon: string; isDark: boolean }): BrowserWindowConstructorOptions {
  return {
    title: 'Life OS',
    width: 1120,
    height: 780,
    minWidth: 420,
    minHeight: 480,
    show: false,
    icon: of.icon,
    backgroundColor: of.isDark ? SAND_DARK_1 : SAND_1,
    autoHideMenuBar: true,
    webPreferences: {
      preload: of.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  };
}
