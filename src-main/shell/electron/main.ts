import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog, protocol } from 'electron';
import { speakChosen } from '#main/language/speak-chosen.ts';
import { APP_SCHEME } from '#main/shell/electron/app-address.ts';
import { placeInArguments, placeOfLink } from '#main/shell/electron/deep-link.ts';
import { ownFlags } from '#main/shell/electron/own-flags.ts';
import { startAgain } from '#main/shell/electron/start-again.ts';
import { QUIET_FLAG } from '#main/shell/electron/start-at-login.ts';
import { readFlags, type WebFlags } from '#main/shell/read-flags.ts';
import { openLog } from '#main/telemetry/open-log.ts';

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
  void stopWithSentence(error);
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
    .then(() => open(flags))
    .catch(stopWithSentence);
}

/** All that says a sentence is loaded once the language is known. */
async function open(flags: WebFlags): Promise<void> {
  const log = openLog(flags.dataFolder);
  const language = speakChosen({
    dataFolder: flags.dataFolder,
    // The bundle stands in out/main/, two steps below the project.
    languagesFolder: fileURLToPath(new URL('../../resources/languages', import.meta.url)),
    wanted: app.getPreferredSystemLanguages(),
    startAgain: () => startAgain(app, args, process.env.APPIMAGE),
    log,
  });
  const { openShell } = await import('#main/shell/electron/open-shell.ts');
  show = await openShell({ flags, log, language }, () => firstPlace);
}

async function stopWithSentence(error: unknown): Promise<void> {
  const { shellWords } = await import('#main/shell/electron/words.ts');
  dialog.showErrorBox(shellWords.didNotStart, error instanceof Error ? error.message : String(error));
  app.exit(1);
}
