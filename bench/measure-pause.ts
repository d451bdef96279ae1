import { inWorkFolder } from './engine/work-folder.ts';
import { type Measurement, median, milliseconds } from './measurement.ts';
import { openSlowService, type SlowService } from './pause/slow-service.ts';
import { type SlowCore, startSlowCore } from './pause/start-slow-core.ts';
import { timeOfCommit } from './time-of-commit.ts';

const RUNS = 1000;
const PRESSES = 5;
const READS = 20;
const ANSWERS_AFTER_MS = 300;
/** So many requests are with the service when the button is pressed. */
const BUSY = 100;
const PROMISE_MS = 1000;

type Entry = { readonly seq: number; readonly body: { readonly kind: string } };
type Page = { readonly items: readonly Entry[]; readonly nextBefore: number | null };

/** What one press did, all times in milliseconds from the moment that the request left. */
type Pressed = {
  readonly inFlight: number;
  readonly underWay: number;
  readonly answered: number;
  /** When the last new request reached the service; 0 when none did any more. */
  readonly lastEffect: number;
  /** Effects that stand in the log as begun after the pause does. */
  readonly tooLate: number;
  /** A plain read under the same load, right before. */
  readonly read: number;
};

/** “Pause everything” over HTTP, while 1,000 requests are being worked on and the core has as much out as it ever has. */
export async function measurePause(): Promise<Measurement[]> {
  const commit = timeOfCommit();
  const service = await openSlowService(ANSWERS_AFTER_MS);
  const presses = await inWorkFolder(async (folder) => {
    const core = await startSlowCore(folder, service.origin);
    try {
      return await pressAgainAndAgain(core, service);
    } finally {
      await core.close();
    }
  });
  await service.close();
  const fewest = Math.min(...presses.map(({ inFlight }) => inFlight));
  const fewestOut = Math.min(...presses.map(({ underWay }) => underWay));
  const answered = Math.max(...presses.map((each) => each.answered));
  const lastEffect = Math.max(...presses.map((each) => each.lastEffect));
  const tooLate = presses.reduce((sum, each) => sum + each.tooLate, 0);
  const read = median(presses.map((each) => each.read));
  const load = `${fewest} requests in flight, ${fewestOut} calls out`;
  return [
    {
      what: `“pause everything” until it is on disk and answered, over HTTP (${load}; slowest of ${PRESSES})`,
      measured: milliseconds(answered),
      promise: `within ${milliseconds(PROMISE_MS)}`,
      kept: answered <= PROMISE_MS,
      beside: `a plain read under the same load: ${milliseconds(read)}`,
      ratio: answered / read,
    },
    {
      what: `the same, until the last new effect reaches its service; begun after the pause in the log: ${tooLate}`,
      measured: milliseconds(lastEffect),
      promise: `within ${milliseconds(PROMISE_MS)}, and none after it in the log`,
      kept: lastEffect <= PROMISE_MS && tooLate === 0,
      beside: `one durable commit of this disk: ${milliseconds(commit)}`,
      ratio: lastEffect / commit,
    },
  ];
}

async function pressAgainAndAgain(core: SlowCore, service: SlowService): Promise<Pressed[]> {
  const submit = (_: unknown, n: number) => core.call('POST', '/tasks', { intent: `Ask about parcel ${n}` });
  await Promise.all(Array.from({ length: RUNS }, submit));
  const presses: Pressed[] = [];
  for (let n = 0; n < PRESSES; n += 1) {
    await until(() => service.underWay() >= BUSY);
    presses.push(await press(core, service));
    await core.call('POST', '/resume', { all: true });
  }
  return presses;
}

async function press(core: SlowCore, service: SlowService): Promise<Pressed> {
  const reads: number[] = [];
  for (let n = 0; n < READS; n += 1) reads.push(await timeOf(() => core.call('GET', '/status')));
  await until(() => service.underWay() >= BUSY);
  const underWay = service.underWay();
  const { running } = await core.call<{ running: number }>('GET', '/status');
  const began = performance.now();
  await core.call('POST', '/pause');
  const answered = performance.now() - began;
  // Whatever was out has its answer by then, and whatever it would have freed would be out.
  await until(() => service.underWay() === 0);
  await new Promise((resolve) => setTimeout(resolve, 2 * ANSWERS_AFTER_MS));
  const last = service.arrivals.at(-1) ?? 0;
  return {
    inFlight: running,
    underWay,
    answered,
    lastEffect: Math.max(0, last - began),
    tooLate: await countBegunAfterPause(core),
    read: median(reads),
  };
}

/** By the order of the log, newest first, back to the pause. */
async function countBegunAfterPause(core: SlowCore): Promise<number> {
  let begun = 0;
  for (let before: number | null = null; ; ) {
    const page: Page = await core.call('GET', `/timeline?limit=500${before === null ? '' : `&before=${before}`}`);
    for (const { body } of page.items) {
      if (body.kind === 'pause.set') return begun;
      if (body.kind === 'effect.intended') begun += 1;
    }
    before = page.nextBefore;
    if (before === null) throw new Error('The pause does not stand in the log.');
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}
