import { z } from 'zod';
import { InstantSchema } from '#contract/model/instant.ts';
import { StepIdSchema } from '#contract/model/plan.ts';

/** A document that a step made, kept by its content's SHA-256. */
export const ArtifactSchema = z.object({
  id: z.string(),
  runId: z.string(),
  stepId: StepIdSchema,
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  sha256: z.string(),
  createdAt: InstantSchema,
});
export type Artifact = z.infer<typeof ArtifactSchema>;
