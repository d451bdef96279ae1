import type { Conflict } from '#contract/model/conflict.ts';
import type { Because, Decision } from '#contract/model/decision.ts';

const ruleOf = { limit: 'your-limits', time: 'one-thing-at-a-time' } as const;

/**
 * The rules' word with what stands in the way: `allow` becomes `ask`, and nothing becomes less. A limit
 * that is not reached adds nothing, so it can weaken no rule.
 */
export function raiseDecision(decision: Decision, conflicts: readonly Conflict[]): Decision {
  if (conflicts.length === 0 || decision.verdict === 'refuse') return decision;
  const because: Because[] = conflicts.map(({ with: { kind }, says }) => ({ rule: ruleOf[kind], says }));
  if (decision.verdict === 'allow') return { ...decision, verdict: 'ask', because, notify: false };
  return { ...decision, because: [...decision.because, ...because] };
}
