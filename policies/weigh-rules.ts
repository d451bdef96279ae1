import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import { type CedarRequest, toCedarRequest } from '#policies/cedar-request.ts';
import { type Asked, type CompiledRule, compileRule } from '#policies/compile-rule.ts';
import type { Answer } from '#policies/decide.ts';
import type { Question } from '#policies/facts.ts';
import { isReadable } from '#policies/is-readable.ts';
import type { RuleEffect, WrittenRule } from '#policies/read-rules.ts';
import { entity, NoAnswer, type Value } from '#policies/rule-value.ts';

type Weighed = { readonly id: string; readonly effect: RuleEffect; readonly applies: CompiledRule };

/**
 * Answers as Cedar would, from the same rules and the same request, in a few microseconds. Null where it cannot tell;
 * then Cedar has to be asked, as it is before anything is done on a yes of this.
 */
export function weighRules(rules: readonly WrittenRule[]): (question: Question) => Answer {
  const weighed = rules.map(({ id, effect, cedar }): Weighed | null => {
    const parsed = policyToJson(cedar);
    const applies = parsed.type === 'success' ? compileRule(parsed.json) : null;
    return applies && { id, effect, applies };
  });
  const known = weighed.filter((each) => each !== null);
  if (known.length < weighed.length) return () => null;
  return (question) => {
    if (!isReadable(question)) return null;
    try {
      const asked = askedBy(toCedarRequest(question));
      const applying = known.filter(({ applies }) => applies(asked));
      const forbids = applying.filter(({ effect }) => effect === 'forbid');
      const deciding = forbids.length > 0 ? forbids : applying;
      return { permitted: forbids.length === 0 && applying.length > 0, ruleIds: deciding.map(({ id }) => id) };
    } catch (error) {
      if (error instanceof NoAnswer) return null;
      throw error;
    }
  };
}

function askedBy({ principal, action, resource, context, entities }: CedarRequest): Asked {
  const own = uid(resource);
  const parents = entities.flatMap((each) => each.parents.map(uid));
  return {
    principal: uid(principal),
    action: uid(action),
    resource: own,
    within: new Set([own, ...parents]),
    context: recordOf(context),
  };
}

function recordOf(context: object): { readonly [name: string]: Value } {
  const record: Record<string, Value> = {};
  for (const [name, value] of Object.entries(context)) record[name] = valueOfFact(value);
  return record;
}

function valueOfFact(value: unknown): Value {
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(valueOfFact);
  if (value === null || typeof value !== 'object') throw new NoAnswer('a fact of another form');
  return '__entity' in value ? uid(value) : recordOf(value);
}

function uid(of: unknown): symbol {
  const plain = (of as { __entity?: unknown }).__entity ?? of;
  const { type, id } = plain as { type: string; id: string };
  return entity({ type, id });
}
