import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StepState } from '#contract/model/run.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { toldStepState } from '#contract/states/told-step-state.ts';
import { listEventsAfter } from '#db/repositories/events.ts';
import { listRunsIn } from '#db/repositories/runs.ts';
import { makeFolder, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import { verifyLog } from '#main/events/verify-log.ts';
import { createLedger, entriesIn, type Ledger, rowsIn } from '#main/ledger-for-tests.ts';

const SENTENCE = 'everything at once';
const plans = {
  [SENTENCE]: planOf(
    step('read', 'look'),
    step('draft', 'draft'),
    step('write', 'write'),
    step('send', 'send'),
    step('pay', 'pay', { dependsOn: ['draft'] }),
    step('write', 'late', {
      dependsOn: ['look', 'write'],
      args: { entry: 'late', text: { from: 'write', path: '/entry' } },
    }),
    step('draft', 'unwanted', {
      dependsOn: ['look'],
      when: { value: { from: 'look', path: '/entries' }, is: 'not-empty' },
    }),
  ),
};
/** Each moment is a whole start of its own. */
const MINUTES = 180_000;
const EFFECTS = ['draft', 'late', 'pay', 'send', 'write'];

/** What the disk held at one moment, as a process that was killed then leaves it. */
type Moment = { readonly name: string; readonly folder: string };

/** Copies the data folder at every entry of the log and around every effect. */
function photograph(life: Pick<TestLife, 'folder' | 'ledger'>, shelf: string) {
  const moments: Moment[] = [];
  const take = (name: string) => {
    const folder = join(shelf, String(moments.length));
    const kept = (path: string) => !/(in-use\.lock|-shm)$/.test(path);
    cpSync(life.folder, folder, { recursive: true, filter: kept });
    moments.push({ name, folder });
  };
  life.ledger.watch(take);
  return { moments, take };
}

/** The person: says yes to what is asked, and what they see in the ledger when nobody else can know. */
async function seeThrough(life: TestLife, runId: string): Promise<void> {
  for (;;) {
    const run = await life.still(runId);
    if (isRunOver(run.state)) return;
    const unsure = run.steps.filter(({ state, failure }) => state === 'blocked' && failure?.kind === 'outcome-unknown');
    for (const { id } of unsure) {
      const outcome = entriesIn(life.folder).includes(id) ? 'it-happened' : 'do-it-again';
      await life.api.workflows.settleStep({ id: runId, stepId: id, outcome });
    }
    if (life.run(runId).approvals.some(({ status }) => status === 'waiting')) await life.approve(runId);
    await life.until(() => life.run(runId).state !== 'waiting_approval');
  }
}

/** The log tells exactly the states that stand in the tables: they were written together. */
function expectOneStory(life: TestLife): void {
  const { orm } = life.lifeOs.engine.journal;
  expect(verifyLog(orm).whole).toBe(true);
  const told = new Map<string, string>();
  for (const { body, runId, stepId } of listEventsAfter(orm, 0, 10_000).map(readEventRow)) {
    if (body.kind === 'task.submitted') told.set(`run ${runId}`, 'queued');
    if (body.kind === 'run.changed') told.set(`run ${runId}`, body.to);
    if (body.kind === 'plan.made') for (const { id } of body.steps) told.set(`step ${runId} ${id}`, 'pending');
    const state = toldStepState(body);
    if (state) told.set(`step ${runId} ${stepId}`, untouched(state));
    if (body.kind === 'approval.asked') told.set(`card ${body.approvalId}`, 'waiting');
    if (body.kind === 'approval.answered') told.set(`card ${body.approvalId}`, body.status);
    if (body.kind.startsWith('undo.')) told.set(`undo ${runId} ${stepId}`, body.kind);
  }
  const stands = new Map<string, string>();
  const undone = { none: null, running: 'undo.intended', undone: 'undo.happened', failed: 'undo.failed' } as const;
  for (const { id } of listRunsIn(orm, [
    'queued',
    'planning',
    'waiting_approval',
    'executing',
    'completed',
    'failed',
    'canceled',
  ])) {
    const run = life.run(id);
    stands.set(`run ${id}`, run.state);
    for (const each of run.steps) {
      stands.set(`step ${id} ${each.id}`, untouched(each.state));
      const undo = undone[each.undo.state];
      if (undo) stands.set(`undo ${id} ${each.id}`, undo);
    }
    for (const card of run.approvals) stands.set(`card ${card.id}`, card.status);
  }
  expect(Object.fromEntries(stands)).toEqual(Object.fromEntries(told));
}

/** That the dependencies of a step are met is no news, so the log does not tell these two apart. */
const untouched = (state: StepState): string => (state === 'ready' ? 'pending' : state);

/** Starts on what a crash left, sees the run through, and finds each effect once. */
async function recover({ name, folder }: Moment, options: { ledger?: Ledger; undone?: string[] } = {}): Promise<void> {
  const life = await startLife(plans, { folder, ledger: options.ledger, from: '2026-11-24T12:00:00.000Z' });
  try {
    expectOneStory(life);
    const [run] = (await life.api.workflows.list({})).items;
    if (run) await seeThrough(life, run.id);
    const takenBack = run
      ? life
          .run(run.id)
          .steps.filter(({ undo }) => undo.state === 'undone')
          .map(({ id }) => id)
      : [];
    const wanted = run ? EFFECTS.filter((effect) => !takenBack.includes(effect)) : [];
    expect(entriesIn(folder).sort(), name).toEqual(wanted);
    if (run) expect(life.run(run.id).state, name).toBe('completed');
    for (const { key, entry } of rowsIn(folder)) expect(key, name).toBe(`${run?.id}.${entry}`);
    expectOneStory(life);
    expect(life.errors, name).toEqual([]);
  } finally {
    await life.close();
  }
}

describe('a process that is killed', () => {
  it('at any entry of the log or moment of an effect is taken up, and every effect is done exactly once', {
    timeout: MINUTES,
  }, async () => {
    const life = await startLife(plans);
    const { moments, take } = photograph(life, makeFolder());
    life.lifeOs.subscribe(({ seq, body }) => take(`${seq} ${body.kind}`));
    take('0 nothing yet');
    const runId = await life.say(SENTENCE);
    await seeThrough(life, runId);
    expect(entriesIn(life.folder).sort()).toEqual(EFFECTS);
    await life.close();

    expect(moments.length).toBeGreaterThan(45);
    for (const moment of moments) await recover(moment);
  });

  it('in the middle of taking back goes on taking back, each thing once', { timeout: MINUTES }, async () => {
    const life = await startLife(plans);
    const runId = await life.say(SENTENCE);
    await seeThrough(life, runId);
    const { moments, take } = photograph(life, makeFolder());
    life.lifeOs.subscribe(({ seq, body }) => take(`${seq} ${body.kind}`));
    await life.api.workflows.undo({ id: runId });
    expect(entriesIn(life.folder).sort()).toEqual(['pay', 'send']);
    await life.close();

    expect(moments.length).toBeGreaterThan(10);
    for (const moment of moments) await recover(moment);
  });

  it('again while it takes up what the last crash left is taken up all the same', { timeout: MINUTES }, async () => {
    const life = await startLife(plans);
    const { moments } = photograph(life, makeFolder());
    const runId = await life.say(SENTENCE);
    await seeThrough(life, runId);
    await life.close();

    for (const { folder, name } of moments.filter(({ name: each }) => each.startsWith('after'))) {
      const ledger = createLedger();
      const { moments: during, take } = photograph({ folder, ledger }, makeFolder());
      let starting = true;
      const onTick = () => starting && take(`write ${during.length} of the start`);
      const second = await startLife(plans, { folder, ledger, from: '2026-11-24T12:00:00.000Z', onTick });
      starting = false;
      await second.close();
      expect(during.length, name).toBeGreaterThan(1);
      for (const moment of during) await recover({ ...moment, name: `${name}, then ${moment.name}` });
    }
  });
});

describe('what is found after a crash', () => {
  it('with a connector that is gone is put before the person', async () => {
    const ledger = createLedger();
    const stuck = ledger.hold('draft', 'after');
    const life = await startLife({ [SENTENCE]: planOf(step('draft', 'draft')) }, { ledger });
    const runId = await life.say(SENTENCE);
    await stuck.arrived;
    const crashed = makeFolder();
    cpSync(life.folder, crashed, { recursive: true });
    stuck.release();
    await life.close();

    const without: Ledger = { ...createLedger(), connectors: [] };
    const again = await startLife(plans, { folder: crashed, ledger: without });
    await again.until(() => again.run(runId).state === 'waiting_approval');
    expect(again.run(runId).steps[0]).toMatchObject({ state: 'blocked', failure: { kind: 'outcome-unknown' } });
    await again.api.workflows.settleStep({ id: runId, stepId: 'draft', outcome: 'it-happened' });
    await again.until(() => again.run(runId).state === 'completed');
    expect(entriesIn(crashed)).toEqual(['draft']);
  });

  it('of a run that was canceled meanwhile is written down, and nothing of it starts again', async () => {
    const ledger = createLedger();
    const stuck = ledger.hold('draft', 'before');
    const life = await startLife({ [SENTENCE]: planOf(step('draft', 'draft')) }, { ledger });
    const runId = await life.say(SENTENCE);
    await stuck.arrived;
    await life.api.workflows.cancel({ id: runId });
    const crashed = makeFolder();
    cpSync(life.folder, crashed, { recursive: true });
    stuck.release();
    await life.close();

    const again = await startLife(plans, { folder: crashed });
    expect(again.run(runId)).toMatchObject({ state: 'canceled', steps: [{ state: 'skipped' }] });
    expect(entriesIn(crashed)).toEqual([]);
    expectOneStory(again);
  });
});

it('an app that is closed in the middle of a run lets what is out end, and does the rest at the next start', async () => {
  const ledger = createLedger();
  const stuck = ledger.hold('first', 'before');
  const sentence = 'two drafts, one after the other';
  const two = { [sentence]: planOf(step('draft', 'first'), step('draft', 'second', { dependsOn: ['first'] })) };
  const life = await startLife(two, { ledger });
  const runId = await life.say(sentence);
  await stuck.arrived;
  const closed = life.close();
  stuck.release();
  await closed;
  expect(entriesIn(life.folder)).toEqual(['first']);

  const again = await startLife(two, { folder: life.folder });
  await again.until(() => again.run(runId).state === 'completed');
  expect(entriesIn(life.folder).sort()).toEqual(['first', 'second']);
});
