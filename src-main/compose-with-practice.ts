import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { connectors as shippedConnectors } from '#connectors/registry.ts';
import { NewMemoryItemSchema } from '#contract/model/memory-item.ts';
import { type ComposeOptions, composeLifeOs, type LifeOs } from '#main/compose.ts';
import { fillPractice } from '#main/practice/fill-practice.ts';
import { emptyKeychain, noFetch } from '#main/practice/no-way-out.ts';
import { practiceConnectors } from '#main/practice/practice-connectors.ts';
import { createPracticeRoom, type PracticeRoom } from '#main/practice/practice-room.ts';
import people from '#resources/practice/people.json' with { type: 'json' };

const FOLDER = 'practice';

export type BothLives = {
  readonly own: LifeOs;
  readonly practice: PracticeRoom<LifeOs>;
  wake(): void;
  close(): Promise<void>;
};

/** The person's own life, and beside it the room for the practice life: two cores that share nothing but the program. */
export async function composeWithPractice(options: ComposeOptions): Promise<BothLives> {
  const { dataFolder, log } = options;
  const folder = join(dataFolder, FOLDER);
  const practice: PracticeRoom<LifeOs> = createPracticeRoom(
    folder,
    () => composePractice({ ...options, dataFolder: folder, practice }),
    log,
  );
  const own = await composeLifeOs({ ...options, practice });
  return {
    own,
    practice,
    wake() {
      own.wake();
      void practice.ifOpen()?.then((life) => life.wake());
    },
    async close() {
      await practice.close();
      await own.close();
    },
  };
}

/** A core of its own: its folder, its database, its log. There is no way out of it: no network, no keychain, no browser. */
async function composePractice(options: ComposeOptions): Promise<LifeOs> {
  const { dataFolder, clock } = options;
  const connectors = practiceConnectors(options.connectors ?? shippedConnectors);
  const isNew = !existsSync(join(dataFolder, 'life-os.db'));
  if (isNew) {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await fillPractice(dataFolder, connectors, clock?.now() ?? new Date().toISOString());
  }
  const life = await composeLifeOs({
    ...options,
    isPractice: true,
    connectors,
    // A server of tools is another program, and no other program takes part.
    families: [],
    fetch: noFetch,
    keychain: emptyKeychain,
    environment: {},
    readSecret: async () => null,
    openLink: undefined,
  });
  if (isNew) await settleIn(life, connectors);
  return life;
}

/** Through the API, as a person would: who they know, and the accounts that they have. */
async function settleIn(life: LifeOs, connectors: ReturnType<typeof practiceConnectors>): Promise<void> {
  const api = createRouterClient(life.router, { context: life.contextFor('life-os') });
  for (const person of people) await api.memory.add({ item: NewMemoryItemSchema.parse(person) });
  for (const { provider, practice } of connectors) {
    if (practice) await api.integrations.connect({ provider, settings: practice.settings });
  }
}
