import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { beforeAll, expect, it } from 'vitest';
import { type BuiltApp, buildApp, makeDataFolder, startBuiltApp } from '../peers/built-app.ts';
import { drawFrom } from './draw-from.ts';

const KILLS = Number(process.env.LIFE_OS_CHAOS_KILLS ?? 15);
const MINUTES = 900_000;
/** A run of the main sentence, with one step taken back, writes about this many entries into the log. */
const ENTRIES = 45;
const SENTENCE =
  'Put dentist on Thursday at 3pm, remind me to pay the rent on the 1st of every month, and draft an email to ana@example.com that I’ll be 10 minutes late';
const KINDS = ['calendar', 'reminders', 'drafts'] as const;
const LOOK_AGAIN_MS = 3;
type Kind = (typeof KINDS)[number];

type Run = {
  readonly id: string;
  readonly state: string;
  readonly steps: readonly { id: string; action: string; state: string; undo: { state: string; available: boolean } }[];
  readonly approvals: readonly {
    id: string;
    digest: string;
    status: string;
    card: { conflicts?: readonly unknown[] };
  }[];
};

/** The process is gone; everything else that goes wrong is a finding. */
class Gone extends Error {}

beforeAll(buildApp, MINUTES);

it(`does every effect exactly once and loses nothing, killed ${KILLS} times at random moments`, {
  timeout: MINUTES,
}, async () => {
  const seed = Number(process.env.LIFE_OS_CHAOS_SEED ?? Date.now() % 1_000_000);
  console.log(`The kills are drawn from the seed ${seed}; LIFE_OS_CHAOS_SEED=${seed} repeats them.`);
  const random = drawFrom(seed);
  const folder = makeDataFolder();
  let app = await startBuiltApp(folder.path);
  let inTheMiddle = 0;
  try {
    for (let n = 0; n < KILLS; n += 1) {
      // One in four keeps everything; the others take one step back while the killing goes on.
      const takesBack = KINDS[Math.floor(random() * 4)];
      const killing = killAfter(app, Math.floor(random() * ENTRIES), random() * 4);
      const finished = await seeThrough(app, `request ${n}`, takesBack).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Gone) return false;
          throw error;
        },
      );
      if (!finished) inTheMiddle += 1;
      await killing.now();
      app = await startBuiltApp(folder.path);
      await seeThrough(app, `request ${n}`, takesBack);
      await expectEachOnce(app, n + 1);
    }
    console.log(`${inTheMiddle} of ${KILLS} kills struck while the request was under way.`);
    expect(inTheMiddle).toBeGreaterThan(KILLS / 3);
    expect(await ask(app, 'GET', '/timeline/verification')).toMatchObject({ whole: true, firstBrokenSeq: null });
  } finally {
    await app.stop();
    folder.remove();
  }
});

/** What a person does, again from the start after each restart: ask, say yes, wait, take one step back. */
async function seeThrough(app: BuiltApp, requestId: string, takesBack: Kind | undefined): Promise<void> {
  const { runId } = await ask<{ runId: string }>(app, 'POST', '/tasks', { intent: SENTENCE, requestId });
  for (;;) {
    const run = await ask<Run>(app, 'GET', `/workflows/${runId}`);
    if (run.state === 'failed' || run.state === 'canceled') throw new Error(`The run ended ${run.state}.`);
    const waiting = run.approvals.filter(({ status }) => status === 'waiting');
    if (run.state === 'waiting_approval') {
      // The same hour again and again: the person wants both.
      const approve = waiting.map(({ id, digest, card }) => ({
        approvalId: id,
        digest,
        ...(card.conflicts ? { choice: 'anyway' } : {}),
      }));
      await ask(app, 'POST', `/workflows/${runId}/approve`, { approve });
    } else if (run.state === 'completed') {
      const step = run.steps.find(({ action }) => action.startsWith(`${takesBack}.`));
      if (step === undefined || step.undo.state === 'undone') return;
      await ask(app, 'POST', `/workflows/${runId}/steps/${step.id}/undo`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** Every request has each of its effects once: on disk, in the list of alarms, and told in the log. */
async function expectEachOnce(app: BuiltApp, requests: number): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>(app, 'GET', '/workflows?limit=200');
  expect(items).toHaveLength(requests);
  const runs = await Promise.all(items.map(({ id }) => ask<Run>(app, 'GET', `/workflows/${id}`)));
  const steps = runs.flatMap((run) => run.steps);
  expect(steps.filter(({ state }) => state !== 'succeeded')).toEqual([]);
  const standing = (kind: Kind) =>
    steps.filter(({ action, undo }) => action.startsWith(`${kind}.`) && undo.state !== 'undone').length;
  const { items: schedules } = await ask<{ items: unknown[] }>(app, 'GET', '/schedules');
  expect({
    calendar: countEvents(app.dataFolder),
    reminders: schedules.length,
    drafts: namesIn(app.dataFolder, 'drafts').filter((name) => name.endsWith('.eml')).length,
  }).toEqual({ calendar: standing('calendar'), reminders: standing('reminders'), drafts: standing('drafts') });
}

function countEvents(dataFolder: string): number {
  const path = join(dataFolder, 'calendar/personal.ics');
  if (!existsSync(path)) return 0;
  return new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8'))).getAllSubcomponents('vevent').length;
}

const namesIn = (dataFolder: string, name: string): string[] => {
  const path = join(dataFolder, name);
  return existsSync(path) ? readdirSync(path) : [];
};

/** Kills the app once it has told so many more entries of its log, and so many milliseconds later. */
function killAfter(app: BuiltApp, entries: number, milliseconds: number) {
  const stop = new AbortController();
  const killed = (async () => {
    await waitForEntries(app, entries, stop.signal).catch(() => {});
    if (!stop.signal.aborted) await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await app.kill();
  })();
  return {
    /** Kills it now if it still runs. */
    async now() {
      stop.abort();
      await killed;
    },
  };
}

async function waitForEntries(app: BuiltApp, entries: number, signal: AbortSignal): Promise<void> {
  const headers = { authorization: `Bearer ${app.token}`, accept: 'text/event-stream' };
  const response = await fetch(`${app.origin}/api/v1/events`, { headers, signal });
  let left = entries;
  for await (const piece of response.body ?? []) {
    left -= Buffer.from(piece).toString().split('\ndata: ').length - 1;
    if (left <= 0) return;
  }
}

async function ask<T = unknown>(app: BuiltApp, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' };
  const sent = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
  const answer = await fetch(`${app.origin}/api/v1${path}`, sent).catch(() => null);
  const text = await answer?.text().catch(() => null);
  if (!answer || text === null || text === undefined) throw new Gone('The app is gone.');
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}
