import { join } from 'node:path';
import { projectFolder } from '#build/project-folder.ts';
import type { Contender } from './contender.ts';
import type { BareRequest } from './drive-bare-sqlite.ts';
import type { Figures } from './figures.ts';
import { runInChild } from './run-in-child.ts';
import { inWorkFolder } from './work-folder.ts';

const STEPS = 10_000;

/** What this machine's disk and SQLite allow, whatever the shape: the rows of a step with nothing around them. */
const bareSqlite = (name: string, atOnce: number): Contender => ({
  name,
  says: 'four rows a step; SQLite, WAL, synchronous=FULL',
  run: () =>
    inWorkFolder((folder) => {
      const request: BareRequest = { folder, steps: STEPS, atOnce };
      return runInChild<Figures>(join(projectFolder, 'bench/engine/drive-bare-sqlite.ts'), request);
    }),
});

export const oneByOne = bareSqlite('bare SQLite, one step a commit', 1);
export const limits = [
  oneByOne,
  bareSqlite('bare SQLite, 10 a commit', 10),
  bareSqlite('bare SQLite, 50 a commit', 50),
];
