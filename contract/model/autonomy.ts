import { z } from 'zod';

/** The three autonomy levels of section 4.2, in the order of how much is asked. */
export const AutonomySchema = z.enum(['ask-everything', 'ask-important', 'run-safe']);
export type Autonomy = z.infer<typeof AutonomySchema>;
