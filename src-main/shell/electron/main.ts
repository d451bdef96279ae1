import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, protocol } from 'electron';
import { APP_SCHEME } from '#main/shell/electron/app-address.ts';
import { placeInArguments, placeOfLink } from '#main/shell/electron/deep-link.ts';
import { openShell } from '#main/shell/electron/open-shell.ts';
import { ownFlags } from '#main/shell/electron/own-flags.ts';
import { QUIET_FLAG } from '#main/shell/electron/start-at-login.ts';
import { shellWords } from '#main/shell/electron/words.ts';
import { readFlags } from '#main/shell/read-flags.ts';

protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

const args = process.argv.slice(1);
/** Where a link led while there was no window yet. */
let firstPlace = placeInArguments(args) ?? '';
let show = (place?: string): void => {
  firstPlace = place ?? firstPlace;
};

// macOS tells of a link so early that nothing else may come before it.
app.on('open-url', (event, link) => {
  event.preventDefault();
  const place = placeOfLink(link);
  if (place !== null) show(place);
});
app.on('second-instance', (_event, others) => {
  if (!others.includes(QUIET_FLAG)) show(placeInArguments(others) ?? undefined);
});

try {
  start();
} catch (error) {
  stopWithSentence(error);
}

function start(): void {
  const flags = readFlags(ownFlags(args));
  mkdirSync(flags.dataFolder, { recursive: true, mode: 0o700 });
  // What the window's own engine keeps stands with everything else, and one folder is open in one process only.
  app.setPath('userData', join(flags.dataFolder, 'window'));
  // Windows shows notices only of a program that it knows by this name; it is that of electron-builder.yml.
  app.setAppUserModelId('app.lifeos.desktop');
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app
    .whenReady()
    .then(() => openShell(flags, () => firstPlace))
    .then((open) => {
      show = open;
    })
    .catch(stopWithSentence);
}

function stopWithSentence(error: unknown): void {
  dialog.showErrorBox(shellWords.didNotStart, error instanceof Error ? error.message : String(error));
  app.exit(1);
}
