import { t } from '#contract/language/t.ts';
import { findRun } from '#db/repositories/runs.ts';
import { door, orNotFound } from '#main/api/door.ts';
import { endOnboarding, moveOnboarding, readOnboarding } from '#main/onboarding/onboarding-state.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

const noSuchRun: Refusal = { refused: 'not-found', says: t`There is no such request. Nothing was changed.` };

export const onboarding = {
  get: door.onboarding.get.handler(({ context: { engine } }) => readOnboarding(engine.journal.orm)),
  move: door.onboarding.move.handler(async ({ input, context: { engine, actor } }) => {
    const { journal } = engine;
    if (input.firstRunId) orNotFound(findRun(journal.orm, input.firstRunId), noSuchRun);
    await journal.write((tx) => moveOnboarding(tx, input, actor));
    return readOnboarding(journal.orm);
  }),
  end: door.onboarding.end.handler(async ({ input, context: { engine, actor } }) => {
    await engine.journal.write((tx) => endOnboarding(tx, input.how, actor));
    return readOnboarding(engine.journal.orm);
  }),
};
