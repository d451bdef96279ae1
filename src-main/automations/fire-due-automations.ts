import type { Instant } from '#contract/model/instant.ts';
import type { Orm } from '#db/open-database.ts';
import {
  type AutomationRow,
  findAutomation,
  listAutomations,
  listDueAutomations,
  updateAutomation,
} from '#db/repositories/automations.ts';
import { fireAutomation } from '#main/automations/fire-automation.ts';
import { isHeldBack } from '#main/automations/is-held-back.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { isMissed } from '#main/schedules/is-missed.ts';
import { latestDue } from '#main/schedules/latest-due.ts';
import { nextDue } from '#main/schedules/next-due.ts';
import type { DueSource } from '#main/schedules/watch-due.ts';

/**
 * Fires the automations whose time has come, each in a transaction of its own: the next time, the event, the task with
 * its run and its place in line are on disk together or not at all. While a pause is over it nothing fires; what came
 * due then counts as missed. One that cannot be fired does not keep the others back.
 */
export async function fireDueAutomations(engine: Engine): Promise<void> {
  const { journal } = engine;
  const due = listDueAutomations(journal.orm, journal.now()).filter(({ id }) => !isHeldBack(journal.orm, id));
  const fired = await Promise.allSettled(
    due.map(({ id }) =>
      journal.write((tx) => {
        const automation = findAutomation(tx.orm, id);
        if (!automation || isHeldBack(tx.orm, id)) return;
        if (automation.nextAt !== null && automation.nextAt <= tx.now) goOff(engine, tx, automation, automation.nextAt);
      }),
    ),
  );
  const failed = fired.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Of one that was due several times, the latest counts. */
function goOff(engine: Engine, tx: JournalTx, automation: AutomationRow, first: Instant): void {
  const { id, trigger, sentence, catchUp } = automation;
  const dueAt = latestDue((after) => nextDue(trigger, after), first, tx.now);
  updateAutomation(tx, id, { nextAt: nextDue(trigger, tx.now) });
  if (!isMissed(dueAt, tx.now)) {
    fireAutomation(engine, tx, automation, { occasion: dueAt, dueAt, why: 'on-time' }, 'clock');
    return;
  }
  const body = { kind: 'automation.missed', automationId: id, says: sentence, dueAt, catchUp } as const;
  tx.append({ actor: 'clock', body });
  if (catchUp === 'ask') updateAutomation(tx, id, { missedAt: dueAt });
  const caughtUp = { occasion: dueAt, dueAt, why: 'caught-up' } as const;
  if (catchUp === 'once') fireAutomation(engine, tx, automation, caughtUp, 'clock');
}

function nextAt(orm: Orm): Instant | null {
  return listAutomations(orm).find((each) => each.nextAt !== null && !isHeldBack(orm, each.id))?.nextAt ?? null;
}

/** The automations that go by the clock, as it watches them. */
export const automationsDue = (engine: Engine): DueSource => ({
  next: () => nextAt(engine.journal.orm),
  fire: () => fireDueAutomations(engine),
});
