import { z } from 'zod';
import type { Json } from '#contract/model/json.ts';

/** What is asked for, and what else must hold of it. */
export type Wanted<T> = {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** What is wrong with an answer of the right shape, one plain sentence each. */
  readonly check?: (value: T) => readonly string[];
};

export type Read<T> =
  | { readonly usable: true; readonly value: T }
  | { readonly usable: false; readonly problems: readonly string[] };

const MOST_PROBLEMS = 8;
const FENCED = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/;

/** The schema as providers take it; every field is required and nothing else is allowed where objects are strict. */
export function jsonSchemaOf(schema: z.ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return rest;
}

/** Reads an answer. `show` puts back what was hidden before anything is checked. */
export function readAnswer<T>(text: string, wanted: Wanted<T>, show: (value: Json) => Json): Read<T> {
  let json: Json;
  try {
    json = JSON.parse(FENCED.exec(text)?.[1] ?? text);
  } catch {
    return unusable(['The answer is not JSON.']);
  }
  const parsed = wanted.schema.safeParse(show(json));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'The answer'}: ${message}`);
    return unusable(problems);
  }
  const problems = wanted.check?.(parsed.data) ?? [];
  return problems.length === 0 ? { usable: true, value: parsed.data } : unusable(problems);
}

/** An answer that is no use, and what is to be mended. */
export const unusable = (problems: readonly string[]): Read<never> => ({
  usable: false,
  problems: problems.slice(0, MOST_PROBLEMS),
});
