import type { Automation } from '#contract/model/automation.ts';
import type { Orm } from '#db/open-database.ts';
import { type AutomationRow, listAutomations } from '#db/repositories/automations.ts';
import { findLastRunOf } from '#db/repositories/runs.ts';
import { listStandingConsents } from '#db/repositories/standing-consents.ts';
import { door, refuseIf, toError } from '#main/api/door.ts';
import {
  answerMissed,
  changeAutomation,
  removeAutomation,
  restoreAutomation,
  revokeConsent,
  runNow,
} from '#main/automations/change-automation.ts';
import { createAutomation } from '#main/automations/create-automation.ts';
import { happeningsOf } from '#main/automations/happenings-of.ts';
import { rehearse } from '#main/automations/rehearse.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { readRhythm } from '#main/planner/unattended/read-rhythm.ts';

export const automations = {
  list: door.automations.list.handler(({ context: { engine } }) => {
    const { orm, now } = engine.journal;
    return { items: listAutomations(orm).map((row) => show(orm, row, now())) };
  }),
  happenings: door.automations.happenings.handler(({ context: { engine } }) => ({ items: happeningsOf(engine) })),
  read: door.automations.read.handler(({ input, context: { engine } }) => {
    const { sentence, timeZone = engine.timeZone } = input;
    const request = { text: sentence, now: engine.journal.now(), timeZone, locale: engine.locale };
    return readRhythm(request) ?? { sentence, trigger: null };
  }),
  rehearse: door.automations.rehearse.handler(
    async ({ input, context: { engine } }) => orRefuse(await rehearse(engine, input)).rehearsal,
  ),
  create: door.automations.create.handler(async ({ input, context: { engine, actor } }) =>
    showOrRefuse(engine, await createAutomation(engine, input, actor)),
  ),
  change: door.automations.change.handler(async ({ input, context: { engine, actor } }) =>
    showOrRefuse(engine, await changeAutomation(engine, input, actor)),
  ),
  run: door.automations.run.handler(async ({ input, context: { engine, actor } }) =>
    orRefuse(await runNow(engine, input, actor)),
  ),
  answerMissed: door.automations.answerMissed.handler(async ({ input, context: { engine, actor } }) =>
    showOrRefuse(engine, await answerMissed(engine, input, actor)),
  ),
  remove: door.automations.remove.handler(async ({ input, context: { engine, actor } }) => {
    refuseIf(await removeAutomation(engine, input.id, actor));
    return { id: input.id };
  }),
  restore: door.automations.restore.handler(async ({ input, context: { engine, actor } }) =>
    showOrRefuse(engine, await restoreAutomation(engine, input.id, actor)),
  ),
  revokeConsent: door.automations.revokeConsent.handler(async ({ input, context: { engine, actor } }) =>
    showOrRefuse(engine, await revokeConsent(engine, input.id, input.consentId, actor)),
  ),
};

function orRefuse<T extends object>(value: T | Refusal): T {
  if ('refused' in value) throw toError(value);
  return value;
}

const showOrRefuse = ({ journal }: Engine, row: AutomationRow | Refusal): Automation =>
  show(journal.orm, orRefuse(row), journal.now());

function show(orm: Orm, row: AutomationRow, now: string): Automation {
  const { shape: _shape, requestId: _requestId, removedAt: _removedAt, ...shown } = row;
  const run = findLastRunOf(orm, row.id);
  const lastRun = run ? { id: run.id, state: run.state, shadow: run.shadow, createdAt: run.createdAt } : null;
  return { ...shown, lastRun, consents: listStandingConsents(orm, row.id, now) };
}
