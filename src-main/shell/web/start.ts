import { fileURLToPath } from 'node:url';
import { AlreadyOpenError } from '#db/open-database.ts';
import { whyNotStored } from '#db/why-not-stored.ts';
import { composeWithPractice } from '#main/compose-with-practice.ts';
import type { LanguageSetting } from '#main/language/language-setting.ts';
import type { Log } from '#main/seams.ts';
import type { WebFlags } from '#main/shell/read-flags.ts';
import { readOrMakeToken } from '#main/shell/web/api-token.ts';
import { openBrowser } from '#main/shell/web/open-browser.ts';
import { openWebDoor } from '#main/shell/web/open-door.ts';
import { notStoredWords } from '#main/storage/say-trouble.ts';
import manifest from '#package.json' with { type: 'json' };

// The bundle stands in out/main/, beside out/renderer/ and two steps below the project.
const fromBundle = (path: string) => fileURLToPath(new URL(path, import.meta.url));

type Start = { readonly flags: WebFlags; readonly log: Log; readonly language: LanguageSetting };

/** Opens the core and its web door. Rejects with a plain sentence of why that is not possible. */
export async function start(options: Start): Promise<void> {
  try {
    await open(options);
  } catch (error) {
    throw new Error(whyNotStarted(error), { cause: error });
  }
}

async function open({ flags, log, language }: Start): Promise<void> {
  const lives = await composeWithPractice({
    dataFolder: flags.dataFolder,
    version: manifest.version,
    migrationsFolder: fromBundle('../../db/migrations'),
    log,
    language,
    // Where no browser is opened, no link is either.
    openLink: flags.open ? openBrowser : undefined,
  });
  const token = readOrMakeToken(flags.dataFolder);
  const pageFolder = fromBundle('../renderer');
  const door = await openWebDoor({
    lifeOs: lives.own,
    practice: lives.practice,
    token,
    port: flags.port,
    pageFolder,
    log,
  });
  const url = `http://127.0.0.1:${door.port}/#token=${token}`;
  console.log(`Life OS is ready: ${url}`);
  if (flags.open) openBrowser(url);

  const stop = () => {
    door
      .close()
      .then(() => lives.close())
      .finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function whyNotStarted(error: unknown): string {
  if (error instanceof AlreadyOpenError)
    return `${error.message} Close it first, or name another folder with --data-dir.`;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'Another program uses this port. Name another one: npm start -- --port 4311';
  }
  const trouble = whyNotStored(error);
  if (trouble !== null) return notStoredWords[trouble];
  return error instanceof Error ? error.message : String(error);
}
