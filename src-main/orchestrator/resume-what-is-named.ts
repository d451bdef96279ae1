import type { PauseReceipt, PauseScope, Resume } from '#contract/model/pause.ts';
import { listPauses } from '#db/repositories/pauses.ts';
import { findRun } from '#db/repositories/runs.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { findPauseOverRun } from '#main/gate/find-pause.ts';
import { exceptRun, liftPause, setPause } from '#main/gate/set-pause.ts';
import { cancelInside } from '#main/orchestrator/cancel-run.ts';
import { confirmAll, refuseUnconfirmed } from '#main/orchestrator/confirm-suspicion.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';
import { readPauseReceipt } from '#main/orchestrator/show-pause.ts';
import { type HeldRun, listHeldRuns } from '#main/orchestrator/what-is-held.ts';

/**
 * Lets go on what is named, stops for good what is named for that, and leaves the rest standing: a run
 * that a wide pause held and that is not named is held by its own from now on. One transaction, so
 * either all of it is so or nothing changed.
 */
export async function resumeWhatIsNamed(
  engine: Engine,
  wanted: Resume,
  actor: string,
): Promise<PauseReceipt | Refusal> {
  const refusal = await engine.journal.write((tx) => {
    const held = listHeldRuns(tx.orm);
    const named = namedIn(tx, held, wanted);
    if (named.size === 0 && wanted.cancel.length === 0 && !wanted.all) return refusals.nothingNamed;
    if (wanted.cancel.some((runId) => !findRun(tx.orm, runId))) return refusals.noSuchRun;
    const loosened = listPauses(tx.orm).filter(
      (pause) => named.has(pause.scope) || isLoosened(held, named, pause.scope),
    );
    const unconfirmed = refuseUnconfirmed(engine, tx.orm, loosened, wanted);
    if (unconfirmed) return unconfirmed;
    confirmAll(tx, loosened, actor);
    for (const runId of wanted.cancel) cancelInside(tx, runId, actor);
    letGoOn(tx, held, named, actor);
    keepTheRest(tx, held, new Set([...named, ...wanted.cancel.map((id): PauseScope => `run:${id}`)]), actor);
    return null;
  });
  if (refusal) return refusal;
  engine.queue.wakeAll();
  engine.undoLine.wakeAll();
  engine.wakeClock();
  return readPauseReceipt(engine);
}

/** Lets exactly this run go on, whatever pause holds it; a wider one stays for everything else. */
export async function letRunGoOn(engine: Engine, runId: string, actor: string): Promise<Refusal | null> {
  if (!findRun(engine.journal.orm, runId)) return refusals.noSuchRun;
  const wanted: Resume = { resume: [`run:${runId}`], cancel: [], all: false, suspicionIds: [] };
  const outcome = await resumeWhatIsNamed(engine, wanted, actor);
  return 'refused' in outcome ? outcome : null;
}

/** With `all`: every pause wider than a run, and every run that only such pauses hold. */
function namedIn(tx: JournalTx, held: readonly HeldRun[], { all, resume, cancel }: Resume): ReadonlySet<PauseScope> {
  const named = new Set<PauseScope>(resume);
  if (all) {
    for (const { scope } of listPauses(tx.orm)) if (!scope.startsWith('run:')) named.add(scope);
    for (const { runId, by } of held) if (by.every(({ scope }) => !scope.startsWith('run:'))) named.add(`run:${runId}`);
  }
  for (const runId of cancel) named.delete(`run:${runId}`);
  return named;
}

/** Whether a run that is named stands under this pause. */
const isLoosened = (held: readonly HeldRun[], named: ReadonlySet<PauseScope>, scope: PauseScope): boolean =>
  held.some(({ runId, by }) => named.has(`run:${runId}`) && by.some((pause) => pause.scope === scope));

/** What is named is lifted; of a wide pause that stays, the runs that are named are let out. */
function letGoOn(tx: JournalTx, held: readonly HeldRun[], named: ReadonlySet<PauseScope>, actor: string): void {
  for (const scope of named) liftPause(tx, scope, actor);
  for (const { runId, by } of held) {
    if (!named.has(`run:${runId}`)) continue;
    for (const { scope } of by) if (!named.has(scope)) exceptRun(tx, scope, runId, actor);
  }
}

/** A run that a lifted pause held and nobody named stays where it is. */
function keepTheRest(tx: JournalTx, held: readonly HeldRun[], named: ReadonlySet<PauseScope>, actor: string): void {
  for (const { runId, by } of held) {
    if (named.has(`run:${runId}`) || !by.some(({ scope }) => named.has(scope))) continue;
    const run = findRun(tx.orm, runId);
    if (run && !findPauseOverRun(tx.orm, run)) setPause(tx, { scope: `run:${runId}` }, actor);
  }
}
