import { createHash } from 'node:crypto';
import { preparsePolicySet, preparseSchema, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { Autonomy } from '#contract/model/autonomy.ts';
import { toCedarRequest } from '#policies/cedar-request.ts';
import type { Answer, Rule } from '#policies/decide.ts';
import type { Question } from '#policies/facts.ts';
import type { WrittenRule } from '#policies/read-rules.ts';

/** Where Cedar keeps the schema and the set of rules of each level. */
export type PreparedRules = { readonly schemaName: string; readonly setOf: Readonly<Record<Autonomy, string>> };

/**
 * Hands Cedar the schema and one set of rules for each level, so that a decision parses nothing. Cedar keeps what it was
 * handed for the life of the process, by name: in a `slot`, what stood there before is gone, and whoever still asked it
 * would be answered by these. Without one it is kept by its content.
 */
export function prepareRules(
  schema: string,
  rules: readonly (Rule & WrittenRule)[],
  slot: string | null,
): PreparedRules {
  const schemaName = nameByContent(schema);
  mustSucceed(preparseSchema(schemaName, schema));
  const prepareLevel = (level: Autonomy): string => {
    const inForce = rules.filter((rule) => rule.level === null || rule.level === level);
    const staticPolicies = Object.fromEntries(inForce.map(({ id, cedar }) => [id, cedar]));
    const name = slot === null ? nameByContent(JSON.stringify(staticPolicies)) : `${slot} ${level}`;
    mustSucceed(preparsePolicySet(name, { staticPolicies }));
    return name;
  };
  return {
    schemaName,
    setOf: {
      'ask-everything': prepareLevel('ask-everything'),
      'ask-important': prepareLevel('ask-important'),
      'run-safe': prepareLevel('run-safe'),
    },
  };
}

const nameByContent = (text: string): string => createHash('sha256').update(text).digest('hex');

function mustSucceed(answer: ReturnType<typeof preparsePolicySet>): void {
  if (answer.type === 'failure') throw new Error(`Checked rules could not be prepared: ${answer.errors[0]?.message}`);
}

/** A rule that fails while it is evaluated would be skipped by Cedar, so that counts as no answer at all. */
export function askCedar({ schemaName, setOf }: PreparedRules, question: Question): Answer {
  try {
    const answer = statefulIsAuthorized({
      ...toCedarRequest(question),
      preparsedSchemaName: schemaName,
      validateRequest: true,
      preparsedPolicySetId: setOf[question.autonomy],
    });
    if (answer.type === 'failure') return null;
    const { decision, diagnostics } = answer.response;
    if (diagnostics.errors.length > 0) return null;
    return { permitted: decision === 'allow', ruleIds: diagnostics.reason };
  } catch {
    return null;
  }
}
