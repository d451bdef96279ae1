import type { Effect } from '#contract/model/effect.ts';
import type { Json } from '#contract/model/json.ts';
import { isOutside, type Provenance } from '#contract/model/provenance.ts';
import { highestRisk, type RiskTier } from '#contract/model/risk-tier.ts';
import type { ConsentScope } from '#contract/model/standing-consent.ts';
import { canonicalJson } from '#main/events/canonical-json.ts';

/** What a prepared step would do, as far as a standing yes looks at it. */
export type ProposedStep = {
  readonly action: { readonly name: string };
  readonly effect: Effect;
  readonly tier: RiskTier;
  readonly input: Json;
  readonly sinks: readonly { readonly provenance: Provenance }[];
};

/** A date, a time of day, or both, with or without a zone: what may differ from one run to the next. */
const aTime = /^(\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?|\d{2}:\d{2}(:\d{2})?)$/;

export function scopeOf({ action, effect, tier, input }: ProposedStep): ConsentScope {
  const { kind, audience, recipients, money, reversible } = effect;
  return {
    action: action.name,
    effect: { kind, audience, recipients: [...recipients].sort(), ...(money && { money }), reversible },
    tier,
    args: withoutTimes(input),
  };
}

/**
 * Whether a standing yes can reach it at all. Never what always needs the person, and never what holds anything that
 * somebody else wrote: both are looked at each time.
 */
export const mayBeAgreedAhead = ({ tier, sinks }: ProposedStep): boolean =>
  tier !== 'L3' && !sinks.some(({ provenance }) => provenance.some(isOutside));

/** Whether it is what was agreed to: all the same but its times and dates, and no more money or risk. */
export function isWithin(agreed: ConsentScope, proposed: ProposedStep): boolean {
  const now = scopeOf(proposed);
  const isNoWorse = highestRisk(agreed.tier, now.tier) === agreed.tier && costsNoMore(agreed, now);
  const asAgreed = { ...now, tier: agreed.tier, effect: { ...now.effect, money: agreed.effect.money } };
  return mayBeAgreedAhead(proposed) && isNoWorse && canonicalJson(asAgreed) === canonicalJson(agreed);
}

function costsNoMore({ effect: { money: agreed } }: ConsentScope, { effect: { money } }: ConsentScope): boolean {
  return money === undefined || (agreed?.currency === money.currency && money.minor <= agreed.minor);
}

function withoutTimes(value: Json): Json {
  if (typeof value === 'string') return aTime.test(value) ? 'a time' : value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutTimes);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutTimes(child)]));
}
