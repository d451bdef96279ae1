import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { makeDataFolder, TIME_ZONE } from '#tests/peers/built-app.ts';

const projectFolder = join(import.meta.dirname, '../../..');
const standIn = join(projectFolder, 'tests/electron-host/electron');
const recorder = join(projectFolder, 'tests/electron-host/record-calls.cjs');

/** The journeys run in Electron itself where `LIFE_OS_ELECTRON=real` says so, and else in the stand-in for it. */
export const isReal = process.env.LIFE_OS_ELECTRON === 'real';

export type MenuLine = { readonly label: string; readonly below: readonly MenuLine[]; readonly checked: boolean };
export type Told = { readonly title: string; readonly body: string; readonly actions: readonly string[] };
type Call = { readonly what: string; readonly args: readonly unknown[] };

/** The running app with what a person has in their hands outside its window. */
export type Desktop = {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** What the shell asked of Electron so far. */
  calls(what: string): Promise<Call[]>;
  /** Lets the computer sleep: its clock goes on meanwhile, and no timer does. */
  sleep(milliseconds: number): Promise<void>;
  tray(): Promise<{ lines: MenuLine[]; picture: string; tip: string }>;
  /** Presses an item of the tray's menu, by the labels that lead to it. */
  pressInTray(...labels: string[]): Promise<void>;
  /** Presses an item of the app's own menus. */
  pressInMenu(label: string): Promise<void>;
  /** How many lines of the log say this. */
  logged(message: string): number;
  notices(): Promise<Told[]>;
  /** Presses a notice itself, or one of its buttons. */
  pressNotice(title: string, button?: string): Promise<void>;
  /** Presses the key for the whole computer; answers when, by the computer's clock. */
  pressHotkey(): Promise<number>;
  /** The page of the command bar. */
  bar(): Promise<Page>;
  windows(): Promise<WindowState[]>;
  /** Starts it once more, as a person does who does not see that it runs; answers with the exit code. */
  startAgain(...args: string[]): Promise<number | null>;
  /** Ends it, and starts it again in the same folder. */
  restart(...args: string[]): Promise<void>;
};

export type WindowState = {
  readonly url: string;
  readonly isVisible: boolean;
  readonly isFocused: boolean;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
};

type Started = { readonly electron: ElectronApplication; readonly page: Page; readonly complaints: string[] };

type Starting = {
  readonly app: string;
  readonly folder: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
};

/** Opens the app's own window in a folder that is there already; whoever opens it closes it. */
export async function openWindowIn(folder: string): Promise<Started & { close(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'life-os-home-'));
  const started = await start({ app: projectFolder, folder, home, environment: {} }, []);
  return {
    ...started,
    async close() {
      await started.electron.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function start({ app, folder, home, environment }: Starting, args: readonly string[]): Promise<Started> {
  const program = isReal
    ? { args: ['-r', recorder, app, '--data-dir', folder, ...args] }
    : { executablePath: standIn, args: [app, '--data-dir', folder, ...args] };
  const electron = await _electron.launch({
    ...program,
    cwd: projectFolder,
    colorScheme: null,
    env: { ...plainEnvironment(), ...ownEnvironment(home), ...environment },
  });
  const complaints: string[] = [];
  const watch = (page: Page) => {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  };
  electron.context().on('page', watch);
  for (const page of electron.windows()) watch(page);
  const isMain = (page: Page) => !page.url().endsWith('#/command-bar') && page.url() !== 'about:blank';
  await expect.poll(() => electron.windows().some(isMain), { timeout: 20_000 }).toBe(true);
  const page = electron.windows().find(isMain);
  if (!page) throw new Error('The window was closed while it opened.');
  return { electron, page, complaints };
}

const plainEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** A home of the test's own, so that nothing reaches the folders of whoever runs it. */
const ownEnvironment = (home: string): Record<string, string> => ({
  LIFE_OS_NODE: process.execPath,
  TZ: TIME_ZONE,
  LANG: 'en_GB.UTF-8',
  XDG_CONFIG_HOME: join(home, 'config'),
});

type Options = {
  /** What the browser itself says where a test tries what is refused. */
  mayComplain: RegExp | null;
  /** The folder that is started, with a package.json. */
  appFolder: string;
  environment: Readonly<Record<string, string>>;
  /** Whether the app opens with its first start, which else is put off before. */
  isFirstStart: boolean;
};

/** Each test has the app with a folder of its own, and fails for anything that a page complains of. */
export const test = base.extend<Options & { desktop: Desktop }>({
  mayComplain: [null, { option: true }],
  appFolder: [projectFolder, { option: true }],
  environment: [{}, { option: true }],
  isFirstStart: [false, { option: true }],
  desktop: async ({ mayComplain, appFolder, environment, isFirstStart }, use, testInfo) => {
    const isScript = process.platform === 'win32' && !isReal;
    testInfo.skip(
      isScript,
      'NOT RUN: the stand-in for Electron is a shell script. LIFE_OS_ELECTRON=real runs it in Electron.',
    );
    const folder = makeDataFolder();
    const home = mkdtempSync(join(tmpdir(), 'life-os-home-'));
    const starting = { app: appFolder, folder: folder.path, home, environment };
    let started = await start(starting, []);
    if (!isFirstStart) await putOff(started.page);
    const complaints = [...started.complaints];
    const desktop: Desktop = {
      get electron() {
        return started.electron;
      },
      get page() {
        return started.page;
      },
      dataFolder: folder.path,
      calls: (what) =>
        started.electron.evaluate((_electron, name) => shellRecord.calls.filter((call) => call.what === name), what),
      tray: () =>
        started.electron.evaluate(() => {
          const lineOf = (item: RecordedItem): MenuLine => ({
            label: item.label,
            below: (item.submenu?.items ?? []).map(lineOf),
            checked: item.checked,
          });
          const { tray, trayImage, trayTip } = shellRecord.seen;
          const picture = trayImage.split(/[\\/]/).at(-1) ?? '';
          // On macOS it is the same picture as a shape.
          return { lines: tray.items.map(lineOf), picture: picture.replace('Template', ''), tip: trayTip };
        }),
      pressInTray: (...labels) =>
        started.electron.evaluate((_electron, path) => {
          let items = shellRecord.seen.tray.items;
          let found: RecordedItem | undefined;
          for (const label of path) {
            found = items.find((item) => item.label === label);
            if (!found) throw new Error(`The tray has no “${label}”: ${items.map((item) => item.label).join(', ')}`);
            items = found.submenu?.items ?? [];
          }
          found?.click();
        }, labels),
      pressInMenu: (label) =>
        started.electron.evaluate(({ Menu }, wanted) => {
          const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
          const found = items.find((item) => item.label === wanted);
          if (!found) throw new Error(`The menus have no “${wanted}”.`);
          found.click();
        }, label),
      logged: (message) => {
        const logs = join(folder.path, 'logs');
        const lines = readdirSync(logs).flatMap((name) => readFileSync(join(logs, name), 'utf8').split('\n'));
        return lines.filter((line) => line.includes(JSON.stringify(message))).length;
      },
      notices: () =>
        started.electron.evaluate(() =>
          shellRecord.seen.notices.map(({ title, body, actions }) => ({
            title,
            body,
            actions: actions.map(({ text }) => text),
          })),
        ),
      pressNotice: (title, button) =>
        started.electron.evaluate(
          (_electron, { of, label }) => {
            const notice = shellRecord.seen.notices.findLast((each) => each.title === of);
            if (!notice) throw new Error(`Nothing was told as “${of}”.`);
            if (label === undefined) return void notice.emit('click', {});
            const actionIndex = notice.actions.findIndex(({ text }) => text === label);
            if (actionIndex < 0) throw new Error(`“${of}” has no button “${label}”.`);
            notice.emit('action', { actionIndex }, actionIndex);
          },
          { of: title, label: button },
        ),
      pressHotkey: () =>
        started.electron.evaluate(() => {
          const press = shellRecord.seen.hotkeys.get('CommandOrControl+Shift+Space');
          if (!press) throw new Error('The key for the whole computer was not taken.');
          const at = Date.now();
          press();
          return at;
        }),
      sleep: (milliseconds) =>
        started.electron.evaluate(({ powerMonitor }, slept) => {
          const Awake = Date;
          powerMonitor.emit('suspend');
          globalThis.Date = class extends Awake {
            constructor(...parts: [never]) {
              super(...(parts.length > 0 ? parts : ([Awake.now() + slept] as [never])));
            }
            static override now = () => Awake.now() + slept;
          } as DateConstructor;
          powerMonitor.emit('resume');
        }, milliseconds),
      async bar() {
        const isBar = (page: Page) => page.url().endsWith('#/command-bar');
        await expect.poll(() => started.electron.windows().some(isBar)).toBe(true);
        const page = started.electron.windows().find(isBar);
        if (!page) throw new Error('The command bar was closed.');
        return page;
      },
      windows: () =>
        started.electron.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((window) => ({
            url: window.webContents.getURL(),
            isVisible: window.isVisible(),
            isFocused: window.isFocused(),
            bounds: window.getBounds(),
          })),
        ),
      async startAgain(...args) {
        const program = isReal ? await started.electron.evaluate(({ app }) => app.getPath('exe')) : standIn;
        const child = spawn(program, ['--no-sandbox', projectFolder, '--data-dir', folder.path, ...args], {
          cwd: projectFolder,
          env: { ...process.env, ...ownEnvironment(home) },
          stdio: 'ignore',
        });
        return new Promise((resolve) => child.once('exit', resolve));
      },
      async restart(...args) {
        await started.electron.close();
        complaints.push(...started.complaints);
        started = await start(starting, args);
      },
    };
    await use(desktop);
    await started.electron.close();
    folder.remove();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    const unexpected = [...complaints, ...started.complaints].filter((each) => !mayComplain?.test(each));
    expect(unexpected).toEqual([]);
  },
});

async function putOff(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Do it later' }).click();
  await expect(page.getByRole('textbox', { name: 'What do you want done?' })).toBeVisible();
}

// Where the runtime was asked for and is not there, nothing of this could run: that is said, and never a pass.
if (isReal && !existsSync(join(projectFolder, 'node_modules/electron/dist')))
  throw new Error(
    'LIFE_OS_ELECTRON=real, but Electron itself is not here: run “node node_modules/electron/install.js”.',
  );

export { expect };

/** What `tests/electron-host/record-calls.cjs` keeps in the main process, where these functions are carried to. */
type RecordedItem = { label: string; checked: boolean; submenu?: { items: RecordedItem[] }; click(): void };
type RecordedNotice = {
  title: string;
  body: string;
  actions: { text: string }[];
  emit(name: string, ...args: unknown[]): void;
};
declare const shellRecord: {
  calls: Call[];
  seen: {
    tray: { items: RecordedItem[] };
    trayImage: string;
    trayTip: string;
    notices: RecordedNotice[];
    hotkeys: Map<string, () => void>;
  };
};
