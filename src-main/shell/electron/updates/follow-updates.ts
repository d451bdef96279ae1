import { join } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import type { Log } from '#main/seams.ts';
import type { UpdateSource } from '#main/shell/electron/updates/update-source.ts';

/** Long after the window stands, and then once a day. */
const FIRST_LOOK_MS = 60_000;
const LOOK_AGAIN_MS = 24 * 3_600_000;

export type Updates = {
  /** Looks for a new version now. */
  look(): void;
};

/**
 * Looks for new versions, fetches one and puts it in place when the app is quit. It never goes back to an older one.
 * `onReady` is told once the version that the next start will be.
 */
export function followUpdates(source: UpdateSource, log: Log, onReady: (version: string) => void): Updates {
  let updater: Promise<AppUpdater> | null = null;
  let told: string | null = null;

  /** A version that is in place already is found again by each look, and told of once. */
  function tell(version: string): void {
    if (version === told) return;
    told = version;
    onReady(version);
  }

  async function open(): Promise<AppUpdater> {
    const [{ default: library }, { SignedProvider }] = await Promise.all([
      import('electron-updater'),
      import('#main/shell/electron/updates/signed-provider.ts'),
    ]);
    const { autoUpdater } = library;
    autoUpdater.logger = null;
    autoUpdater.updateConfigPath = join(process.resourcesPath, 'update.yml');
    autoUpdater.autoDownload = true;
    autoUpdater.autoInstallOnAppQuit = true;
    autoUpdater.allowPrerelease = false;
    autoUpdater.allowDowngrade = false;
    autoUpdater.setFeedURL({ ...source, provider: 'custom', updateProvider: SignedProvider as never });
    autoUpdater.on('update-downloaded', ({ version }) => tell(version));
    autoUpdater.on('error', (error) => log.error({ error }, 'a new version could not be fetched'));
    return autoUpdater;
  }

  function look(): void {
    updater ??= open();
    updater
      .then((opened) => opened.checkForUpdates())
      // The file comes by a promise of its own, which nobody else waits for.
      .then((found) => found?.downloadPromise)
      // What went wrong with one look was told to `error`; the next look is tomorrow.
      .catch((error: unknown) => log.info({ error }, 'it could not be looked for a new version'));
  }

  setTimeout(look, FIRST_LOOK_MS).unref();
  setInterval(look, LOOK_AGAIN_MS).unref();
  return { look };
}
