import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Log } from '#main/seams.ts';

/** What the API needs of it. */
export type PracticeDoor = {
  /** Opens it when it is not open; resolves once it can be used. */
  begin(): Promise<unknown>;
  /** From now on nothing of it is served; it is closed and deleted behind that. */
  leave(): void;
};

/** The one practice life of a running app: a second core on a folder of its own, there only while one rehearses. */
export type PracticeRoom<Life> = Omit<PracticeDoor, 'begin'> & {
  begin(): Promise<Life>;
  /** Null while nobody rehearses. What was not left when the app ended is opened again, for the page that still shows it. */
  now(): Promise<Life> | null;
  /** Null while it is closed, also where it would be opened again. */
  ifOpen(): Promise<Life> | null;
  /** As the app ends: what is there stays, so that a page that is open goes on after a restart. */
  close(): Promise<void>;
};

export function createPracticeRoom<Life extends { close(): Promise<void> }>(
  folder: string,
  compose: () => Promise<Life>,
  log: Log,
): PracticeRoom<Life> {
  let life: Promise<Life> | null = null;
  let leaving: Promise<void> = Promise.resolve();
  let wasLeft = false;

  async function end(left: Promise<Life> | null): Promise<void> {
    await left?.then((open) => open.close()).catch((error: unknown) => log.error({ error }, 'practice did not close'));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  function begin(): Promise<Life> {
    wasLeft = false;
    life ??= leaving.then(compose).catch((error: unknown) => {
      life = null;
      throw error;
    });
    return life;
  }

  return {
    begin,
    now: () => life ?? (wasLeft || !existsSync(folder) ? null : begin()),
    ifOpen: () => life,
    leave() {
      wasLeft = true;
      const left = life;
      life = null;
      leaving = leaving
        .then(() => end(left))
        .catch((error: unknown) => log.error({ error }, 'the practice folder could not be deleted'));
    },
    async close() {
      await leaving;
      await life?.then((open) => open.close());
    },
  };
}
