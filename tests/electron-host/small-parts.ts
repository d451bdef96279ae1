import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { type RequestOptions, request } from 'node:http';
import type { Browser } from './chromium.ts';
import { toPage } from './page-address.ts';

/** What the shell asks of the system in a few words each; every call is noted by `record-calls.cjs`. */

export const ipcMain = new EventEmitter();
export const powerMonitor = new EventEmitter();

class NativeTheme extends EventEmitter {
  themeSource = 'system';
  shouldUseDarkColors = false;
}
export const nativeTheme = new NativeTheme();

const shortcuts = new Map<string, () => void>();
export const globalShortcut = {
  register(key: string, onPress: () => void): boolean {
    if (shortcuts.has(key)) return false;
    shortcuts.set(key, onPress);
    return true;
  },
  isRegistered: (key: string): boolean => shortcuts.has(key),
  unregister: (key: string): void => void shortcuts.delete(key),
  unregisterAll: (): void => shortcuts.clear(),
};

export class Notification extends EventEmitter {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly object[];
  constructor({ title = '', body = '', actions = [] }: { title?: string; body?: string; actions?: object[] }) {
    super();
    this.title = title;
    this.body = body;
    this.actions = actions;
  }
  static isSupported = (): boolean => true;
  show(): void {
    this.emit('show');
  }
  close(): void {
    this.emit('close');
  }
}

export class Tray extends EventEmitter {
  constructor(image: unknown) {
    super();
    this.setImage(image);
  }
  setImage(image: unknown): void {
    if (typeof image === 'string' && !existsSync(image)) throw new Error(`Failed to load image from path '${image}'`);
  }
  setToolTip(): void {}
  setContextMenu(): void {}
  destroy(): void {}
}

export const nativeImage = {
  createFromPath: (path: string) => ({ path, isEmpty: () => !existsSync(path), setTemplateImage: () => {} }),
};

const whole = { x: 0, y: 0, width: 1920, height: 1080 };
const display = { id: 1, scaleFactor: 1, bounds: whole, workArea: { ...whole, height: 1040 } };
export const screen = {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
  getCursorScreenPoint: () => ({ x: 100, y: 100 }),
  getDisplayNearestPoint: () => display,
};

export const shell = {
  openExternal: async (_url: string): Promise<void> => {},
  openPath: async (_path: string): Promise<string> => '',
};

export const dialog = {
  showOpenDialog: async (): Promise<{ canceled: boolean; filePaths: string[] }> => ({ canceled: true, filePaths: [] }),
  showErrorBox: (title: string, text: string): void => console.error(`${title}: ${text}`),
};

type Check = (contents: null, permission: string, origin: string, details: object) => boolean;
type Request = (contents: null, permission: string, answer: (given: boolean) => void, details: object) => void;

/** Chromium's names for what a page may ask for, beside Electron's for the same. */
const permissions = [
  ['notifications', 'notifications'],
  ['geolocation', 'geolocation'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['midi', 'midi'],
] as const;

class DefaultSession {
  check: Check = () => true;
  request: Request = (_contents, _permission, answer) => answer(true);
  setPermissionCheckHandler(handler: Check): void {
    this.check = handler;
  }
  setPermissionRequestHandler(handler: Request): void {
    this.request = handler;
  }
  setDevicePermissionHandler(): void {}
  readonly availableSpellCheckerLanguages = ['en-GB', 'en-US', 'es', 'de'];
  setSpellCheckerEnabled(): void {}
  setSpellCheckerLanguages(): void {}

  /** Chromium asks nobody when a page wants something, so what the app would answer is put in before. */
  async settleFor(browser: Browser): Promise<void> {
    const own = 'app://life-os/';
    for (const [name, permission] of permissions) {
      const mediaType = name === 'camera' ? 'video' : name === 'microphone' ? 'audio' : undefined;
      const about = { mediaType, securityOrigin: own, isMainFrame: true };
      const setting = this.check(null, permission, own, about) ? 'granted' : 'denied';
      const origin = new URL(toPage(own)).origin;
      await browser.send('Browser.setPermission', { permission: { name }, setting, origin });
    }
  }
}
const others = new DefaultSession();
export const session = { defaultSession: new DefaultSession(), fromPartition: () => others };

/** Node's own client: it goes wherever it is asked to, as Electron's does. */
export const net = { request: (options: RequestOptions) => request(options) };
