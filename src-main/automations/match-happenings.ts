import type { FieldCondition, Happening } from '#contract/model/happening.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import { type AutomationRow, listWaitingForHappenings, updateAutomation } from '#db/repositories/automations.ts';
import { listUnmatchedHappenings, markHappeningMatched } from '#db/repositories/happenings.ts';
import { findPause } from '#db/repositories/pauses.ts';
import { countRunsOf } from '#db/repositories/runs.ts';
import { fireAutomation } from '#main/automations/fire-automation.ts';
import { isHeldBack } from '#main/automations/is-held-back.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { DueSource } from '#main/schedules/watch-due.ts';

const AT_ONCE = 100;
const HOUR_MS = 3_600_000;
/** An automation that sets itself off in a circle is stopped here and not by the end of the disk. */
const MOST_AN_HOUR = 30;

/**
 * Goes through the inbox: each item once, in one transaction with all the runs that it sets off. While everything is
 * paused the inbox only fills.
 */
export async function matchHappenings(engine: Engine): Promise<void> {
  const { journal } = engine;
  for (;;) {
    const went = await journal.write((tx) => {
      if (findPause(tx.orm, 'everything')) return 0;
      const items = listUnmatchedHappenings(tx.orm, AT_ONCE);
      let automations = listWaitingForHappenings(tx.orm);
      for (const { reportedAt, matchedAt: _matchedAt, ...happening } of items) {
        markHappeningMatched(tx, happening, tx.now);
        const setsOff = automations.filter(
          (each) => each.createdAt <= reportedAt && waitsFor(each, happening) && !isHeldBack(tx.orm, each.id),
        );
        for (const automation of setsOff) setOff(engine, tx, automation, happening);
        // One that went off may be another by that.
        if (setsOff.length > 0) automations = listWaitingForHappenings(tx.orm);
      }
      return items.length;
    });
    if (went < AT_ONCE) return;
  }
}

function setOff(engine: Engine, tx: JournalTx, automation: AutomationRow, happening: Happening): void {
  const anHourAgo = new Date(Date.parse(tx.now) - HOUR_MS).toISOString();
  if (countRunsOf(tx.orm, automation.id, anHourAgo) >= MOST_AN_HOUR) {
    updateAutomation(tx, automation.id, { paused: true });
    const body = { automationId: automation.id, says: automation.sentence, change: 'went-off-too-often' } as const;
    tx.append({ actor: 'life-os', body: { kind: 'automation.changed', ...body } });
    return;
  }
  const { connector, kind, itemId, at } = happening;
  const occasion = `${connector}/${kind}/${itemId}`;
  fireAutomation(engine, tx, automation, { occasion, dueAt: at, why: 'happened', happening }, connector);
}

function waitsFor({ trigger }: AutomationRow, happening: Happening): boolean {
  if (trigger.kind !== 'event') return false;
  if (trigger.connector !== happening.connector || trigger.happening !== happening.kind) return false;
  return trigger.where.every((condition) => holds(condition, happening.fields[condition.field] ?? ''));
}

function holds({ is, text }: FieldCondition, value: string): boolean {
  const [wanted, found] = [plain(text), plain(value)];
  switch (is) {
    case 'equal':
      return found === wanted;
    case 'contains':
      return found.includes(wanted);
  }
  return assertNever(is);
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** The inbox of happenings, as the clock watches it. */
export const happeningsDue = (engine: Engine): DueSource => ({
  next() {
    const { orm } = engine.journal;
    if (findPause(orm, 'everything')) return null;
    return listUnmatchedHappenings(orm, 1)[0]?.reportedAt ?? null;
  },
  fire: () => matchHappenings(engine),
});
