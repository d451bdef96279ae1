import { LocalDateTimeSchema } from '#connectors/sdk/local-time.ts';
import { RecurrenceSchema } from '#connectors/sdk/recurrence-schema.ts';
import type { PlannedAutomation } from '#contract/model/automation.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { Trigger } from '#contract/model/trigger.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import { automationRefusals } from '#main/automations/automation-refusals.ts';
import { happeningsOf } from '#main/automations/happenings-of.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { blanksIn } from '#main/planner/unattended/fill-blanks.ts';
import { nextDue } from '#main/schedules/next-due.ts';
import { readCron } from '#main/schedules/read-cron.ts';

/** Why a trigger could never go off as it is said, or null. */
export function checkTrigger(engine: Engine, planned: PlannedAutomation, now: Instant): Refusal | null {
  const { trigger, sentence } = planned;
  if (trigger.kind === 'event') return checkHappening(engine, trigger, blanksIn(sentence));
  return problemOf(trigger) ?? (nextDue(trigger, now) === null ? automationRefusals.neverComes : null);
}

function problemOf(trigger: Exclude<Trigger, { kind: 'event' }>): Refusal | null {
  switch (trigger.kind) {
    case 'once':
      return null;
    case 'rrule':
      if (!LocalDateTimeSchema.safeParse(trigger.startsAt).success) return automationRefusals.noSuchTime;
      return RecurrenceSchema.safeParse(trigger.rrule).success ? null : automationRefusals.cannotRepeatLikeThat;
    case 'cron':
      return readCron(trigger.cron) === null ? automationRefusals.cannotRepeatLikeThat : null;
  }
  return assertNever(trigger);
}

/** What is compared and what the sentence leaves blank must be told by the connector. */
function checkHappening(
  engine: Engine,
  { connector, happening, where }: Extract<Trigger, { kind: 'event' }>,
  blanks: readonly string[],
): Refusal | null {
  const found = happeningsOf(engine).find((each) => each.connector === connector && each.kind === happening);
  if (!found) return automationRefusals.noSuchHappening;
  const told = new Set(found.fields.map(({ name }) => name));
  const used = [...where.map(({ field }) => field), ...blanks];
  return used.every((name) => told.has(name)) ? null : automationRefusals.noSuchField;
}
