import type { Reading } from '#main/planner/intents/intent.ts';
import copy from '#resources/packs/everyday/copy.json' with { type: 'json' };

/** The honest answer to “delete all my notes”. */
export const oneAtATime = (says: string): Reading => ({
  kind: 'cannot',
  answer: { reason: 'planned', says, examples: copy.examples.deleteOne },
});
