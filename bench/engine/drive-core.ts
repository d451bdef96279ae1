// A program of its own: gives one shape to the core on a folder and tells its parent what that took.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { percentile } from '../measurement.ts';
import { answerParent, readRequest } from './answer-parent.ts';
import type { CoreFigures, CoreRequest } from './figures.ts';
import { runToTheEnd } from './run-to-the-end.ts';
import { stepsIn } from './shapes.ts';
import { startCore } from './start-core.ts';

/** Each sample of the monitor holds the time it meant to wait as well. */
const SAMPLED_EVERY_MS = 1;

const { shape, folder, warmUpRuns } = readRequest<CoreRequest>();
const core = await startCore(folder, shape);
await runToTheEnd(core, warmUpRuns);

const delay = monitorEventLoopDelay({ resolution: SAMPLED_EVERY_MS });
const writtenBefore = bytesWritten();
delay.enable();
const { seconds, latencies } = await runToTheEnd(core, shape.runs);
delay.disable();
const written = bytesWritten() - writtenBefore;
await core.lifeOs.close();

answerParent<CoreFigures>({
  steps: stepsIn(shape),
  seconds,
  latency: { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) },
  bytesPerStep: written / stepsIn(shape),
  peakBytes: peakBytes(),
  loopDelayP99: Math.max(0, delay.percentile(99) / 1e6 - SAMPLED_EVERY_MS),
});

/** What this process has given to the disk so far, as the kernel counts it. */
function bytesWritten(): number {
  return Number(/^write_bytes: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? Number.NaN);
}

/** The most memory of this program alone: `maxRSS` begins with that of whoever forked it. */
function peakBytes(): number {
  return 1024 * Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN);
}
