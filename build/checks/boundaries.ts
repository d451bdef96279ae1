import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drawRooms, findRoomCircles } from '../documents/rooms.ts';
import { projectFolder } from '../project-folder.ts';
import type { Check, Findings } from './check.ts';
import { cruiseImports } from './cruise-imports.ts';

/** The folders whose imports are held against the rules. */
const cruisedFolders = [
  'contract',
  'policies',
  'connectors',
  'db',
  'src-main',
  'src-preload',
  'src-renderer',
  'sync-service',
  'tests',
  'bench',
  'evals',
];

/** The rules of `.dependency-cruiser.cjs`: who may import whom. */
export const boundaries: Check = {
  name: 'boundaries',
  async run() {
    const folders = cruisedFolders.filter((folder) => existsSync(join(projectFolder, folder)));
    return describeViolations(await cruiseImports(projectFolder, folders));
  },
};

export function describeViolations({ modules, summary }: Awaited<ReturnType<typeof cruiseImports>>): Findings {
  return {
    looked: `${summary.totalCruised} files, ${summary.totalDependenciesCruised ?? 0} imports`,
    problems: [
      ...summary.violations.map(({ from, to, rule, cycle }) => {
        const path = cycle === undefined ? to : cycle.map((step) => step.name).join(' → ');
        return `${from} → ${path}: ${rule.name}`;
      }),
      ...findRoomCircles(drawRooms(modules)).map((pair) => `${pair}: two rooms import each other`),
    ],
  };
}
