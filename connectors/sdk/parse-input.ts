import type { Action } from '#connectors/sdk/action.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** Parses with the action's own schema; what is wrong is said field by field, in the labels of its card. */
export function parseInput(action: Action, raw: unknown): Result<Json> {
  const parsed = action.input.pipe(JsonSchema).safeParse(raw);
  if (parsed.success) return succeed(parsed.data);
  const problems = parsed.error.issues.map(({ path, message }) => {
    const field = String(path[0] ?? '');
    return field === '' ? message : `${action.labels[field] ?? field}: ${message}`;
  });
  return fail({ kind: 'invalid-arguments', problems: [...new Set(problems)] });
}
