import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRouterClient, onError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MessageChannelMain,
  Notification,
  nativeTheme,
  protocol,
  session,
  shell,
  Tray,
} from 'electron';
import { toPlainError } from '#main/api/plain-errors.ts';
import type { LifeOs } from '#main/compose.ts';
import { type BothLives, composeWithPractice } from '#main/compose-with-practice.ts';
import type { Log } from '#main/seams.ts';
import { answerPermissions } from '#main/shell/electron/answer-permissions.ts';
import { APP_SCHEME, APP_URL, isPracticePage, PRACTICE_URL } from '#main/shell/electron/app-address.ts';
import { appMenu } from '#main/shell/electron/app-menu.ts';
import { focusAskBox, takeAskHotkey } from '#main/shell/electron/ask-hotkey.ts';
import { handOverPort } from '#main/shell/electron/hand-over-port.ts';
import { lockNavigation } from '#main/shell/electron/lock-navigation.ts';
import { changesTray, noticeFor } from '#main/shell/electron/notice-for.ts';
import { ownFlags } from '#main/shell/electron/own-flags.ts';
import { serveApp } from '#main/shell/electron/serve-app.ts';
import { trayMenu, trayTooltip } from '#main/shell/electron/tray-menu.ts';
import { windowOptions } from '#main/shell/electron/window-options.ts';
import { readFlags } from '#main/shell/read-flags.ts';
import { openLog } from '#main/telemetry/open-log.ts';

// The bundle stands in out/main/, beside out/preload/ and out/renderer/ and two steps below the project.
const fromBundle = (path: string) => fileURLToPath(new URL(path, import.meta.url));

protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(open).catch(stopWithSentence);
} else {
  app.quit();
}

async function open(): Promise<void> {
  const { dataFolder } = readFlags(ownFlags(process.argv.slice(1)));
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const log = openLog(dataFolder);
  const migrationsFolder = fromBundle('../../db/migrations');
  const lives = await composeWithPractice({
    dataFolder,
    version: app.getVersion(),
    migrationsFolder,
    log,
    openLink: (link) => void shell.openExternal(link),
    chooseFolder,
  });

  const lifeOs = lives.own;
  const pageFolder = fromBundle('../renderer');
  protocol.handle(APP_SCHEME, (request) => serveApp(pageFolder, request.url));
  answerPermissions(session.defaultSession);
  servePorts(lives, log);

  const window = openWindow((url) => {
    if (lifeOs.isOutward(url)) void shell.openExternal(url);
  });
  const show = (place = '') => {
    if (place !== '') void window.loadURL(`${APP_URL}#/${place}`);
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const ask = () => {
    show();
    focusAskBox(window.webContents, process.platform);
  };
  app.on('second-instance', () => show());
  app.on('activate', () => show());
  if (!takeAskHotkey(globalShortcut, ask)) log.info({}, 'another program has the key for the ask box');

  await openTray(lifeOs, show, ask);
  lifeOs.subscribe((event) => {
    const notice = noticeFor(event);
    if (notice === null || window.isFocused() || !Notification.isSupported()) return;
    const notification = new Notification({ title: notice.title, body: notice.body });
    notification.on('click', () => show(notice.opens));
    notification.show();
  });
  closeOnQuit(lives, window);
}

function servePorts({ own, practice }: BothLives, log: Log): void {
  const plain = (error: unknown) => {
    throw toPlainError(error, log);
  };
  const handler = new RPCHandler(own.router, { clientInterceptors: [onError(plain)] });
  const serve = async (port: Electron.MessagePortMain, pageUrl: string) => {
    const life = isPracticePage(pageUrl) ? await practice.begin() : own;
    handler.upgrade(port, { context: life.contextFor('you') });
    port.start();
  };
  handOverPort(
    ipcMain,
    () => new MessageChannelMain(),
    (port, pageUrl) => {
      serve(port, pageUrl).catch((error: unknown) => {
        log.error({ error }, 'the practice life could not be opened');
        port.close();
      });
    },
  );
}

function openWindow(leaveFor: (url: string) => void): BrowserWindow {
  const preload = fromBundle('../preload/preload.cjs');
  const icon = fromBundle('../../resources/icons/icon.png');
  const window: BrowserWindow = new BrowserWindow(
    windowOptions({ preload, icon, isDark: nativeTheme.shouldUseDarkColors }),
  );
  lockNavigation(window.webContents, leaveFor);
  const setUp = () => void window.loadURL(`${APP_URL}#/welcome`);
  const practise = () => void window.loadURL(PRACTICE_URL);
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(process.platform, { setUp, practise })));
  window.once('ready-to-show', () => window.show());
  void window.loadURL(APP_URL);
  return window;
}

async function openTray(lifeOs: LifeOs, show: (place?: string) => void, ask: () => void): Promise<void> {
  const api = createRouterClient(lifeOs.router, { context: lifeOs.contextFor('you') });
  const tray = new Tray(fromBundle('../../resources/icons/tray.png'));
  const choices = {
    open: () => show(),
    ask,
    showApprovals: () => show('approvals'),
    pause: () => void api.pause.everything(),
    // What paused by itself is refused here: it is looked at and confirmed in the window.
    resume: () => void api.pause.resume({ all: true }).catch(() => show()),
    quit: () => app.quit(),
  };
  const draw = async () => {
    const { waitingApprovals, paused } = await api.status.get();
    const state = { waiting: waitingApprovals, paused };
    tray.setToolTip(trayTooltip(state));
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(state, choices)));
    app.setBadgeCount(waitingApprovals);
  };
  tray.on('click', () => show());
  lifeOs.subscribe((event) => {
    if (changesTray(event)) void draw();
  });
  await draw();
}

/** Closing the window keeps reminders going in the tray; quitting lets what is out end before the process does. */
function closeOnQuit(lives: BothLives, window: BrowserWindow): void {
  let quitting = false;
  window.on('close', (event) => {
    if (quitting) return;
    event.preventDefault();
    window.hide();
  });
  app.on('before-quit', (event) => {
    if (quitting) return;
    quitting = true;
    event.preventDefault();
    globalShortcut.unregisterAll();
    lives.close().finally(() => app.quit());
  });
}

async function chooseFolder(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory'] });
  return canceled ? null : (filePaths[0] ?? null);
}

function stopWithSentence(error: unknown): void {
  dialog.showErrorBox('Life OS could not start', error instanceof Error ? error.message : String(error));
  app.exit(1);
}
