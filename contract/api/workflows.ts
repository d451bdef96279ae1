import { z } from 'zod';
import { acting, viewing } from '#contract/api/errors.ts';
import { ById, PageQuerySchema, pageOf } from '#contract/api/paging.ts';
import { ApprovalSchema } from '#contract/model/approval.ts';
import { ArtifactSchema } from '#contract/model/artifact.ts';
import { KeptChoiceSchema } from '#contract/model/conflict.ts';
import { LoggedEventSchema } from '#contract/model/event.ts';
import { StepIdSchema } from '#contract/model/plan.ts';
import { RunStateSchema, RunSummarySchema, StepSchema } from '#contract/model/run.ts';
import { UndoChoiceSchema } from '#contract/model/undo.ts';

export const RunDetailSchema = RunSummarySchema.extend({
  steps: z.array(StepSchema),
  approvals: z.array(ApprovalSchema),
  artifacts: z.array(ArtifactSchema),
  events: z.array(LoggedEventSchema),
});
export type RunDetail = z.infer<typeof RunDetailSchema>;

const tags = ['Workflows'];
const ByStep = ById.extend({ stepId: StepIdSchema });

export const workflows = {
  list: viewing
    .route({ method: 'GET', path: '/workflows', summary: 'Runs, newest first', tags })
    .input(PageQuerySchema.extend({ state: RunStateSchema.optional() }))
    .output(pageOf(RunSummarySchema)),
  get: viewing
    .route({
      method: 'GET',
      path: '/workflows/{id}',
      summary: 'One run with its steps, approvals, artifacts and events',
      tags,
    })
    .input(ById)
    .output(RunDetailSchema),
  /** Approves waiting cards of one plan in one decision; each is named with the digest that was seen. */
  approve: acting
    .route({ method: 'POST', path: '/workflows/{id}/approve', summary: 'Approve lines of a plan together', tags })
    .input(
      ById.extend({
        approve: z
          .array(z.strictObject({ approvalId: z.string(), digest: z.string(), choice: KeptChoiceSchema.optional() }))
          .max(500),
        decline: z.array(z.string()).max(500).default([]),
      }),
    )
    .output(RunDetailSchema),
  answer: acting
    .route({ method: 'POST', path: '/workflows/{id}/answer', summary: 'Answer the question that a run asks', tags })
    .input(ById.extend({ questionId: z.string(), text: z.string().trim().min(1).max(10_000) }))
    .output(RunDetailSchema),
  cancel: acting
    .route({
      method: 'POST',
      path: '/workflows/{id}/cancel',
      summary: 'Stop a run for good; what is done stays done',
      tags,
    })
    .input(ById)
    .output(RunDetailSchema),
  pause: acting
    .route({ method: 'POST', path: '/workflows/{id}/pause', summary: 'Hold a run where it is', tags })
    .input(ById)
    .output(RunDetailSchema),
  resume: acting
    .route({
      method: 'POST',
      path: '/workflows/{id}/resume',
      summary: 'Let this run go on, whatever pause holds it',
      tags,
    })
    .input(ById)
    .output(RunDetailSchema),
  undo: acting
    .route({ method: 'POST', path: '/workflows/{id}/undo', summary: 'Take back what a run did, latest first', tags })
    .input(ById)
    .output(RunDetailSchema),
  undoStep: acting
    .route({ method: 'POST', path: '/workflows/{id}/steps/{stepId}/undo', summary: 'Take one step back', tags })
    .input(ByStep)
    .output(RunDetailSchema),
  callOff: acting
    .route({
      method: 'POST',
      path: '/workflows/{id}/steps/{stepId}/call-off',
      summary: 'Take back a message before it leaves',
      tags,
    })
    .input(ByStep)
    .output(RunDetailSchema),
  /** Pressed on the row of what was taken back: the consent to exactly the same again. Anything else is asked. */
  redoStep: acting
    .route({ method: 'POST', path: '/workflows/{id}/steps/{stepId}/redo', summary: 'Put back what was undone', tags })
    .input(ByStep)
    .output(RunDetailSchema),
  answerUndo: acting
    .route({
      method: 'POST',
      path: '/workflows/{id}/steps/{stepId}/undo-answer',
      summary: 'Say whether what was changed since is kept or goes',
      tags,
    })
    .input(ByStep.extend({ choice: UndoChoiceSchema }))
    .output(RunDetailSchema),
  /** For a step whose outcome could not be known: the person says whether it happened. */
  settleStep: acting
    .route({
      method: 'POST',
      path: '/workflows/{id}/steps/{stepId}/settle',
      summary: 'Say what became of a step',
      tags,
    })
    .input(ByStep.extend({ outcome: z.enum(['it-happened', 'do-it-again', 'leave-it']) }))
    .output(RunDetailSchema),
};
