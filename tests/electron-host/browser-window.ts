import { EventEmitter } from 'node:events';
import { mayHappen } from './may-happen.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';

type Bounds = { x: number; y: number; width: number; height: number };
type Options = Partial<Bounds> & {
  readonly show?: boolean;
  readonly webPreferences?: WebPreferences;
} & Readonly<Record<string, unknown>>;

const open: BrowserWindow[] = [];

/** A window without a screen: it is shown, hidden and in front in name only; its page is real. */
export class BrowserWindow extends EventEmitter {
  readonly id = open.length + 1;
  readonly options: Options;
  readonly webContents: WebContents;
  #bounds: Bounds;
  #visible: boolean;
  #minimized = false;
  #maximized = false;
  #destroyed = false;
  static #front: BrowserWindow | null = null;

  constructor(options: Options = {}) {
    super();
    this.options = options;
    this.#bounds = {
      x: options.x ?? 80,
      y: options.y ?? 60,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.#visible = options.show !== false;
    this.webContents = new WebContents(options.webPreferences ?? {}, this.#bounds);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    open.push(this);
  }

  static getAllWindows = (): BrowserWindow[] => open.filter((each) => !each.isDestroyed());
  static getFocusedWindow = (): BrowserWindow | null => BrowserWindow.#front;
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    open.find((each) => each.webContents === contents) ?? null;

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  show(): void {
    this.#visible = true;
    this.emit('show');
    this.focus();
  }
  showInactive(): void {
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.#visible) return;
    this.blur();
    this.#visible = false;
    this.emit('hide');
  }
  focus(): void {
    if (!this.#visible || BrowserWindow.#front === this) return;
    BrowserWindow.#front?.blur();
    BrowserWindow.#front = this;
    this.webContents.focus();
    this.emit('focus');
  }
  blur(): void {
    if (BrowserWindow.#front !== this) return;
    BrowserWindow.#front = null;
    this.emit('blur');
  }
  isVisible = (): boolean => this.#visible && !this.#minimized;
  isFocused = (): boolean => BrowserWindow.#front === this;
  isMinimized = (): boolean => this.#minimized;
  isMaximized = (): boolean => this.#maximized;
  isFullScreen = (): boolean => false;
  isDestroyed = (): boolean => this.#destroyed;
  minimize(): void {
    this.blur();
    this.#minimized = true;
    this.emit('minimize');
  }
  restore(): void {
    this.#minimized = false;
    this.emit('restore');
  }
  maximize(): void {
    this.#maximized = true;
    this.emit('maximize');
  }
  unmaximize(): void {
    this.#maximized = false;
    this.emit('unmaximize');
  }
  getBounds = (): Bounds => ({ ...this.#bounds });
  getNormalBounds = (): Bounds => ({ ...this.#bounds });
  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    void this.webContents.setBounds(this.#bounds).catch(() => {});
    this.emit('move');
    this.emit('resize');
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  setOverlayIcon(): void {}
  setBackgroundColor(): void {}
  setAlwaysOnTop(): void {}
  setVisibleOnAllWorkspaces(): void {}
  setMenuBarVisibility(): void {}

  close(): void {
    if (this.#destroyed) return;
    if (mayHappen(this, ['close'])) this.destroy();
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.blur();
    this.#destroyed = true;
    this.webContents.close();
    this.emit('closed');
  }
}

export const webContents = {
  getAllWebContents: WebContents.all,
  fromDevToolsTargetId: WebContents.byTarget,
};
