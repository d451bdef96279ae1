import type { Domain } from '#contract/model/domain.ts';

/** For what a model is asked, and whether its answer is still wanted. */
export type AskedFor = {
  readonly runId: string | null;
  readonly automationId: string | null;
  readonly signal: AbortSignal;
  /** The parts of life that it speaks of; some may stay on this computer. */
  readonly domains: readonly Domain[];
};

/** The text that a role is instructed with, and the names and versions of what it is made of. */
export type Prompt = { readonly name: string; readonly instructions: string };
