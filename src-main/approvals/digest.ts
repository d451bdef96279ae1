import { hash } from 'node:crypto';
import type { Conflict } from '#contract/model/conflict.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Json } from '#contract/model/json.ts';
import { canonicalJson } from '#main/events/canonical-json.ts';

/**
 * What a consent is bound to. Anything of it different: another digest, another card. The calendar time
 * follows from the arguments and the version, and the next occurrences of a series move on by themselves.
 */
export function digestOf(bound: { action: string; args: Json; effect: Effect; version: string }): string {
  const { takesTime: _follows, ...effect } = bound.effect;
  return hashOf({ ...bound, effect });
}

/** Binds what a card says stands in the way as well, so that a yes is never a yes to more than was said. */
export const digestWith = (digest: string, conflicts: readonly Conflict[] = []): string =>
  conflicts.length === 0 ? digest : hashOf({ digest, conflicts: conflicts.map((conflict) => conflict.with) });

const hashOf = (bound: object): string => hash('sha256', canonicalJson(bound), 'hex');
