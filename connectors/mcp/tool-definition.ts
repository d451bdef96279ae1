import { z } from 'zod';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import type { ToolDefinition } from '#connectors/sdk/tool-server.ts';
import { type Json, JsonObjectSchema } from '#contract/model/json.ts';
import type { ToolField, ToolHints } from '#contract/model/tool-server.ts';

const LONGEST_SAID = 1_000;
const MOST_CHOICES = 20;
/** A definition that is longer counts as none: nobody reads it. */
export const LONGEST_DEFINITION = 100_000;

/** Names that may stand on a card and in front of a planner: they can hold no sentence. */
const isPlainName = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** Everything that a tool says of itself, and a hash of it. */
export function defineTool(listed: { readonly name: string }): ToolDefinition {
  const definition = JsonObjectSchema.parse(JSON.parse(JSON.stringify(listed)));
  return { name: listed.name, definition, version: hashOf(canonical(definition)) };
}

function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`).join(',')}}`;
}

/** Whether it can be used at all: its name and the names of its arguments can be shown and written down. */
export const isUsable = ({ name, definition }: ToolDefinition): boolean =>
  isPlainName.test(name) &&
  canonical(definition).length <= LONGEST_DEFINITION &&
  fieldsOf({ name, definition }).every((field) => isPlainName.test(field.name));

/** `create_entities` as `create-entities`. Another way of writing gets a hash, so that no two share a name. */
export function actionNameOf(provider: string, tool: string): string {
  if (/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(tool)) return `${provider}.${tool.replaceAll('_', '-')}`;
  const words = tool.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `${provider}.t-${words.replaceAll(/^-|-$/g, '')}-${hashOf(tool).slice(0, 8)}`;
}

/** What it says that it does, cleaned and cut. */
export function saysOf({ definition }: Pick<ToolDefinition, 'definition'>): string {
  const said = typeof definition.description === 'string' ? definition.description : '';
  const { text } = cleanText(said.slice(0, LONGEST_SAID * 4));
  return text.length > LONGEST_SAID ? `${text.slice(0, LONGEST_SAID - 1)}…` : text;
}

const HintsSchema = z.object({ readOnlyHint: z.boolean().optional(), destructiveHint: z.boolean().optional() });

export function hintsOf({ definition }: Pick<ToolDefinition, 'definition'>): ToolHints {
  const hints = HintsSchema.safeParse(definition.annotations);
  if (!hints.success) return { readOnly: null, destructive: null };
  return { readOnly: hints.data.readOnlyHint ?? null, destructive: hints.data.destructiveHint ?? null };
}

const PropertySchema = z.object({
  type: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  items: z.looseObject({ type: z.unknown().optional() }).optional(),
});
const ShapeSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

/**
 * The arguments by name, read from the top of its JSON Schema. Patterns and the like are left to the program itself: an
 * expression that somebody else wrote is never run here.
 */
export function fieldsOf({ definition }: Pick<ToolDefinition, 'name' | 'definition'>): ToolField[] {
  const shape = ShapeSchema.safeParse(definition.inputSchema ?? {});
  if (!shape.success) return [];
  const { properties, required } = shape.data;
  return Object.entries(properties).map(([name, raw]) => {
    const property = PropertySchema.safeParse(raw);
    return { name, required: required.includes(name), ...(property.success ? kindOf(property.data) : other) };
  });
}

const other = { kind: 'other', choices: [] as string[] } as const;

function kindOf({ type, enum: values, items }: z.output<typeof PropertySchema>): Pick<ToolField, 'kind' | 'choices'> {
  if (type === 'string') return { kind: 'text', choices: choicesOf(values) };
  if (type === 'number' || type === 'integer') return { kind: 'number', choices: [] };
  if (type === 'boolean') return { kind: 'yes-no', choices: [] };
  if (type === 'array') return { kind: items?.type === 'string' ? 'words' : 'list', choices: [] };
  return other;
}

/** Only where all of them can be shown as they are. */
function choicesOf(values: readonly unknown[] = []): string[] {
  const isShort = (value: unknown): value is string =>
    typeof value === 'string' && /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u.test(value);
  return values.length <= MOST_CHOICES && values.every(isShort) ? [...values] : [];
}

/** What is taken for its arguments: strict in names and kinds as deep as its shape says, open in all else. */
export function inputOf({ definition }: Pick<ToolDefinition, 'definition'>): z.ZodObject {
  return objectOf(ShapeSchema.safeParse(definition.inputSchema ?? {}).data ?? { properties: {}, required: [] }, 0);
}

const LONGEST_TEXT = 100_000;
const MOST_IN_A_LIST = 1_000;
const DEEPEST = 4;

function objectOf({ properties, required }: z.output<typeof ShapeSchema>, depth: number): z.ZodObject {
  const shape = Object.entries(properties).map(([name, raw]): [string, z.ZodType] => {
    const value = schemaOf(raw, depth);
    return [name, required.includes(name) ? value : value.optional()];
  });
  return z.strictObject(Object.fromEntries(shape));
}

function schemaOf(raw: unknown, depth: number): z.ZodType {
  const property = PropertySchema.safeParse(raw).data ?? {};
  const { kind, choices } = kindOf(property);
  switch (kind) {
    case 'text':
      return choices.length > 0 ? z.enum(choices) : z.string().max(LONGEST_TEXT);
    case 'number':
      return z.number();
    case 'yes-no':
      return z.boolean();
    case 'words':
    case 'list':
      return z.array(depth < DEEPEST ? schemaOf(property.items, depth + 1) : z.json()).max(MOST_IN_A_LIST);
    case 'other': {
      if (property.type !== 'object') return z.json();
      const shape = ShapeSchema.safeParse(raw).data;
      const isTold = shape !== undefined && Object.keys(shape.properties).length > 0 && depth < DEEPEST;
      const isPlain = isTold && Object.keys(shape.properties).every((name) => isPlainName.test(name));
      return isPlain ? objectOf(shape, depth + 1) : z.record(z.string(), z.json());
    }
  }
}
