import type { z } from 'zod';
import type { Action } from '#connectors/sdk/action.ts';
import { sayAll } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** Parses with the action's own schema; what is wrong is said field by field, in the labels of its card. */
export function parseInput(action: Action, raw: unknown): Result<Json> {
  const parsed = action.input.safeParse(raw, { error: sayPlainly });
  if (parsed.success) return succeed(JsonSchema.parse(parsed.data));
  const problems = parsed.error.issues.map(({ path, message }) => {
    const field = String(path[0] ?? '');
    return field === '' ? message : `${action.labels[field] ?? field}: ${message}`;
  });
  return fail({ kind: 'invalid-arguments', problems: [...new Set(problems)] });
}

/** Speaks where a schema has no sentence of its own. */
function sayPlainly(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? t`This is missing.` : t`This does not fit here.`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? t`This is under ${String(issue.minimum)}.`
        : t`This is too short.`;
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? t`This is over ${String(issue.maximum)}.`
        : t`This is too long.`;
    case 'invalid_format':
      return issue.format === 'email' ? t`This is not an email address.` : t`This does not fit here.`;
    case 'unrecognized_keys':
      return t`Nothing here takes ${sayAll(issue.keys)}.`;
    default:
      return t`This does not fit here.`;
  }
}
