import type { Reading } from '#main/planner/intents/intent.ts';
import { copy } from '#main/planner/text/copy.ts';

/** The honest answer to “delete all my notes”. */
export const oneAtATime = (says: string): Reading => ({
  kind: 'cannot',
  answer: { reason: 'planned', says, examples: copy.examples.deleteOne },
});
