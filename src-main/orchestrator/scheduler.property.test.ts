import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PauseScope } from '#contract/model/pause.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { isStepOver } from '#contract/states/step-state.ts';
import { listEventsAfter } from '#db/repositories/events.ts';
import { listUndosIn } from '#db/repositories/undos.ts';
import { makeFolder, startLife, type TestLife } from '#main/compose-for-tests.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import { verifyLog } from '#main/events/verify-log.ts';
import { anyPlan, type DrawnPlan, toPlan } from '#main/orchestrator/drawn-plan-for-tests.ts';
import { type DrawnRemote, openDrawnRemote, pass } from '#main/orchestrator/drawn-remote-for-tests.ts';
import { foretell, foretellRun, readLog } from '#main/orchestrator/scheduler-model-for-tests.ts';
import { readStories } from '#main/stories-for-tests.ts';

/** More of them where the storm asks for it; `LIFE_OS_CHAOS_SEED` begins where a failure said. */
const STORIES = Number(process.env.LIFE_OS_CHAOS_SEEDS ?? 60);
const SEED = process.env.LIFE_OS_CHAOS_SEED === undefined ? {} : { seed: Number(process.env.LIFE_OS_CHAOS_SEED) };
const SECONDS_EACH = 5;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** So long nothing may move before the clock is set on. */
const QUIET_MS = 12;
/** So often the clock is set on before a run that does not end counts as stuck. */
const MOST_HOURS = 60;

type Doing =
  | { readonly kind: 'pause' | 'lift'; readonly scope: 'everything' | `${'domain' | 'connector'}:${string}` | number }
  | { readonly kind: 'answer' | 'answer-one' | 'settle' | 'cancel'; readonly run: number }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'wait'; readonly turns: number }
  | { readonly kind: 'submit' | 'resume-all' | 'restart' };

const RUNS = 3;
const someRun = fc.nat({ max: RUNS - 1 });
const anyDoing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'submit' } as const) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait'), turns: fc.nat({ max: 30 }) } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('pause', 'lift'),
      scope: fc.oneof(
        fc.constantFrom('everything', 'domain:travel', 'domain:everyday', 'connector:left', 'connector:far'),
        someRun,
      ),
    } as const),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('answer', 'answer-one', 'settle'), run: someRun } as const),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel'), run: someRun } as const) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass'), minutes: fc.nat({ max: 20 }) } as const) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'resume-all' }, { kind: 'restart' } as const) },
);

/** A no of the app is an answer too; anything else that goes wrong is a finding. */
async function press(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'CONFLICT')) throw error;
  });
}

/** The core, the world and the person of one story. */
async function openStory(plans: readonly DrawnPlan[]) {
  const folder = makeFolder();
  const remote: DrawnRemote = openDrawnRemote(plans);
  const made = Object.fromEntries(plans.map((plan, n) => [`plan ${n}`, toPlan(plan, n)]));
  const start = (from?: string) => startLife(made, { folder, beside: remote.connectors, from });
  let life: TestLife = await start();
  await life.trust();
  await life.api.integrations.connect({ provider: 'far' });
  const runs: string[] = [];

  const drawnOf = (runId: string, stepId: string) => plans[runs.indexOf(runId)]?.steps.find(({ id }) => id === stepId);

  async function answer(runId: string, most = Number.POSITIVE_INFINITY): Promise<void> {
    const waiting = life.run(runId).approvals.filter(({ status }) => status === 'waiting');
    const asked = waiting.slice(0, most);
    if (asked.length === 0) return;
    const isYes = (stepId: string) => drawnOf(runId, stepId)?.answer === 'yes';
    const approve = asked.filter(({ stepId }) => isYes(stepId)).map(({ id, digest }) => ({ approvalId: id, digest }));
    const decline = asked.filter(({ stepId }) => !isYes(stepId)).map(({ id }) => id);
    await press(life.api.workflows.approve({ id: runId, approve, decline }));
  }

  /** Says what became of what nobody could know, and of what was given up. */
  async function settle(runId: string): Promise<void> {
    for (const { id, state, failure } of life.run(runId).steps) {
      if (state !== 'blocked' || failure?.kind !== 'outcome-unknown') continue;
      const isThere = remote.done.has(`${runId}.${id}`);
      const isOver = isRunOver(life.run(runId).state);
      const otherwise = isOver ? 'leave-it' : (drawnOf(runId, id)?.ifNotThere ?? 'leave-it');
      const outcome = isThere ? 'it-happened' : otherwise;
      await press(life.api.workflows.settleStep({ id: runId, stepId: id, outcome }));
    }
    for (const letter of (await life.api.attention.get({})).deadLetters) {
      if (letter.runId !== runId) continue;
      const decision = drawnOf(runId, letter.stepId)?.ifGivenUp ?? 'discard';
      await press(life.api.attention.answerDeadLetter({ id: letter.id, decision }));
    }
  }

  async function submit(): Promise<void> {
    if (runs.length < plans.length) runs.push(await life.say(`plan ${runs.length}`));
  }

  async function carryOut(doing: Doing): Promise<void> {
    switch (doing.kind) {
      case 'submit':
        return submit();
      case 'wait':
        return pass(doing.turns);
      case 'pass':
        return life.pass(doing.minutes * MINUTE);
      case 'resume-all':
        return press(life.api.pause.resume({ all: true }));
      case 'restart': {
        const now = life.lifeOs.engine.journal.now();
        await life.close();
        life = await start(now);
        return;
      }
      case 'pause':
      case 'lift': {
        const run = typeof doing.scope === 'number' ? runs[doing.scope] : null;
        if (run === undefined) return;
        const scope = (run === null ? doing.scope : `run:${run}`) as PauseScope;
        const isOn = doing.kind === 'pause';
        const { pauses } = await (isOn
          ? life.api.pause.everything({ scope })
          : life.api.pause.resume({ resume: [scope] }));
        expect(pauses.some((pause) => pause.scope === scope)).toBe(isOn);
        return;
      }
      case 'answer':
      case 'answer-one':
      case 'settle':
      case 'cancel': {
        const runId = runs[doing.run];
        if (runId === undefined) return;
        if (doing.kind === 'settle') return settle(runId);
        if (doing.kind === 'cancel') return press(life.api.workflows.cancel({ id: runId }));
        return answer(runId, doing.kind === 'answer' ? undefined : 1);
      }
    }
  }

  const isAllOver = () =>
    listUndosIn(life.lifeOs.engine.journal.orm, 'open').length === 0 &&
    runs.every((id) => {
      const { state, steps } = life.run(id);
      return isRunOver(state) && steps.every((step) => isStepOver(step.state));
    });

  /** Everything is lifted and answered, and time goes by; nothing else may be needed for all to end. */
  async function comeToTheEnd(): Promise<void> {
    while (runs.length < plans.length) await submit();
    const { pauses } = await life.api.pause.get();
    const after = await life.api.pause.resume({ all: true, resume: pauses.map(({ scope }) => scope) });
    expect(after.pauses).toEqual([]);
    for (let hours = 0; !isAllOver(); ) {
      for (const runId of runs) {
        await answer(runId);
        await settle(runId);
      }
      if (isAllOver() || (await movesWithin(life, QUIET_MS))) continue;
      hours += 1;
      if (hours > MOST_HOURS) throw new Error(`Nothing moves any more:\n${tellStuck(life, runs)}`);
      life.pass(HOUR);
    }
  }

  return {
    runs,
    remote,
    carryOut,
    comeToTheEnd,
    life: () => life,
    async close() {
      await life.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether the log grows within so many milliseconds. */
function movesWithin(life: TestLife, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (moved: boolean) => {
      stop();
      clearTimeout(timer);
      resolve(moved);
    };
    const stop = life.lifeOs.subscribe(() => end(true));
    const timer = setTimeout(end, milliseconds, false);
  });
}

const tellStuck = (life: TestLife, runs: readonly string[]): string =>
  runs
    .map((id) => life.run(id))
    .map(({ state, steps }) => `${state}: ${steps.map((step) => `${step.id} ${step.state}`).join(', ')}`)
    .join('\n');

type Story = Awaited<ReturnType<typeof openStory>>;

/** Holds what stands, what the log tells and what the world has seen against what was foretold. */
function expectAsForetold({ life, runs, remote }: Story, plans: readonly DrawnPlan[]): void {
  const { orm } = life().lifeOs.engine.journal;
  expect(verifyLog(orm).whole, 'the log is whole').toBe(true);
  const { told, stands } = readStories(orm);
  expect(stands, 'the log tells what stands').toEqual(told);
  const byRun = new Map(runs.map((id, n) => [id, plans[n] as DrawnPlan]));
  const read = readLog(listEventsAfter(orm, 0, 1_000_000).map(readEventRow), byRun);
  expect(read.problems).toEqual([]);

  const done: string[] = [];
  const undone: string[] = [];
  for (const [runId, plan] of byRun) {
    const story = read.runs.get(runId);
    const run = life().run(runId);
    const foretold = foretell(plan, story?.leftOut ?? new Set());
    const ends = [...foretold].map(([id, { end }]) => [id, end] as const);
    const states = run.steps.map(({ id, state }) => [id, state] as const);
    if (story?.isStopped) {
      expect(run.state).toBe('canceled');
      const bySteps = new Map(ends);
      // Whatever it came to by then, nothing came to more than it would have.
      for (const [id, state] of states) expect([bySteps.get(id), 'skipped', 'failed']).toContain(state);
    } else {
      expect(states).toEqual(ends);
      expect(run.state).toBe(foretellRun(ends.map(([, end]) => end)));
    }
    const succeeded = plan.steps.filter(({ id, verb }) => {
      return verb !== 'look' && run.steps.find((step) => step.id === id)?.state === 'succeeded';
    });
    done.push(...succeeded.map(({ id }) => `${runId}.${id}`));
    undone.push(...[...(story?.takenBack ?? [])].map((id) => `${runId}.${id}`));
    const isTakenBack = run.state === 'failed' && plan.ifFails === 'undo';
    // What the person said happened is not known well enough to be taken back.
    const known = succeeded.filter(({ id }) => foretold.get(id)?.yields !== null).map(({ id }) => id);
    if (!story?.isStopped) {
      expect([...(story?.takenBack ?? [])].toSorted()).toEqual(isTakenBack ? known.toSorted() : []);
    }
  }
  expect([...remote.done].toSorted(), 'each effect is done once').toEqual(done.map((key) => [key, 1]).toSorted());
  expect([...remote.undone].toSorted(), 'each is taken back once').toEqual(undone.map((key) => [key, 1]).toSorted());
  expect(life().errors).toEqual([]);
}

it('any plans, in any world, with any pauses, answers and stops: what the model says, once and in order', {
  timeout: STORIES * SECONDS_EACH * 1000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPlan, { minLength: 1, maxLength: RUNS }),
      fc.array(anyDoing, { maxLength: 16 }),
      async (plans, doings) => {
        const story = await openStory(plans);
        try {
          await story.carryOut({ kind: 'submit' });
          for (const doing of doings) await story.carryOut(doing);
          await story.comeToTheEnd();
          expectAsForetold(story, plans);
        } finally {
          await story.close();
        }
      },
    ),
    { numRuns: STORIES, ...SEED },
  );
});
