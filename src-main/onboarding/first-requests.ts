import type { Priority } from '#contract/model/onboarding.ts';
import pack from '#resources/packs/everyday/first-requests.json' with { type: 'json' };

const MOST = 3;

/** Sentences for a first request: of what matters to the person first, then what everybody can use. */
export function firstRequests(priorities: readonly Priority[]): string[] {
  const all = [...priorities.flatMap((priority) => pack[priority]), ...pack.everyday];
  return [...new Set(all)].slice(0, MOST);
}
