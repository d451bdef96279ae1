import type { NewAutomation } from '#contract/model/automation.ts';
import type { ConsentScope } from '#contract/model/standing-consent.ts';
import { type AutomationRow, findAutomationByRequest, insertAutomation } from '#db/repositories/automations.ts';
import { insertStandingConsent } from '#db/repositories/standing-consents.ts';
import { digestOfScope } from '#main/approvals/standing-consent.ts';
import { automationRefusals } from '#main/automations/automation-refusals.ts';
import { rehearse } from '#main/automations/rehearse.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { nextDue } from '#main/schedules/next-due.ts';

const DAY_MS = 86_400_000;

/**
 * Sets an automation up with the yes that the person gave to lines of its rehearsal. It is rehearsed once more: a line
 * that reads differently now is not agreed to, and then nothing is set up.
 */
export async function createAutomation(
  engine: Engine,
  wanted: NewAutomation,
  actor: string,
): Promise<AutomationRow | Refusal> {
  const earlier = wanted.requestId && findAutomationByRequest(engine.journal.orm, wanted.requestId);
  if (earlier) return earlier;
  const rehearsed = await rehearse(engine, wanted);
  if ('refused' in rehearsed) return rehearsed;
  const { shape, scopes, rehearsal } = rehearsed;
  const agreed = wanted.consents.map(({ stepId, digest }) => {
    const scope = scopes.get(stepId);
    const says = rehearsal.lines.find((line) => line.stepId === stepId)?.card?.title;
    return scope && says && digestOfScope(scope) === digest ? { scope, says } : null;
  });
  if (!agreed.every((each) => each !== null)) return automationRefusals.anotherRehearsal;

  return engine.journal.write((tx) => {
    const twice = wanted.requestId && findAutomationByRequest(tx.orm, wanted.requestId);
    if (twice) return twice;
    const automation: AutomationRow = {
      id: tx.newId(),
      sentence: wanted.sentence,
      trigger: wanted.trigger,
      timeZone: wanted.timeZone ?? engine.timeZone,
      catchUp: wanted.catchUp,
      paused: false,
      shadow: false,
      nextAt: nextDue(wanted.trigger, tx.now),
      missedAt: null,
      shape,
      requestId: wanted.requestId ?? null,
      createdAt: tx.now,
      removedAt: null,
    };
    insertAutomation(tx, automation);
    keepConsents(tx, automation.id, agreed, wanted.consentDays);
    tx.append({ actor, body: { kind: 'automation.created', automationId: automation.id, says: automation.sentence } });
    tx.afterCommit(engine.wakeClock);
    return automation;
  });
}

function keepConsents(
  tx: JournalTx,
  automationId: string,
  agreed: readonly { scope: ConsentScope; says: string }[],
  days: number,
): void {
  const expiresAt = new Date(Date.parse(tx.now) + days * DAY_MS).toISOString();
  for (const each of agreed) {
    const consent = { ...each, id: tx.newId(), automationId, createdAt: tx.now, expiresAt, revokedAt: null };
    insertStandingConsent(tx, consent);
  }
}
