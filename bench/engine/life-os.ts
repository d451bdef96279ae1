import type { Contender } from './contender.ts';
import type { CoreFigures, CoreRequest } from './figures.ts';
import { runInChild } from './run-in-child.ts';
import type { SeedRequest } from './seed-history.ts';
import type { Shape } from './shapes.ts';
import { inWorkFolder, profileFolder } from './work-folder.ts';

/** Before it is compared with itself: else the first of the two would pay for the start. */
const WARM_UP_RUNS = 20;

export type Programs = Readonly<Record<'drive-core' | 'seed-history', string>>;

/** The core on a fresh folder, as cold as its peers. */
export const lifeOs = (programs: Programs, cpuProfile: boolean): Contender => ({
  name: 'Life OS',
  says: 'SQLite, WAL, synchronous=FULL',
  run: (shape) =>
    inWorkFolder((folder) => {
      const request: CoreRequest = { shape, folder, warmUpRuns: 0 };
      const execArgv = cpuProfile ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [];
      return runInChild<CoreFigures>(programs['drive-core'], request, { execArgv });
    }),
});

export type FlatCost = { readonly events: number; readonly before: CoreFigures; readonly after: CoreFigures };

/** What a step costs in a new database, and in the same one once its log holds so many events. */
export const measureFlatCost = (programs: Programs, events: number): Promise<FlatCost> =>
  inWorkFolder(async (folder) => {
    const shape: Shape = { id: 'a', says: '200 runs of 10 steps', runs: 200, kind: 'chain', steps: 10 };
    const request: CoreRequest = { shape, folder, warmUpRuns: WARM_UP_RUNS };
    const seed: SeedRequest = { folder, events };
    const before = await runInChild<CoreFigures>(programs['drive-core'], request);
    const seeded = await runInChild<{ events: number }>(programs['seed-history'], seed);
    const after = await runInChild<CoreFigures>(programs['drive-core'], request);
    return { events: seeded.events, before, after };
  });
