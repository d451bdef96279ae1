import type { ModelProfile } from '#contract/model/model-settings.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';

/** What is known of a question before it is asked. */
export type Demand = {
  /** `simple`: one thing, values to be read off. `complex`: several things that hang together. `text`: a text to be written. */
  readonly complexity: 'simple' | 'complex' | 'text';
  /** Who waits: somebody at the screen, or nobody. */
  readonly latency: 'waiting' | 'nobody-waits';
  /** The most that may come of it. */
  readonly risk: RiskTier;
};

/** The kind of model for a question in words (speech has its own, `realtime_voice`): by who waits, then by what is at stake and how hard it is. */
export function chooseProfile({ complexity, latency, risk }: Demand): ModelProfile {
  if (complexity === 'text') return latency === 'nobody-waits' && risk !== 'L3' ? 'batch' : 'longform';
  if (risk === 'L3' || complexity === 'complex') return 'high_reasoning';
  return 'fast_structured';
}
