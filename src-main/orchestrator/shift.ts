import { connectorOf } from '#contract/model/action-name.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { StepId } from '#contract/model/plan.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { findRunState, type RunRow } from '#db/repositories/runs.ts';
import { findStep, type StepRow } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { callTool } from '#main/executor/call-tool.ts';
import { noteFound } from '#main/executor/collect-found.ts';
import { waitsUntil } from '#main/executor/delay-step.ts';
import { draftStep } from '#main/executor/draft-step.ts';
import { takePlaces } from '#main/executor/lanes.ts';
import { settleCall } from '#main/executor/settle-call.ts';
import { type Claim, type Draft, failUntried, type Started, type StartOptions } from '#main/executor/start-step.ts';
import { type Look, look, startLooked, takeStep } from '#main/executor/take-step.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { freed, loadWork, type RunWork, reread } from '#main/orchestrator/run-work.ts';
import { keepSettled, settleOpenValues } from '#main/orchestrator/settle-open-values.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';
import { whileWanted } from '#main/orchestrator/while-wanted.ts';
import { type Line, rankOf } from '#main/queue/worker.ts';
import { writeOutcome } from '#main/storage/write-outcome.ts';

/** `held`: a pause or the end of the app keeps the rest for later. `until`: the rest waits for a time. */
export type Standing = 'still' | 'held' | { readonly until: Instant };

export type Shift = ReturnType<typeof openShift>;

/** What one transaction lets go on after its commit. */
type Next = {
  readonly claims: Claim[];
  readonly looks: { step: StepRow; resolved: Look['look'] }[];
  readonly drafts: { step: StepRow; draft: Draft }[];
  readonly lanes: StepRow[];
  readonly open: StepRow[];
};

/**
 * One stretch of work on a run: what is out, what is held and why, and how each errand's end leads to the next. An
 * errand is whatever cannot wait inside a transaction: a call, a look, a draft, a place in a lane.
 */
export function openShift(engine: Engine, run: RunRow, line: Line, { onlyLooking }: { onlyLooking: boolean }) {
  const { journal, tools, lanes } = engine;
  const out = new Map<StepId, Promise<void>>();
  const held = new Set<StepId>();
  const paused = new Set<StepId>();
  const waits = new Map<StepId, Instant>();
  let work: RunWork = loadWork(tools, journal.orm, run.id);
  let isFresh = true;
  let failure: { error: unknown } | null = null;
  let ended = Promise.withResolvers<void>();

  /**
   * One transaction of this run. `granted` is a place that its errand has waited for. When it is taken back, so are the
   * places that it took, and the picture of the run is read anew.
   */
  async function write(
    move: (tx: JournalTx, options: StartOptions, next: Next) => void,
    granted: string | null = null,
  ): Promise<Next> {
    const next: Next = { claims: [], looks: [], drafts: [], lanes: [], open: [] };
    const places = takePlaces(lanes, granted);
    try {
      await journal.write((tx) => move(tx, { run, view: viewOf(engine, run), onlyLooking, lane: places }, next));
      places.keep();
      return next;
    } catch (error) {
      places.giveBack();
      held.clear();
      readAfresh();
      throw error;
    }
  }

  function readAfresh(): void {
    work = loadWork(tools, journal.orm, run.id);
    paused.clear();
    waits.clear();
  }

  /**
   * Takes these steps as far as they go, and those that follow when one of them can never start. A step that is out
   * stays out until its errand ends; only the errand itself takes its own on (`mine`).
   */
  function advance(
    tx: JournalTx,
    ids: Iterable<StepId>,
    options: StartOptions,
    next: Next,
    mine: StepId | null = null,
  ): void {
    if (failure || line.isClosing() || isRunOver(findRunState(tx.orm, run.id) ?? 'canceled')) return;
    const todo = [...ids];
    for (const id of todo) {
      const row = work.steps.get(id);
      if (!row || (out.has(id) && id !== mine)) continue;
      const step = freed(tx, work, row);
      work.steps.set(id, step);
      if (step.state === 'skipped' && row.state !== 'skipped') todo.push(...(work.dependents.get(id) ?? []));
      if (step.state !== 'ready' || held.has(id)) continue;
      const until = waitsUntil(step, tx.now);
      if (until !== null) waits.set(id, until);
      else todo.push(...noteStarted(tx, step, takeStep(tx, engine, step, work.found, options), next));
    }
  }

  /** Answers with the steps that may be able to go on because of it. */
  function noteStarted(tx: JournalTx, step: StepRow, started: Started | Look | 'open', next: Next): readonly StepId[] {
    waits.delete(step.id);
    if (typeof started === 'object' && 'call' in started) {
      next.claims.push(started);
      work.steps.set(step.id, started.step);
      return [];
    }
    if (started === 'held') held.add(step.id);
    else if (started === 'paused') paused.add(step.id);
    else if (started === 'no-lane') next.lanes.push(step);
    else if (started === 'open') next.open.push(step);
    else if (started !== 'moved' && 'look' in started) next.looks.push({ step, resolved: started.look });
    else if (started !== 'moved') next.drafts.push({ step, draft: started });
    const now = reread(work, tx.orm, run.id, step.id);
    if (now?.state === 'ready' && now.waitUntil !== null && now.waitUntil > tx.now) waits.set(step.id, now.waitUntil);
    const isOver = now?.state === 'failed' || now?.state === 'skipped';
    return isOver ? (work.dependents.get(step.id) ?? []) : [];
  }

  function wake(): void {
    ended.resolve();
    ended = Promise.withResolvers();
  }

  /** Whatever goes on outside of a transaction is `out` until its outcome is written. */
  function send(id: StepId, errand: () => Promise<Next | undefined>): void {
    const gone = errand()
      .then((next) => {
        out.delete(id);
        if (next) follow(next);
      })
      .catch((error: unknown) => {
        out.delete(id);
        failure ??= { error };
      })
      .finally(wake);
    out.set(id, gone);
  }

  function follow(next: Next): void {
    for (const claim of next.claims) send(claim.call.stepId, () => makeCall(claim));
    for (const { step, resolved } of next.looks) send(step.id, () => lookAndStart(step, resolved));
    for (const { step, draft } of next.drafts)
      send(step.id, () => draftStep(engine, step, draft).then(() => undefined));
    for (const step of next.lanes) send(step.id, () => waitForLane(step));
    for (const step of next.open) send(step.id, () => settleAndStart(step));
  }

  async function makeCall(claim: Claim): Promise<Next> {
    const { call, prepared, view } = claim;
    const about = { action: prepared.action, view };
    const how = { attempt: claim.step.attempt, run };
    // The place is free as soon as nothing is out any more, so that the steps that follow find it.
    const outcome = await callTool(engine, call, about, how).finally(() => lanes.leave(call.connector));
    const settle = (tx: JournalTx, options: StartOptions, next: Next) => {
      const settled = settleCall(tx, engine, claim, outcome, about);
      if (settled?.isServiceBack) tx.afterCommit(() => engine.queue.wakeAll());
      const step = settled?.step ?? findStep(tx.orm, run.id, call.stepId);
      if (!step) return;
      work.steps.set(step.id, step);
      if ('output' in outcome) noteFound(tools, tx.orm, work.found, call, outcome.output);
      if (step.state === 'ready' && step.waitUntil !== null) waits.set(step.id, step.waitUntil);
      advance(tx, work.dependents.get(call.stepId) ?? [], options, next);
    };
    return writeOutcome(engine.room, () => write(settle));
  }

  async function lookAndStart(step: StepRow, resolved: Look['look']): Promise<Next> {
    const looked = await look(engine, step, resolved, viewOf(engine, run));
    return write((tx, options, next) => {
      const row = reread(work, tx.orm, run.id, step.id);
      if (failure || line.isClosing() || row?.state !== 'ready') return;
      const follow = noteStarted(tx, row, startLooked(tx, engine, row, looked, options), next);
      advance(tx, follow, options, next);
    });
  }

  async function settleAndStart(step: StepRow): Promise<Next> {
    const settled = await whileWanted(engine, run, line, async (signal) => {
      const values = await settleOpenValues(engine, run, step, work, signal);
      return signal.aborted ? null : values;
    });
    return write((tx, options, next) => {
      const row = reread(work, tx.orm, run.id, step.id);
      if (failure || line.isClosing() || row?.state !== 'ready') return;
      // Called off by a pause: it is filled in anew once the run goes on.
      if (settled === null) paused.add(step.id);
      else if (settled.ok) keepSettled(tx, row, settled.value);
      else failUntried(tx, row, settled.failure);
      reread(work, tx.orm, run.id, step.id);
      if (settled !== null)
        advance(tx, settled.ok ? [step.id] : (work.dependents.get(step.id) ?? []), options, next, step.id);
    });
  }

  async function waitForLane(step: StepRow): Promise<Next> {
    const connector = connectorOf(step.tool);
    await lanes.enter(connector, rankOf[run.priority]);
    return write((tx, options, next) => advance(tx, [step.id], options, next, step.id), connector);
  }

  return {
    out,
    wake,
    nextEnd: () => ended.promise,
    /** Lets nothing more start, and waits for all that is out. */
    async windUp(error: unknown): Promise<void> {
      failure ??= { error };
      while (out.size > 0) await ended.promise;
    },
    /** Reads everything afresh: somebody may have changed it. */
    async lookAgain(): Promise<void> {
      if (failure) throw failure.error;
      if (!isFresh) readAfresh();
      isFresh = false;
      follow(await write((tx, options, next) => advance(tx, work.steps.keys(), options, next)));
    },
    standing(): Standing {
      if (failure) throw failure.error;
      if (line.isClosing() || paused.size > 0) return 'held';
      const [soonest] = [...waits.values()].sort();
      return soonest === undefined ? 'still' : { until: soonest };
    },
  };
}
