import type { Attention } from '#contract/api/attention.ts';
import type { DeadLetter, Tries } from '#contract/model/dead-letter.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import type { Orm } from '#db/open-database.ts';
import { listBreakers } from '#db/repositories/breakers.ts';
import { type DeadLetterRow, findDeadLetter, listDeadLetters } from '#db/repositories/dead-letters.ts';
import { findRun } from '#db/repositories/runs.ts';
import { countStepsWaitingFor, findStep } from '#db/repositories/steps.ts';
import { listCallsIn, listCallsOfStep, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { door, orNotFound, refuseIf } from '#main/api/door.ts';
import type { ToolBox } from '#main/executor/tool-box.ts';
import { answerDeadLetter } from '#main/orchestrator/answer-dead-letter.ts';
import { refusals } from '#main/orchestrator/refusal.ts';

const MOST_LETTERS = 200;

function readAttention(orm: Orm, tools: ToolBox): Attention {
  return {
    unknown: listCallsIn(orm, 'unknown').flatMap((call) => showUnknown(orm, tools, call) ?? []),
    deadLetters: listDeadLetters(orm, 'waiting', MOST_LETTERS).flatMap((row) => showLetter(orm, row) ?? []),
    services: listBreakers(orm).flatMap(({ connector, openedAt, probeAt, failure }) => {
      if (openedAt === null || probeAt === null) return [];
      const delayed = countStepsWaitingFor(orm, 'service', connector);
      return [{ connector, title: tools.titleOf(connector), since: openedAt, triesAgainAt: probeAt, failure, delayed }];
    }),
  };
}

/** Null when its run is gone. */
function showUnknown(orm: Orm, tools: ToolBox, call: ToolCallRow): Attention['unknown'][number] | null {
  const { runId, stepId, action, connector, createdAt } = call;
  const run = findRun(orm, runId);
  if (!run) return null;
  return {
    runId,
    stepId,
    intent: run.intent,
    action,
    says: findStep(orm, runId, stepId)?.name ?? action,
    service: tools.titleOf(connector),
    since: createdAt,
    runOver: isRunOver(run.state),
    tries: triesOf(orm, runId, stepId),
  };
}

/** Null when its step is gone. */
function showLetter(orm: Orm, letter: DeadLetterRow): DeadLetter | null {
  const { id, runId, stepId, failure, status, createdAt } = letter;
  const step = findStep(orm, runId, stepId);
  const run = findRun(orm, runId);
  if (!step || !run) return null;
  const tries = triesOf(orm, runId, stepId);
  const { intent } = run;
  return { id, runId, stepId, intent, says: step.name, action: step.tool, failure, status, createdAt, tries };
}

const triesOf = (orm: Orm, runId: string, stepId: string): Tries =>
  listCallsOfStep(orm, runId, stepId).map(({ createdAt, failure }) => ({ at: createdAt, failure }));

export const attention = {
  get: door.attention.get.handler(({ context: { engine } }) => readAttention(engine.journal.orm, engine.tools)),
  answerDeadLetter: door.attention.answerDeadLetter.handler(async ({ input, context: { engine, actor } }) => {
    refuseIf(await answerDeadLetter(engine, input, actor));
    const { orm } = engine.journal;
    const letter = findDeadLetter(orm, input.id);
    return orNotFound(letter && showLetter(orm, letter), refusals.noSuchLetter);
  }),
};
