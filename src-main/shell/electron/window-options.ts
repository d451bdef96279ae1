import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { shellWords } from '#main/shell/electron/words.ts';

const SAND_1 = '#fdfdfc';
const SAND_DARK_1 = '#111110';

/** What is seen for the moment before a page is drawn. */
export const groundColour = (isDark: boolean): string => (isDark ? SAND_DARK_1 : SAND_1);

type Looks = { readonly preload: string; readonly icon: string; readonly isDark: boolean };

/** Every window: sandboxed, isolated, without Node, and shown only when it has something to show. */
const anyWindow = ({ preload, icon, isDark }: Looks): BrowserWindowConstructorOptions => ({
  show: false,
  icon,
  backgroundColor: groundColour(isDark),
  webPreferences: {
    preload,
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
});

/** The window of the app, where it last was when it can be seen there. */
export function windowOptions(looks: Looks, bounds: Rectangle | null = null): BrowserWindowConstructorOptions {
  return {
    ...anyWindow(looks),
    title: shellWords.name,
    width: 1120,
    height: 780,
    ...bounds,
    minWidth: 420,
    minHeight: 480,
    autoHideMenuBar: true,
  };
}

export const BAR_SIZE = { width: 680, height: 180 };

/** The command bar: over every other app, without a frame, and gone as soon as it is left. */
export function barOptions(looks: Looks, platform: NodeJS.Platform): BrowserWindowConstructorOptions {
  return {
    ...anyWindow(looks),
    ...BAR_SIZE,
    title: shellWords.barTitle,
    // On macOS a panel takes the keys without making the app the one in front, so that leaving it gives them back.
    ...(platform === 'darwin' ? { type: 'panel' } : {}),
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
  };
}

/** In the middle of the screen that the person is on, in its upper third. */
export function placeOfBar(screen: Rectangle): { x: number; y: number } {
  return {
    x: Math.round(screen.x + (screen.width - BAR_SIZE.width) / 2),
    y: Math.round(screen.y + screen.height * 0.22),
  };
}
