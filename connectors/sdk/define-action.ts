import type { z } from 'zod';
import type { Action, ActionDefinition } from '#connectors/sdk/action.ts';
import type { Json } from '#contract/model/json.ts';

/**
 * Declares an action with full types inside and closes over them outside, so that a list can hold
 * actions of different shapes. The executor parses every input and output with the action's own
 * schemas before it hands them back in, which is what makes the closing sound.
 */
export function defineAction<In extends z.ZodType, Out extends z.ZodType, Before extends Json = null>(
  definition: ActionDefinition<In, Out, Before>,
): Action {
  return definition as unknown as Action;
}
