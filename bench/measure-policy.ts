import { execFileSync } from 'node:child_process';
import { projectFolder } from '#build/project-folder.ts';
import { bundlePrograms } from './engine/bundle-programs.ts';
import { type Measurement, median, percentile95 } from './measurement.ts';
import type { DecideManyAnswer } from './policy/decide-many.ts';

const PROMISE_US = 150;
const MOST_BYTES = 10_000_000;

const microseconds = (value: number): string => `${value.toFixed(0)} µs`;

/** From facts to verdict and reasons, every question a new one, with 60 rules in force. */
export async function measurePolicy(): Promise<Measurement[]> {
  const programs = await bundlePrograms('policy', ['decide-many']);
  const told = execFileSync(process.execPath, [programs['decide-many']], { cwd: projectFolder, maxBuffer: MOST_BYTES });
  const { inForce, verdicts, decided, bare } = JSON.parse(told.toString()) as DecideManyAnswer;
  const mix = Object.entries(verdicts)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ');
  const beside = median(bare);
  const row = (what: string, value: number, kept: boolean | null): Measurement => ({
    what,
    measured: microseconds(value),
    promise: `at most ${microseconds(PROMISE_US)}`,
    kept,
    beside: `one answer of bare Cedar (median): ${microseconds(beside)}`,
    ratio: value / beside,
  });
  return [
    row(
      `a decision with ${inForce} rules in force (median of ${decided.length}: ${mix})`,
      median(decided),
      median(decided) <= PROMISE_US,
    ),
    row('the same, 95 of 100 are faster', percentile95(decided), null),
  ];
}
