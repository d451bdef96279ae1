import type { RouterClient } from '@orpc/server';
import type { RunDetail } from '#contract/api/workflows.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import type { router } from '#main/api/router.ts';
import { CAREFUL_LIMITS } from '#main/gate/limits-in-force.ts';
import { drawFor } from './draw-from.ts';

export type Asked = {
  readonly seed: number;
  /** Where this life begins: what comes before has ended in an earlier one. */
  readonly first: number;
  readonly requests: number;
  readonly atOnce: number;
};
/** What is listened for from now on: the next entry of the log, or that nothing moves. */
export type News = { readonly arrived: Promise<void>; forget(): void };
type Api = RouterClient<typeof router>;

/**
 * What a person does, again after each restart from the first request that has not ended: asks for everything, answers every card the same way
 * each time, says what became of what nobody can know, pauses now and then, and takes some of it back.
 */
export async function liveThrough(
  api: Api,
  asked: Asked,
  world: {
    stands(key: string): Promise<boolean>;
    acknowledge(approvalId: string, decision: string): Promise<void>;
    haveEnded(below: number): Promise<void>;
  },
  listen: () => News,
): Promise<void> {
  const { seed } = asked;
  /** By run, which request it is. */
  const open = new Map<string, number>();
  let next = asked.first;
  const draw = (...words: string[]) => drawFor(seed, ...words);

  async function answerCards(run: RunDetail): Promise<void> {
    const waiting = run.approvals.filter(({ status }) => status === 'waiting');
    if (waiting.length === 0) return;
    const isNo = (stepId: string) => draw('no', run.intent, stepId) < 0.1;
    const approve = waiting.filter((card) => !isNo(card.stepId));
    const decline = waiting.filter((card) => isNo(card.stepId)).map(({ id }) => id);
    await api.workflows.approve({
      id: run.id,
      approve: approve.map(({ id, digest }) => ({ approvalId: id, digest })),
      decline,
    });
    for (const { id } of approve) await world.acknowledge(id, 'approve');
    for (const id of decline) await world.acknowledge(id, 'decline');
  }

  async function sayWhatBecame(run: RunDetail): Promise<void> {
    for (const { id, state, failure } of run.steps) {
      if (state !== 'blocked' || failure?.kind !== 'outcome-unknown') continue;
      const outcome = (await world.stands(`${run.id}.${id}`)) ? 'it-happened' : 'do-it-again';
      await api.workflows.settleStep({ id: run.id, stepId: id, outcome });
    }
  }

  /** Whether everything of it that is to be taken back is. */
  async function takeBack(run: RunDetail): Promise<boolean> {
    let all = true;
    for (const { id, undo } of run.steps) {
      if (!undo.available && undo.state !== 'running') continue;
      if (draw('undo', run.intent, id) >= 0.25) continue;
      if (undo.available) await api.workflows.undoStep({ id: run.id, stepId: id });
      else all = false;
    }
    return all;
  }

  async function lookAfter(runId: string): Promise<void> {
    const run = await api.workflows.get({ id: runId });
    if (isRunOver(run.state)) {
      if (await takeBack(run)) open.delete(runId);
      return;
    }
    // What could not be decided because something changed meanwhile is decided at the next look.
    await answerCards(run).catch(ignoreConflict);
    await sayWhatBecame(run).catch(ignoreConflict);
  }

  if (draw('trust') < 0.5) {
    await api.policies.update({ id: 'first-week', enabled: false });
    await api.policies.update({ id: 'autonomy', autonomy: 'run-safe' });
  }
  // What is tried here is what is done once, not how much of it there is.
  const most = { most: 10_000, minutes: 1 };
  await api.policies.update({ id: 'suspicion', suspicion: { burst: most, 'new-recipients': most } });
  await api.policies.update({ id: 'limits', limits: { ...CAREFUL_LIMITS, messagesPerDay: 100_000, perPlan: 100_000 } });
  await api.policies.update({ id: 'hold', holdSeconds: 0 });
  await api.pause.resume({ all: true });
  for (;;) {
    for (; next < asked.requests && open.size < asked.atOnce; next += 1) {
      const { runId } = await api.tasks.submit({ intent: `request ${next}`, requestId: `${seed} ${next}` });
      open.set(runId, next);
      if (draw('pause', String(next)) < 0.1) {
        await api.pause.everything();
        await api.pause.resume({ all: true });
      }
    }
    if (open.size === 0) return;
    const news = listen();
    for (const runId of open.keys()) await lookAfter(runId);
    await world.haveEnded(Math.min(next, ...open.values()));
    if (open.size > 0) await news.arrived;
    else news.forget();
  }
}

function ignoreConflict(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'CONFLICT')) throw error;
}
