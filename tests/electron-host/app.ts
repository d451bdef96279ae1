import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { theAppFolder } from './host.ts';
import { mayHappen } from './may-happen.ts';
import { readSwitches } from './read-switches.ts';
import { takeSingleInstance } from './single-instance.ts';

type LoginItem = { readonly openAtLogin: boolean };
type Manifest = { readonly name: string; readonly version: string; readonly productName?: string };

let ready = (): void => {};
const whenReady = new Promise<void>((resolve) => {
  ready = resolve;
});

class App extends EventEmitter {
  /** As when it is started from its package; only a test says so. */
  readonly isPackaged = process.env.LIFE_OS_STAND_IN_PACKAGED === '1';
  readonly commandLine = { appendSwitch: (): void => {}, hasSwitch: (): boolean => false };
  #ready = false;
  #quitting = false;
  #badge = 0;
  #login: LoginItem = { openAtLogin: false };
  readonly #schemes = new Set<string>();
  readonly #paths = new Map<string, string>([
    ['userData', readSwitches(process.argv.slice(1)).userData ?? join(homedir(), '.config', 'life-os')],
    ['home', homedir()],
    ['temp', tmpdir()],
    ['exe', process.execPath],
  ]);

  #manifest = (): Manifest => JSON.parse(readFileSync(join(theAppFolder(), 'package.json'), 'utf8'));

  whenReady = (): Promise<void> => whenReady;
  isReady = (): boolean => this.#ready;
  /** Called from outside once whoever drives us is attached. */
  begin(): void {
    this.#ready = true;
    ready();
    this.emit('ready', {});
  }

  getVersion = (): string => this.#manifest().version;
  getName = (): string => this.#manifest().productName ?? this.#manifest().name;
  getAppPath = (): string => theAppFolder();
  getLocale = (): string => 'en-GB';
  getPreferredSystemLanguages = (): string[] => ['en-GB'];
  setAppUserModelId(): void {}
  setPath = (name: string, path: string): void => void this.#paths.set(name, path);
  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  requestSingleInstanceLock(): boolean {
    return takeSingleInstance(this.getPath('userData'), (argv, folder) =>
      this.emit('second-instance', {}, argv, folder),
    );
  }

  setBadgeCount(count = 0): boolean {
    this.#badge = count;
    return true;
  }
  getBadgeCount = (): number => this.#badge;
  setAsDefaultProtocolClient(scheme: string): boolean {
    this.#schemes.add(scheme);
    return true;
  }
  isDefaultProtocolClient = (scheme: string): boolean => this.#schemes.has(scheme);
  getLoginItemSettings = (): LoginItem & { wasOpenedAtLogin: boolean } => ({ ...this.#login, wasOpenedAtLogin: false });
  setLoginItemSettings({ openAtLogin }: LoginItem): void {
    this.#login = { openAtLogin };
  }
  focus(): void {}
  hide(): void {}

  quit(): void {
    if (this.#quitting) return;
    if (!mayHappen(this, ['before-quit'])) return;
    this.#quitting = true;
    this.emit('will-quit', {});
    this.emit('quit', {}, 0);
    process.exit(0);
  }
  exit(code = 0): void {
    process.exit(code);
  }
}

export const app = new App();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
