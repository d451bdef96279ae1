import { saidIn } from '#contract/language/said-in.ts';
import english from '#resources/packs/everyday/copy.json' with { type: 'json' };

/** What the planner says. What it has to read itself (such as the sentence that an answer stands for) is English. */
export const copy = saidIn(english);
