import type { Pause, Resume } from '#contract/model/pause.ts';
import type { Orm } from '#db/open-database.ts';
import { savePause } from '#db/repositories/pauses.ts';
import { forgetSignIns, listToSignIn } from '#db/repositories/settings.ts';
import { confirmSuspicion, findSuspicion } from '#db/repositories/suspicions.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

/**
 * What the app paused by itself goes on only after the person confirmed that very suspicion, and after
 * every account under it was signed in to again or switched off.
 */
export function refuseUnconfirmed(
  engine: Pick<Engine, 'tools'>,
  orm: Orm,
  loosened: readonly Pause[],
  { confirm, suspicionIds }: Resume,
): Refusal | null {
  for (const pause of loosened) {
    if (pause.suspicionId === null) continue;
    if (confirm !== true || !suspicionIds.includes(pause.suspicionId)) return refusals.lookFirst(pause.because);
    const accounts = engine.tools.connectors.filter(({ lives }) => lives === 'account');
    const due = listToSignIn(orm, pause.suspicionId);
    const titles = accounts.filter(({ provider }) => due.includes(provider)).map(({ title }) => title);
    if (titles.length > 0) return refusals.signInFirst(titles);
  }
  return null;
}

/**
 * Writes down that it was the person; what was counted up to now is settled with it. A pause that stays is from now on
 * one like any other: to be lifted without saying it again, and ready for a new suspicion.
 */
export function confirmAll(tx: JournalTx, loosened: readonly Pause[], actor: string): void {
  for (const pause of loosened) {
    const { suspicionId } = pause;
    if (suspicionId !== null) savePause(tx, { ...pause, suspicionId: null });
    const suspicion = suspicionId === null ? undefined : findSuspicion(tx.orm, suspicionId);
    if (!suspicion || suspicion.confirmedAt !== null) continue;
    confirmSuspicion(tx, suspicion.id, tx.now);
    forgetSignIns(tx, suspicion.id);
    const body = { kind: 'suspicion.confirmed', suspicionId: suspicion.id, says: suspicion.because } as const;
    tx.append({ actor, body });
  }
}
