import { z } from 'zod';

/**
 * `closed`: it failed lately, but is used. `open`: nothing is sent to it until it is tried again.
 * `half-open`: one step is trying whether it is back.
 */
export const BreakerStateSchema = z.enum(['closed', 'open', 'half-open']);
export type BreakerState = z.infer<typeof BreakerStateSchema>;
