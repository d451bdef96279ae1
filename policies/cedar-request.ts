import type { StatefulAuthorizationCall } from '@cedar-policy/cedar-wasm/nodejs';
import { isOutside, type Provenance } from '#contract/model/provenance.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import { nothingDone } from '#policies/circumstances.ts';
import type { Question } from '#policies/facts.ts';
import { raisedRisk } from '#policies/raise-risk.ts';

export type CedarRequest = Pick<
  StatefulAuthorizationCall,
  'principal' | 'action' | 'resource' | 'context' | 'entities'
>;

const riskNumbers = { L0: 0, L1: 1, L2: 2, L3: 3 } as const satisfies Record<RiskTier, number>;

/** The question in the words of `schema.cedarschema`. */
export function toCedarRequest(question: Question): CedarRequest {
  const { effect } = question;
  const tool = { type: 'Tool', id: question.action };
  const recipients = effect.recipients.map((each) => each.toLowerCase());
  return {
    principal: { type: 'Role', id: question.role },
    action: { type: 'Action', id: effect.kind },
    resource: tool,
    context: {
      approved: question.approved,
      paused: question.paused,
      firstWeek: question.firstWeek,
      known: question.known,
      risk: riskNumbers[raisedRisk(question)],
      audience: { __entity: { type: 'Audience', id: effect.audience } },
      recipients,
      recipientDomains: [...new Set(recipients.map(domainOfAddress))],
      ...(effect.money && { money: { minor: effect.money.minor, currency: effect.money.currency } }),
      wayBack: { __entity: { type: 'WayBack', id: effect.reversible } },
      replanned: question.replanned,
      foreignPlan: question.foreignPlan,
      outsideValues: question.sinks.filter(({ provenance }) => mayBeOutside(provenance)).map(({ path }) => path),
      domain: question.domain,
      confidence: Math.floor(question.confidence * 100),
      level: question.autonomy,
      ...(question.automation !== null && { automation: question.automation }),
      shadow: question.shadow,
      ...nothingDone,
      ...question.circumstances,
      modelValues: question.sinks.filter(({ provenance }) => provenance.includes('model')).map(({ path }) => path),
    },
    entities: [{ uid: tool, attrs: {}, parents: [{ type: 'Connector', id: question.connector }] }],
  };
}

/** What stands behind the last @ of an address; a handle without one has a domain of nothing. */
const domainOfAddress = (address: string): string => /@([^@]*)$/.exec(address)?.[1] ?? '';

/** A value without any mark could have come from anywhere, so it counts as outside. */
const mayBeOutside = (provenance: Provenance): boolean => provenance.length === 0 || provenance.some(isOutside);
