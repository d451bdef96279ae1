import type { Domain } from '#contract/model/domain.ts';
import { DomainSchema } from '#contract/model/domain.ts';
import type { PauseScope } from '#contract/model/pause.ts';

const domainTitles: Readonly<Record<Domain, string>> = {
  career: 'Work and career',
  finance: 'Money',
  health: 'Health',
  family: 'Family',
  home: 'Home',
  travel: 'Travel',
  communication: 'Messages',
  'shopping-food': 'Shopping and food',
  'legal-admin': 'Papers and offices',
  'creator-business': 'Posts and business',
  everyday: 'Everyday things',
};

/** What a pause wider than one run covers, as the person knows it. */
export function scopeTitle(scope: PauseScope, titleOf: (provider: string) => string): string {
  const [kind, ...rest] = scope.split(':');
  const name = rest.join(':');
  if (kind === 'connector') return titleOf(name);
  if (kind === 'automation') return 'An automation';
  const domain = DomainSchema.safeParse(name);
  return domain.success ? domainTitles[domain.data] : 'Everything new';
}

export const heldWords = {
  plan: 'Make a plan for this, and show it to you.',
  waits: 'It waits for your OK; after that it may start.',
  /** What lifting a wide pause begins, beside the requests that stand in the list themselves. */
  wide(scope: PauseScope, count: number): string {
    const fresh = scope === 'everything' ? 'New requests start again.' : 'It is used again for new requests.';
    if (count === 0) return fresh;
    return `${fresh} ${count === 1 ? 'One request' : `${count} requests`} below can go on.`;
  },
} as const;
