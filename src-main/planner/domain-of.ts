import { connectorOf } from '#contract/model/action-name.ts';
import { type Domain, DomainSchema } from '#contract/model/domain.ts';
import type { StepDraft } from '#main/planner/intents/intent.ts';
import { classify } from '#main/understanding/classify/classify.ts';
import pack from '#resources/packs/everyday/domains.json' with { type: 'json' };

const byConnector = new Map(
  Object.entries(pack.connectors).map(([name, domain]) => [name, DomainSchema.parse(domain)]),
);
const byWord = pack.words.map(({ domain, words }) => ({
  domain: DomainSchema.parse(domain),
  mentioned: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
}));

/** The model's word is taken only where nine of ten such words are right. */
const SURE = 0.9;

/** The part of life that a step belongs to: what it works with says so, a word that it speaks of, or surely its goal. */
export function domainOf({ action, says, domain }: StepDraft, goal: string): Domain {
  return (
    domain ??
    byConnector.get(connectorOf(action)) ??
    byWord.find(({ mentioned }) => mentioned.test(says))?.domain ??
    sureDomain(goal) ??
    'everyday'
  );
}

function sureDomain(goal: string): Domain | undefined {
  const { domain, domainConfidence } = classify(goal);
  return domainConfidence >= SURE ? DomainSchema.safeParse(domain).data : undefined;
}
