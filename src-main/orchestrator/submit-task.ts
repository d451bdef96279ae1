import type { Happening } from '#contract/model/happening.ts';
import type { Role } from '#contract/model/role.ts';
import type { NewTask } from '#contract/model/task.ts';
import { findOwner } from '#db/repositories/people.ts';
import { findRunOfTask, insertRun, type RunRow } from '#db/repositories/runs.ts';
import { findTaskByRequest, insertTask, type TaskRow } from '#db/repositories/tasks.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Engine } from '#main/orchestrator/engine.ts';

/** What began a run when the person did not say it just then. */
export type Cause = { readonly automationId: string; readonly happening: Happening | null };

/** Who asked, and what they may do here: the rules are told. */
export type Asker = { readonly actor: string; readonly role: Role };

export type Submitted = { readonly task: TaskRow; readonly run: RunRow };

/** Task, run, first event and queue row in one transaction. The same `requestId` twice is one task. */
export async function submitTask(engine: Engine, request: NewTask, by: Asker): Promise<Submitted> {
  return engine.journal.write((tx) => submitWithin(engine, tx, request, by));
}

/** The same inside a transaction that has more to say, such as what an automation does next. */
export function submitWithin(
  engine: Engine,
  tx: JournalTx,
  request: NewTask,
  by: Asker,
  cause: Cause | null = null,
): Submitted {
  return findSubmitted(tx, request.requestId) ?? insertSubmitted(engine, tx, request, by, cause);
}

function findSubmitted(tx: JournalTx, requestId: string | undefined): Submitted | null {
  const task = requestId === undefined ? undefined : findTaskByRequest(tx.orm, requestId);
  const run = task && findRunOfTask(tx.orm, task.id);
  return task && run ? { task, run } : null;
}

function insertSubmitted(
  engine: Engine,
  tx: JournalTx,
  request: NewTask,
  { actor, role }: Asker,
  cause: Cause | null,
): Submitted {
  const owner = findOwner(tx.orm);
  if (!owner) throw new Error('There is no owner yet; the app was not composed.');
  const shared = {
    userId: owner.id,
    intent: request.intent,
    priority: request.priority,
    timeZone: request.timeZone ?? engine.timeZone,
    createdAt: tx.now,
  };
  const task: TaskRow = {
    ...shared,
    id: tx.newId(),
    constraints: request.constraints,
    requestId: request.requestId ?? null,
  };
  const run: RunRow = {
    ...shared,
    id: tx.newId(),
    taskId: task.id,
    goal: null,
    state: 'queued',
    riskLevel: 'L0',
    question: null,
    givenAnswers: [],
    answer: null,
    leftOut: [],
    inDoubtSince: null,
    automationId: cause?.automationId ?? null,
    role,
    happening: cause?.happening ?? null,
    strayed: false,
    shadow: request.shadow,
    ifFails: 'leave',
    updatedAt: tx.now,
  };
  insertTask(tx, task);
  insertRun(tx, run);
  tx.append({ actor, runId: run.id, body: { kind: 'task.submitted', intent: task.intent } });
  engine.queue.enqueue(tx, run);
  return { task, run };
}
