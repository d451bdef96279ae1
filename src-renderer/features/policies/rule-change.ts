import type { Simulation } from '#contract/model/simulation.ts';
import type { RuleChange } from '#renderer/words/own-rules.ts';

type Counts = Pick<Simulation, 'looked' | 'askedMore' | 'askedLess' | 'refused'>;

/**
 * What a rule alone would have changed: the rules with it, held against the same rules without it. Either of the two
 * is told against what happened, and since then other settings may have changed as well.
 */
export function changeOf(without: Counts, withIt: Counts): RuleChange {
  const refused = Math.max(0, withIt.refused - without.refused);
  const asked = withIt.askedMore - without.askedMore - (withIt.askedLess - without.askedLess);
  // One rule either asks or refuses, and what it refuses is asked neither more nor less.
  if (refused > 0) return { looked: withIt.looked, askedMore: 0, askedLess: 0, refused };
  return { looked: withIt.looked, askedMore: Math.max(0, asked), askedLess: Math.max(0, -asked), refused };
}
