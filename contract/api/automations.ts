import { z } from 'zod';
import { acting, owning, viewing } from '#contract/api/errors.ts';
import { ById } from '#contract/api/paging.ts';
import {
  AutomationSchema,
  CatchUpSchema,
  NewAutomationSchema,
  PlannedAutomationSchema,
} from '#contract/model/automation.ts';
import { HappeningKindSchema } from '#contract/model/happening.ts';
import { TimeZoneSchema } from '#contract/model/instant.ts';
import { RehearsalSchema } from '#contract/model/rehearsal.ts';
import { IntentSchema } from '#contract/model/task.ts';
import { TriggerSchema } from '#contract/model/trigger.ts';

const tags = ['Automations'];

export const automations = {
  list: viewing
    .route({ method: 'GET', path: '/automations', summary: 'What is done by itself, the next one first', tags })
    .output(z.object({ items: z.array(AutomationSchema) })),
  happenings: viewing
    .route({ method: 'GET', path: '/automations/happenings', summary: 'What can set an automation off', tags })
    .output(z.object({ items: z.array(HappeningKindSchema) })),
  /** Takes “every weekday at 7, show me my events” apart; `trigger` null where no rhythm is said. */
  read: viewing
    .route({ method: 'POST', path: '/automations/read', summary: 'Find the rhythm that a sentence says', tags })
    .input(z.object({ sentence: IntentSchema, timeZone: TimeZoneSchema.optional() }))
    .output(z.object({ sentence: z.string(), trigger: TriggerSchema.nullable() })),
  /** Goes through the next occurrence without doing anything, and shows what it will ask for. */
  rehearse: viewing
    .route({ method: 'POST', path: '/automations/rehearse', summary: 'See what an automation would do', tags })
    .input(PlannedAutomationSchema)
    .output(RehearsalSchema),
  create: owning
    .route({ method: 'POST', path: '/automations', successStatus: 201, summary: 'Have something done by itself', tags })
    .input(NewAutomationSchema)
    .output(AutomationSchema),
  change: owning
    .route({
      method: 'PUT',
      path: '/automations/{id}',
      summary: 'Pause it, let it go on, let it only practise, or change its catch-up',
      tags,
    })
    .input(
      ById.extend({
        paused: z.boolean().optional(),
        shadow: z.boolean().optional(),
        catchUp: CatchUpSchema.optional(),
      }),
    )
    .output(AutomationSchema),
  /** With `shadow` it is only tried out: everything but the effects. */
  run: acting
    .route({ method: 'POST', path: '/automations/{id}/run', summary: 'Do it now, beside its times', tags })
    .input(ById.extend({ requestId: z.string().min(1).max(100).optional(), shadow: z.boolean().default(false) }))
    .output(z.object({ runId: z.string() })),
  answerMissed: acting
    .route({ method: 'POST', path: '/automations/{id}/missed', summary: 'Say what to do about a missed time', tags })
    .input(ById.extend({ missedAt: z.string(), decision: z.enum(['do-it-now', 'leave-it']) }))
    .output(AutomationSchema),
  remove: owning
    .route({ method: 'DELETE', path: '/automations/{id}', summary: 'Remove it; what it did stays in the log', tags })
    .input(ById)
    .output(z.object({ id: z.string() })),
  restore: owning
    .route({ method: 'POST', path: '/automations/{id}/restore', summary: 'Take a removal back', tags })
    .input(ById)
    .output(AutomationSchema),
  revokeConsent: owning
    .route({
      method: 'DELETE',
      path: '/automations/{id}/consents/{consentId}',
      summary: 'Be asked about this again from now on',
      tags,
    })
    .input(ById.extend({ consentId: z.string().min(1).max(200) }))
    .output(AutomationSchema),
};
