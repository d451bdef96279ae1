import type { ModelRouter } from '#main/model-router/model-router.ts';
import type { Prompt } from '#main/roles/asked-for.ts';
import { joinPrompts, openPrompt } from '#main/roles/plan-instructions.ts';
import { DEMAND_OF_VALUES } from '#main/roles/propose-tool-calls.ts';

/**
 * Whether a plan may leave values open until its steps have found theirs: only where a model on this computer can fill
 * them in, since that is the only one that may see what was found.
 */
export const mayLeaveOpen = ({ canAsk }: Pick<ModelRouter, 'canAsk'>): Promise<boolean> =>
  canAsk({ demand: DEMAND_OF_VALUES, domains: [], onlyHere: true });

/** Said at the end, so that the prompt begins alike for everybody. */
export const withOpen = (prompt: Prompt, isAllowed: boolean): Prompt =>
  isAllowed ? joinPrompts(prompt, openPrompt) : prompt;
