import { z } from 'zod';

/**
 * `intended`: the row that was committed before the request left. `happened`: the outcome is known.
 * `did-not-happen`: known to have had no effect. `rehearsed`: in a shadow run, without effect. `unknown`: put before the person. `undone`: taken back.
 */
export const ToolCallStatusSchema = z.enum([
  'intended',
  'happened',
  'did-not-happen',
  'rehearsed',
  'unknown',
  'undone',
]);
export type ToolCallStatus = z.infer<typeof ToolCallStatusSchema>;
