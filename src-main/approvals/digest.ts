import { createHash } from 'node:crypto';
import type { Effect } from '#contract/model/effect.ts';
import type { Json } from '#contract/model/json.ts';
import { canonicalJson } from '#main/events/canonical-json.ts';

/** What a consent is bound to. Anything of it different: another digest, another card. */
export function digestOf(bound: { action: string; args: Json; effect: Effect; version: string }): string {
  return createHash('sha256').update(canonicalJson(bound)).digest('hex');
}
