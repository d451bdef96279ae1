import { cpus, loadavg, totalmem } from 'node:os';
import { type Measurement, megabytes } from './measurement.ts';

/** What was measured, under a line of where; `beside` names what else was part of it. */
export function printTable(measurements: readonly Measurement[], beside: string): void {
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${megabytes(totalmem())}`;
  console.log(`\n${machine}, Node ${process.versions.node}, ${beside}, load ${loadavg()[0]?.toFixed(1)}\n`);
  console.log('| what | measured | promise | beside, in the same run | ratio |\n|---|---|---|---|---|');
  for (const { what, measured, promise, kept, beside: other, ratio } of measurements) {
    const held = kept === null ? '' : `${promise}: ${kept ? 'kept' : 'BROKEN'}`;
    console.log(`| ${what} | ${measured} | ${held} | ${other} | ${ratio.toFixed(1)} |`);
  }
}
