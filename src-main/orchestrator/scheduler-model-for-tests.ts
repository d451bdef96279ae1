import type { LoggedEvent } from '#contract/model/event.ts';
import type { Condition } from '#contract/model/plan.ts';
import type { RunState, StepState } from '#contract/model/run.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { isStepOver } from '#contract/states/step-state.ts';
import { toldStepState } from '#contract/states/told-step-state.ts';
import type { DrawnPlan, DrawnStep } from '#main/orchestrator/drawn-plan-for-tests.ts';

type End = 'succeeded' | 'failed' | 'skipped';
/** `yields`: what it found, null when nobody knows. */
type Foretold = { readonly end: End; readonly yields: number | null };

const TRIES = 6;

/** How the steps of a plan end that nobody stops, but for those that were `leftOut`. */
export function foretell(plan: DrawnPlan, leftOut: ReadonlySet<string>): ReadonlyMap<string, Foretold> {
  const foretold = new Map<string, Foretold>();
  for (const step of plan.steps) {
    const isFree = step.dependsOn.every((id) => foretold.get(id)?.end === 'succeeded');
    const isWanted = step.when === null || holds(step.when, foretold.get(step.when.value.from)?.yields ?? null);
    const isDone = isFree && isWanted && !leftOut.has(step.id) && !(step.verb === 'sign' && step.answer === 'no');
    foretold.set(step.id, isDone ? tryOut(step) : { end: 'skipped', yields: null });
  }
  return foretold;
}

function holds({ is, than }: Condition, value: number | null): boolean {
  if (is === 'equal') return value === than;
  if (is === 'not-equal') return value !== than;
  return value !== null && value < Number(than);
}

/** What comes of it, try by try. */
function tryOut({ verb, tries, yields, ifNotThere, ifGivenUp }: DrawnStep): Foretold {
  const canBeFound = verb !== 'drop';
  let failures = 0;
  for (const mood of [...tries, 'well'] as const) {
    switch (mood) {
      case 'well':
        return { end: 'succeeded', yields };
      case 'never':
        return { end: 'failed', yields: null };
      case 'cut-after':
        return { end: 'succeeded', yields: canBeFound ? yields : null };
      case 'cut-before':
      case 'later':
        if (mood === 'cut-before' && !canBeFound) {
          if (ifNotThere === 'leave-it') return { end: 'skipped', yields: null };
          break;
        }
        // What is surely not there is tried again, as what was put off is.
        failures += 1;
        if (failures < TRIES) break;
        if (ifGivenUp === 'discard') return { end: 'failed', yields: null };
        failures = 0;
        break;
      default:
        return assertNever(mood);
    }
  }
  throw new Error('A step that is well in the end has no end.');
}

/** How a run ends whose steps ended so. */
export function foretellRun(ends: readonly End[]): RunState {
  if (ends.includes('failed')) return 'failed';
  return ends.includes('succeeded') ? 'completed' : 'canceled';
}

export type Told = {
  readonly plan: DrawnPlan;
  state: RunState;
  readonly steps: Map<string, StepState>;
  /** By card. */
  readonly cards: Map<string, 'waiting' | 'approved' | 'declined' | 'other'>;
  readonly approved: Set<string>;
  /** Steps that were left out because every line that asked got a no before anything had begun. */
  readonly leftOut: Set<string>;
  readonly takenBack: Set<string>;
  hasBegun: boolean;
  /** The person stopped it. */
  isStopped: boolean;
};

/**
 * Reads the log from its first entry and answers with what it tells of each run, and with every entry that must not
 * stand where it stands. `plans` by run.
 */
export function readLog(log: readonly LoggedEvent[], plans: ReadonlyMap<string, DrawnPlan>) {
  const problems: string[] = [];
  const pauses = new Pauses();
  const runs = new Map<string, Told>();
  for (const [runId, plan] of plans) runs.set(runId, untold(plan));

  for (const { seq, runId, stepId, actor, body } of log) {
    if (body.kind === 'pause.set') pauses.set(body.scope);
    if (body.kind === 'pause.lifted') pauses.lift(body.scope);
    const run = runId === null ? undefined : runs.get(runId);
    if (!run || runId === null) continue;
    const step = run.plan.steps.find(({ id }) => id === stepId);
    const say = (what: string) => problems.push(`${seq}: ${body.kind} of ${stepId}: ${what}`);
    if (step && body.kind === 'effect.intended') {
      for (const what of whyNotToBegin(run, step)) say(what);
      if (pauses.cover(runId, step)) say('a pause is over it');
      if (step.verb !== 'look') run.hasBegun = true;
    }
    if (step && body.kind === 'undo.intended') {
      if (pauses.cover(runId, step)) say('a pause is over it');
      const above = run.plan.steps.filter(({ id, dependsOn }) => dependsOn.includes(step.id) && stands(run, id));
      for (const { id } of above) say(`${id} builds on it and stands`);
      if (!stands(run, step.id)) say('it does not stand');
      run.takenBack.add(step.id);
    }
    const state = toldStepState(body);
    if (step && state) run.steps.set(step.id, state);
    if (body.kind === 'run.changed') {
      run.state = body.to;
      if (body.to === 'canceled' && actor === 'you') run.isStopped = true;
    }
    if (body.kind === 'approval.asked') run.cards.set(body.approvalId, 'waiting');
    if (body.kind === 'approval.answered') noteAnswer(run, body, step);
  }
  return { runs, problems };
}

const untold = (plan: DrawnPlan): Told => ({
  plan,
  state: 'queued',
  steps: new Map(plan.steps.map(({ id }) => [id, 'pending'])),
  cards: new Map(),
  approved: new Set(),
  leftOut: new Set(),
  takenBack: new Set(),
  hasBegun: false,
  isStopped: false,
});

const stands = (run: Told, id: string): boolean => {
  const step = run.plan.steps.find((each) => each.id === id);
  return step?.verb !== 'look' && run.steps.get(id) === 'succeeded' && !run.takenBack.has(id);
};

function whyNotToBegin(run: Told, step: DrawnStep): string[] {
  const why: string[] = [];
  if (isRunOver(run.state)) why.push('its run is over');
  if (run.state !== 'executing' && step.verb !== 'look') why.push('its plan has not started');
  const state = run.steps.get(step.id) ?? 'pending';
  if (state === 'running' || isStepOver(state)) why.push(`it is ${state}`);
  for (const id of step.dependsOn) if (run.steps.get(id) !== 'succeeded') why.push(`${id} has not ended well`);
  if (step.verb === 'sign' && !run.approved.has(step.id)) why.push('nobody said yes');
  return why;
}

type Answered = { readonly approvalId: string; readonly status: 'approved' | 'declined' | 'expired' | 'overtaken' };

function noteAnswer(run: Told, { approvalId, status }: Answered, step: DrawnStep | undefined): void {
  const isAnswer = status === 'approved' || status === 'declined';
  run.cards.set(approvalId, isAnswer ? status : 'other');
  if (step && status === 'approved') run.approved.add(step.id);
  const cards = [...run.cards.values()];
  if (status !== 'declined' || run.hasBegun || cards.includes('waiting') || cards.includes('approved')) return;
  for (const [id, state] of run.steps) if (!isStepOver(state) && state !== 'running') run.leftOut.add(id);
}

/** The pauses that are on. A run that was let go on by name counts as let out of every wider one. */
class Pauses {
  private readonly on = new Map<string, Set<string>>();

  set(scope: string): void {
    this.on.set(scope, new Set());
  }

  lift(scope: string): void {
    if (this.on.delete(scope) || !scope.startsWith('run:')) return;
    for (const letOut of this.on.values()) letOut.add(scope.slice('run:'.length));
  }

  cover(runId: string, { domain, provider }: DrawnStep): boolean {
    const over = ['everything', `domain:${domain ?? 'everyday'}`, `connector:${provider}`, `run:${runId}`];
    return over.some((scope) => this.on.get(scope)?.has(runId) === false);
  }
}
