import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { speakChosen } from '#main/language/speak-chosen.ts';
import { readFlags } from '#main/shell/read-flags.ts';
import { openLog } from '#main/telemetry/open-log.ts';

/**
 * `npm start` without Electron: starts the core and its web door, and prints where it is. All that says a sentence is
 * loaded once the language is known.
 */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  mkdirSync(flags.dataFolder, { recursive: true, mode: 0o700 });
  const log = openLog(flags.dataFolder);
  const language = speakChosen({
    dataFolder: flags.dataFolder,
    // The bundle stands in out/main/, two steps below the project.
    languagesFolder: fileURLToPath(new URL('../../resources/languages', import.meta.url)),
    wanted: [new Intl.DateTimeFormat().resolvedOptions().locale],
    // Whoever started it holds its terminal, so it is theirs to start it again.
    startAgain: null,
    log,
  });
  const { start } = await import('#main/shell/web/start.ts');
  await start({ flags, log, language });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
