import { t } from '#contract/language/t.ts';
import type { Domain } from '#contract/model/domain.ts';
import { DomainSchema } from '#contract/model/domain.ts';
import type { PauseScope } from '#contract/model/pause.ts';

const domainTitles: Readonly<Record<Domain, string>> = {
  career: t`Work and career`,
  finance: t`Money`,
  health: t`Health`,
  family: t`Family`,
  home: t`House and home`,
  travel: t`Travel`,
  communication: t`Messages`,
  'shopping-food': t`Shopping and food`,
  'legal-admin': t`Papers and offices`,
  'creator-business': t`Posts and business`,
  everyday: t`Everyday things`,
};

/** What a pause wider than one run covers, as the person knows it. */
export function scopeTitle(scope: PauseScope, titleOf: (provider: string) => string): string {
  const [kind, ...rest] = scope.split(':');
  const name = rest.join(':');
  if (kind === 'connector') return titleOf(name);
  if (kind === 'automation') return t`An automation`;
  const domain = DomainSchema.safeParse(name);
  return domain.success ? domainTitles[domain.data] : t`Everything new`;
}

export const heldWords = {
  plan: t`Make a plan for this, and show it to you.`,
  waits: t`It waits for your OK; after that it may start.`,
  /** What lifting a wide pause begins, beside the requests that stand in the list themselves. */
  wide(scope: PauseScope, count: number): string {
    const fresh = scope === 'everything' ? t`New requests start again.` : t`It is used again for new requests.`;
    if (count === 0) return fresh;
    return `${fresh} ${count === 1 ? t`One request below can go on.` : t`${count} requests below can go on.`}`;
  },
} as const;
