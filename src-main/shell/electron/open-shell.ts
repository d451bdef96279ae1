import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import {
  app,
  dialog,
  globalShortcut,
  Notification,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
} from 'electron';
import { composeWithPractice } from '#main/compose-with-practice.ts';
import type { LanguageSetting } from '#main/language/language-setting.ts';
import type { Log } from '#main/seams.ts';
import { answerPermissions } from '#main/shell/electron/answer-permissions.ts';
import { APP_SCHEME, PRACTICE_URL } from '#main/shell/electron/app-address.ts';
import { focusAskBox, takeAskHotkey } from '#main/shell/electron/ask-hotkey.ts';
import { closeOnQuit } from '#main/shell/electron/close-on-quit.ts';
import { openCommandBar } from '#main/shell/electron/command-bar.ts';
import { LINK_SCHEME } from '#main/shell/electron/deep-link.ts';
import { followPower } from '#main/shell/electron/follow-power.ts';
import { type Kept, readKept, writeKept } from '#main/shell/electron/keep-window.ts';
import { lockNavigation } from '#main/shell/electron/lock-navigation.ts';
import { type MainWindow, openMainWindow } from '#main/shell/electron/main-window.ts';
import { offerContextMenu, openMenu } from '#main/shell/electron/open-menu.ts';
import { openTray } from '#main/shell/electron/open-tray.ts';
import { serveApp } from '#main/shell/electron/serve-app.ts';
import { servePorts } from '#main/shell/electron/serve-ports.ts';
import { startAtLogin } from '#main/shell/electron/start-at-login.ts';
import { tellOutside } from '#main/shell/electron/tell-outside.ts';
import { followUpdates, type Updates } from '#main/shell/electron/updates/follow-updates.ts';
import { updateSourceIn } from '#main/shell/electron/updates/update-source.ts';
import { groundColour } from '#main/shell/electron/window-options.ts';
import { shellWords } from '#main/shell/electron/words.ts';
import type { WebFlags } from '#main/shell/read-flags.ts';

// The bundle stands in out/main/, beside out/preload/ and out/renderer/ and two steps below the project.
const fromBundle = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const icon = (name: string) => fromBundle(`../../resources/icons/${name}`);

type Opening = { readonly flags: WebFlags; readonly log: Log; readonly language: LanguageSetting };

/**
 * Opens the core and every way to it that a desktop has. `firstPlace` says where the window begins. Answers with the way
 * to bring it in front, at a place of its page when one is named.
 */
export async function openShell(
  { flags: { dataFolder, quiet }, log, language }: Opening,
  firstPlace: () => string,
): Promise<(place?: string) => void> {
  const lives = await composeWithPractice({
    dataFolder,
    version: app.getVersion(),
    migrationsFolder: fromBundle('../../db/migrations'),
    log,
    language,
    openLink: (link) => void shell.openExternal(link),
    chooseFolder,
  });
  const lifeOs = lives.own;
  const api = createRouterClient(lifeOs.router, { context: lifeOs.contextFor('you') });

  const pageFolder = fromBundle('../renderer');
  protocol.handle(APP_SCHEME, (request) => serveApp(pageFolder, request.url, language.speaks));
  answerPermissions(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => {
    lockNavigation(contents, (url) => {
      if (lifeOs.isOutward(url)) void shell.openExternal(url);
    });
  });
  servePorts(lives, log);

  const { kept, keep } = keeper(join(app.getPath('userData'), 'shell.json'));
  const { window, show } = openWindow(kept, quiet || app.getLoginItemSettings().wasOpenedAtLogin, firstPlace(), keep);
  offerContextMenu(window);
  const menuChoices = {
    ask() {
      show();
      focusAskBox(window.webContents, process.platform);
    },
    go: show,
    pause: () => void api.pause.everything(),
    setUp: () => show('welcome'),
    practise: () => void window.loadURL(PRACTICE_URL),
    lookForUpdate: openUpdates(log)?.look ?? null,
    showLicences: app.isPackaged ? () => void shell.openPath(join(process.resourcesPath, 'licences.txt')) : null,
  };
  openMenu(menuChoices, { chosen: kept.checkSpelling, keep: (checkSpelling) => keep({ checkSpelling }) });

  const bar = openCommandBar(looks(), (runId) => show(`runs/${runId}`));
  if (!takeAskHotkey(globalShortcut, bar.toggle)) log.info({}, 'another program has the key for the ask box');
  await openTray({ lifeOs, api, window, startAtLogin: loginStart(), log, icon, show, ask: bar.toggle });
  tellOutside({ lifeOs, api, log, isInFront: () => window.isFocused(), show });
  // A copy that is worked on does not take the links of the one that is installed.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME, app.getPath('exe'), ['--']);
  app.on('activate', () => show());
  followPower(powerMonitor, lives.wake, () => app.quit());
  closeOnQuit(window, () => lives.close());
  return show;
}

const looks = () => ({
  preload: fromBundle('../preload/preload.cjs'),
  icon: icon('icon.png'),
  isDark: nativeTheme.shouldUseDarkColors,
});

function openWindow(kept: Kept, quiet: boolean, place: string, keep: (part: Partial<Kept>) => void): MainWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const main = openMainWindow({ looks: looks(), kept, screens, quiet, place, keep });
  nativeTheme.on('updated', () => main.window.setBackgroundColor(groundColour(nativeTheme.shouldUseDarkColors)));
  return main;
}

/** What the shell keeps over a restart, and the way to change a part of it. */
function keeper(file: string): { kept: Kept; keep(part: Partial<Kept>): void } {
  const kept = readKept(file);
  return {
    kept,
    keep(part) {
      Object.assign(kept, part);
      writeKept(file, kept);
    },
  };
}

/** Null where the app was packed without saying where its new versions come from. */
function openUpdates(log: Log): Updates | null {
  const manifest: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
  const source = updateSourceIn(manifest);
  if (source === null) return null;
  return followUpdates(source, log, (version) => {
    const { newVersion, newVersionSays } = shellWords;
    if (Notification.isSupported()) new Notification({ title: newVersion, body: newVersionSays(version) }).show();
  });
}

function loginStart() {
  const program = app.getPath('exe');
  const command = app.isPackaged ? [process.env.APPIMAGE ?? program] : [program, resolve(app.getAppPath())];
  const configHome = process.env.XDG_CONFIG_HOME;
  return startAtLogin({ platform: process.platform, app, command, home: homedir(), configHome });
}

async function chooseFolder(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory'] });
  return canceled ? null : (filePaths[0] ?? null);
}
