import type { Card } from '#contract/model/card.ts';
import type { RuleOffer } from '#contract/model/own-rule.ts';
import { isOutside } from '#contract/model/provenance.ts';

type Offered = RuleOffer['rule'];

/** So many a day are enough for a habit, and few enough that one that went wrong is noticed. */
const A_DAY = 10;
/** Behind these stand millions who have nothing to do with each other. */
const ANYBODYS = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  'proton.me',
  'protonmail.com',
  'fastmail.com',
  'aol.com',
  'mail.com',
]);

/**
 * The rules that a yes to this card could be made into, the narrowest first. None for what always needs the person,
 * and none for what somebody else's words decided.
 */
export function offersFor(card: Card, tool: string, automationId: string | null): readonly Offered[] {
  const { effect, risk, values } = card;
  const { recipients, audience, reversible, money } = effect;
  const isOpen = risk === 'L1' || risk === 'L2';
  const fromOutside = values.some(({ provenance }) => provenance.length === 0 || provenance.some(isOutside));
  if (!isOpen || fromOutside || money || reversible === 'no') return [];
  if (audience === 'stranger' || audience === 'public') return [];
  const rules = recipients.length === 0 ? forYourself(card, tool) : forPeople(card, tool);
  const within = automationId === null ? [] : rules.slice(0, 1).map((rule) => ({ ...rule, automationId }));
  return [...within, ...rules];
}

function forYourself({ effect: { audience, reversible } }: Card, tool: string): Offered[] {
  if (audience === 'known' || reversible !== 'yes') return [];
  return [{ template: 'always-for-yourself', blanks: { tool, count: A_DAY } }];
}

function forPeople({ effect: { kind, audience, recipients } }: Card, tool: string): Offered[] {
  const people = [...new Set(recipients.map((each) => each.trim().toLowerCase()))].sort();
  const byTool: Offered = { template: 'always-to-people', blanks: { tool, people, count: A_DAY } };
  if (audience !== 'known' || (kind !== 'message' && kind !== 'event')) return [byTool];
  const domains = new Set(people.map((each) => /@([^@]+)$/.exec(each)?.[1] ?? ''));
  const [domain = ''] = domains;
  const isOneHouse = domains.size === 1 && domain !== '' && !ANYBODYS.has(domain);
  return [
    byTool,
    { template: 'write-to-people', blanks: { people, count: A_DAY } },
    ...(isOneHouse ? [{ template: 'write-to-domain' as const, blanks: { domain, count: A_DAY } }] : []),
  ];
}
