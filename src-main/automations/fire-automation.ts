import type { EventBody } from '#contract/model/event.ts';
import type { Happening } from '#contract/model/happening.ts';
import type { AutomationRow } from '#db/repositories/automations.ts';
import { findTaskByRequest } from '#db/repositories/tasks.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { submitWithin } from '#main/orchestrator/submit-task.ts';

export type Firing = {
  /** Names this firing: the same one again fires nothing. */
  readonly occasion: string;
  readonly dueAt: string;
  readonly why: Extract<EventBody, { kind: 'automation.fired' }>['why'];
  readonly happening?: Happening;
  /** Only tried out, also where the automation does not always practise. */
  readonly shadow?: boolean;
};

/**
 * Task, run, queue row and event of one firing, within the transaction that also moves the automation on. Answers with
 * the run; for an occasion that was taken already it is the run that stands.
 */
export function fireAutomation(
  engine: Engine,
  tx: JournalTx,
  automation: AutomationRow,
  { occasion, dueAt, why, happening, shadow: triedOut = false }: Firing,
  actor: string,
): string {
  const requestId = `automation:${automation.id}:${occasion}`;
  const isNew = findTaskByRequest(tx.orm, requestId) === undefined;
  const shadow = automation.shadow || triedOut;
  const request = {
    intent: automation.sentence,
    priority: 'normal',
    constraints: {},
    shadow,
    requestId,
  } as const;
  const cause = { automationId: automation.id, happening: happening ?? null };
  const { run } = submitWithin(
    engine,
    tx,
    { ...request, timeZone: automation.timeZone },
    { actor, role: 'owner' },
    cause,
  );
  const body = {
    kind: 'automation.fired',
    automationId: automation.id,
    says: automation.sentence,
    dueAt,
    why,
    ...(shadow ? { shadow } : {}),
  } as const;
  if (isNew) tx.append({ actor, runId: run.id, body });
  return run.id;
}
