import type { StepRow } from '#db/repositories/steps.ts';
import { openContext } from '#main/executor/action-context.ts';
import { callKey } from '#main/executor/call-key.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import { keepAttached } from '#main/executor/keep-attached.ts';
import type { Draft } from '#main/executor/start-step.ts';

/**
 * While its service is out of order, a step is only drafted: what it would make is kept with the run, for the person
 * to read. It helps where it can and is no loss where it can't, so a draft that fails is only noted.
 */
export async function draftStep(parts: ExecutorParts, step: StepRow, { draft, view }: Draft): Promise<void> {
  const { action, connector, input, before } = draft;
  const { runId, id: stepId } = step;
  try {
    const { context, attached } = openContext(parts, { connector, key: callKey(step), before, mode: 'draft', view });
    const drafted = await action.run(input, context);
    if (!drafted.ok || attached.length === 0) return;
    await parts.journal.write((tx) => {
      keepAttached(tx, { runId, stepId }, attached);
      const body = { kind: 'step.drafted', says: step.name, documents: attached.length } as const;
      tx.append({ actor: 'life-os', runId, stepId, body });
    });
  } catch (error) {
    parts.log.error({ error, runId, step: stepId }, 'a step could not be drafted while its service is out of order');
  }
}
