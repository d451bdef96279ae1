import type { CatchUp } from '#contract/model/automation.ts';
import type { EventBody } from '#contract/model/event.ts';
import { type AutomationRow, findAutomation, updateAutomation } from '#db/repositories/automations.ts';
import { listStandingConsents, revokeStandingConsent } from '#db/repositories/standing-consents.ts';
import { automationRefusals } from '#main/automations/automation-refusals.ts';
import { fireAutomation } from '#main/automations/fire-automation.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { nextDue } from '#main/schedules/next-due.ts';

type Change = Extract<EventBody, { kind: 'automation.changed' }>['change'];
type Answer = Promise<AutomationRow | Refusal>;

/** What passes while an automation is paused is not missed: it goes on with the next time after it was let go on. */
export async function changeAutomation(
  engine: Engine,
  { id, paused, shadow, catchUp }: { id: string; paused?: boolean; shadow?: boolean; catchUp?: CatchUp },
  actor: string,
): Answer {
  if (paused === undefined && shadow === undefined && catchUp === undefined) return automationRefusals.nothingToChange;
  return changeIn(engine, id, (tx, automation) => {
    if (paused !== undefined && paused !== automation.paused) {
      updateAutomation(tx, id, { paused, nextAt: paused ? null : nextDue(automation.trigger, tx.now) });
      tell(tx, automation, paused ? 'paused' : 'resumed', actor);
    }
    if (shadow !== undefined && shadow !== automation.shadow) {
      updateAutomation(tx, id, { shadow });
      tell(tx, automation, shadow ? 'practises' : 'in-earnest', actor);
    }
    if (catchUp !== undefined && catchUp !== automation.catchUp) {
      updateAutomation(tx, id, { catchUp });
      tell(tx, automation, 'catch-up', actor);
    }
    return null;
  });
}

/** Does it once, beside its times, or only tries it out. */
export async function runNow(
  engine: Engine,
  { id, requestId, shadow }: { id: string; requestId?: string; shadow: boolean },
  actor: string,
): Promise<{ runId: string } | Refusal> {
  return engine.journal.write((tx) => {
    const automation = standing(tx, id);
    if (!automation) return automationRefusals.noSuchAutomation;
    const occasion = `by-hand:${requestId ?? tx.newId()}`;
    const runId = fireAutomation(engine, tx, automation, { occasion, dueAt: tx.now, why: 'by-hand', shadow }, actor);
    return { runId };
  });
}

/** The person says what becomes of a time that was missed. The same answer twice is one. */
export async function answerMissed(
  engine: Engine,
  { id, missedAt, decision }: { id: string; missedAt: string; decision: 'do-it-now' | 'leave-it' },
  actor: string,
): Answer {
  return changeIn(engine, id, (tx, automation) => {
    if (automation.missedAt !== missedAt) return automationRefusals.nothingMissed;
    updateAutomation(tx, id, { missedAt: null });
    tell(tx, automation, 'missed-answered', actor);
    const firing = { occasion: missedAt, dueAt: missedAt, why: 'caught-up' } as const;
    if (decision === 'do-it-now') fireAutomation(engine, tx, automation, firing, actor);
    return null;
  });
}

/** It runs no more; its row stays for the history, and so that the removal can be taken back. */
export async function removeAutomation(engine: Engine, id: string, actor: string): Promise<Refusal | null> {
  return engine.journal.write((tx) => {
    const automation = standing(tx, id);
    if (!automation) return automationRefusals.noSuchAutomation;
    updateAutomation(tx, id, { removedAt: tx.now, nextAt: null, missedAt: null });
    tx.append({ actor, body: { kind: 'automation.removed', automationId: id, says: automation.sentence } });
    return null;
  });
}

/** Takes a removal back, with the standing yes that it had; twice is once. */
export async function restoreAutomation(engine: Engine, id: string, actor: string): Answer {
  return engine.journal.write((tx) => {
    const automation = findAutomation(tx.orm, id);
    if (!automation) return automationRefusals.noSuchAutomation;
    if (automation.removedAt === null) return automation;
    const nextAt = automation.paused ? null : nextDue(automation.trigger, tx.now);
    updateAutomation(tx, id, { removedAt: null, nextAt });
    tx.append({ actor, body: { kind: 'automation.restored', automationId: id, says: automation.sentence } });
    tx.afterCommit(engine.wakeClock);
    return { ...automation, removedAt: null, nextAt };
  });
}

/** From now on the person is asked about this line again. */
export async function revokeConsent(engine: Engine, id: string, consentId: string, actor: string): Answer {
  return changeIn(engine, id, (tx, automation) => {
    const consents = listStandingConsents(tx.orm, id, tx.now);
    if (!consents.some((consent) => consent.id === consentId)) return automationRefusals.noSuchConsent;
    revokeStandingConsent(tx, consentId, tx.now);
    tell(tx, automation, 'consent-revoked', actor);
    return null;
  });
}

async function changeIn(
  engine: Engine,
  id: string,
  change: (tx: JournalTx, automation: AutomationRow) => Refusal | null,
): Answer {
  return engine.journal.write((tx) => {
    const automation = standing(tx, id);
    if (!automation) return automationRefusals.noSuchAutomation;
    const refusal = change(tx, automation);
    tx.afterCommit(engine.wakeClock);
    return refusal ?? standing(tx, id) ?? automationRefusals.noSuchAutomation;
  });
}

function standing(tx: JournalTx, id: string): AutomationRow | undefined {
  const automation = findAutomation(tx.orm, id);
  return automation?.removedAt === null ? automation : undefined;
}

function tell(tx: JournalTx, { id, sentence }: AutomationRow, change: Change, actor: string): void {
  tx.append({ actor, body: { kind: 'automation.changed', automationId: id, says: sentence, change } });
}
