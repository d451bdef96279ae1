import type { Effect } from '#contract/model/effect.ts';
import { type Json, type JsonObject, JsonObjectSchema } from '#contract/model/json.ts';
import { highestRisk, type RiskTier } from '#contract/model/risk-tier.ts';
import type { ToolDoes, ToolHints, ToolMap } from '#contract/model/tool-server.ts';

/** What the look found: whether the person knows everybody whom it would reach. */
export type Reached = { readonly audience: Effect['audience'] };

const tiers: Readonly<Record<ToolDoes, RiskTier>> = {
  looks: 'L0',
  drafts: 'L1',
  changes: 'L2',
  sends: 'L2',
  publishes: 'L3',
  pays: 'L3',
  'hands-in': 'L3',
};

const kinds: Readonly<Record<ToolDoes, Effect['kind']>> = {
  looks: 'none',
  drafts: 'draft',
  changes: 'file',
  sends: 'message',
  publishes: 'post',
  pays: 'payment',
  'hands-in': 'submission',
};

/** Without a map always with the person. What the program says of itself only ever makes it more serious. */
export function riskOf(map: ToolMap | null, { readOnly, destructive }: ToolHints): RiskTier {
  if (map === null || destructive === true) return 'L3';
  return readOnly === false ? highestRisk(tiers[map.does], 'L2') : tiers[map.does];
}

/**
 * Life OS can take back nothing that another program did, so nothing here is reversible, also what the person can take
 * back there by hand.
 */
export function effectOf(map: ToolMap | null, hints: ToolHints, input: Json, { audience }: Reached): Effect {
  if (map === null) return { kind: 'setting', audience: 'stranger', recipients: [], reversible: 'no' };
  const kind = kinds[map.does];
  if (kind === 'none') {
    const reversible = riskOf(map, hints) === 'L0' ? 'yes' : 'no';
    return { kind, audience: 'nobody', recipients: [], reversible };
  }
  return { kind, audience, recipients: [...recipientsIn(map, input)], reversible: 'no' };
}

/** Whom it reaches: the words of the argument that says so. */
export function recipientsIn({ reaches, recipients }: ToolMap, input: Json): readonly string[] {
  if (reaches !== 'others' || recipients === null) return [];
  const value = (JsonObjectSchema.safeParse(input).data as JsonObject | undefined)?.[recipients];
  const all = Array.isArray(value) ? value : [value];
  return all.filter((each): each is string => typeof each === 'string' && each.trim() !== '');
}

/** Known only where every one of them is. */
export function audienceOf(map: ToolMap | null, input: Json, knows: (address: string) => boolean): Effect['audience'] {
  if (map === null) return 'stranger';
  if (map.does === 'publishes' || map.reaches === 'public') return 'public';
  if (map.reaches === 'self') return 'self';
  const recipients = recipientsIn(map, input);
  return recipients.length > 0 && recipients.every(knows) ? 'known' : 'stranger';
}
