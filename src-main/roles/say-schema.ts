import { z } from 'zod';

type Schema = {
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

const DEEPEST = 3;
const PATTERNS: Readonly<Record<string, string>> = {
  '^\\d{4}-\\d{2}-\\d{2}$': 'YYYY-MM-DD',
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$': 'YYYY-MM-DDThh:mm:ss',
  '^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d$': 'hh:mm:ss',
};

/** A shape in one short line, as a model reads it: `{ title: text, startsAt: YYYY-MM-DD, notes?: text }`. */
export function saySchema(schema: z.ZodType, io: 'input' | 'output'): string {
  return say(z.toJSONSchema(schema, { io, target: 'draft-7', unrepresentable: 'any' }) as Schema, 0);
}

function say(schema: Schema, depth: number): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf !== undefined) {
    const choices = schema.anyOf.filter(({ type }) => type !== 'null').map((choice) => say(choice, depth));
    return [...new Set(choices)].join(' | ');
  }
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((each) => each !== 'null');
  switch (type) {
    case 'string':
      return PATTERNS[schema.pattern ?? ''] ?? 'text';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'true | false';
    case 'array':
      return `[${say(schema.items ?? {}, depth)}, …]`;
    case 'object':
      return sayObject(schema, depth);
    default:
      return 'any';
  }
}

function sayObject({ properties = {}, required = [] }: Schema, depth: number): string {
  if (depth >= DEEPEST) return '{ … }';
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${say(field, depth + 1)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
