import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '#contract/api/router.ts';
import { StatusSchema } from '#contract/api/status.ts';
import { RunDetailSchema } from '#contract/api/workflows.ts';
import { ApprovalSchema } from '#contract/model/approval.ts';
import { ArtifactSchema } from '#contract/model/artifact.ts';
import { CardSchema } from '#contract/model/card.ts';
import { DecisionSchema } from '#contract/model/decision.ts';
import { EffectSchema } from '#contract/model/effect.ts';
import { EventBodySchema, LoggedEventSchema } from '#contract/model/event.ts';
import { FailureSchema } from '#contract/model/failure.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { IntegrationSchema } from '#contract/model/integration.ts';
import { JsonSchema } from '#contract/model/json.ts';
import { MemoryItemSchema } from '#contract/model/memory-item.ts';
import { PauseReceiptSchema } from '#contract/model/pause.ts';
import { LeftOutSchema, QuestionSchema } from '#contract/model/plan.ts';
import { PolicySchema } from '#contract/model/policy.ts';
import { RunSummarySchema, StepSchema } from '#contract/model/run.ts';
import { ScheduleSchema } from '#contract/model/schedule.ts';

/** The nouns that get a name of their own in the description, so that none is written out twice. */
const nouns = {
  Approval: ApprovalSchema,
  Artifact: ArtifactSchema,
  Card: CardSchema,
  Decision: DecisionSchema,
  Effect: EffectSchema,
  EventBody: EventBodySchema,
  Failure: FailureSchema,
  Instant: InstantSchema,
  Integration: IntegrationSchema,
  Json: JsonSchema,
  LeftOut: LeftOutSchema,
  LoggedEvent: LoggedEventSchema,
  MemoryItem: MemoryItemSchema,
  PauseReceipt: PauseReceiptSchema,
  Policy: PolicySchema,
  Question: QuestionSchema,
  RunDetail: RunDetailSchema,
  RunSummary: RunSummarySchema,
  Schedule: ScheduleSchema,
  Status: StatusSchema,
  Step: StepSchema,
};

/** The contract as an OpenAPI document. */
export function describeApi(): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const commonSchemas = Object.fromEntries(
    Object.entries(nouns).map(([name, schema]) => [name, { strategy: 'output' as const, schema }]),
  );
  return generator.generate(contract, {
    info: { title: 'Life OS', version: '1' },
    commonSchemas: { ...commonSchemas, UndefinedError: { error: 'UndefinedError' } },
  });
}
