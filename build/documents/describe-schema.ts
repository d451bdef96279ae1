/** The part of JSON Schema that the contract's types come to. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly format?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly contentMediaType?: string;
};

/** A schema as a reader says it: ‘text’, ‘list of [Step](#step)’, ‘[Instant](#instant) or null’. */
export function describeSchema(schema: Schema): string {
  if (schema.$ref !== undefined) return linkTo(schema.$ref);
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(code).join(' · ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return isAnyJson(choices) ? linkTo('Json') : choices.map(describeSchema).join(' or ');
  if (schema.allOf !== undefined) return schema.allOf.map(describeSchema).join(' and ');
  if (schema.contentMediaType !== undefined) return 'the file’s bytes';
  if (schema.type === 'array') return `list of ${describeSchema(schema.items ?? {})}${atMost(schema.maxItems)}`;
  if (schema.type === 'object') return describeObject(schema);
  if (schema.type === 'string') return `${schema.format ?? 'text'}${between(schema.minLength, schema.maxLength)}`;
  if (schema.type === 'integer') return `whole number${between(schema.minimum, schema.maximum)}`;
  if (schema.type === 'number') return `number${between(schema.minimum, schema.maximum)}`;
  return typeof schema.type === 'string' ? (schema.type === 'boolean' ? 'true or false' : schema.type) : 'anything';
}

function describeObject({ properties, required = [], additionalProperties }: Schema): string {
  if (properties === undefined) {
    const values = typeof additionalProperties === 'object' ? describeSchema(additionalProperties) : 'anything';
    return `values by name, each ${values}`;
  }
  const fields = Object.entries(properties).map(
    ([name, field]) => `\`${name}\`${required.includes(name) ? '' : '?'}: ${describeSchema(field)}`,
  );
  return `{ ${fields.join(', ')} }`;
}

/** A recursive schema is written out to some depth in what is sent; its first level gives it away. */
function isAnyJson(choices: readonly Schema[]): boolean {
  const every = ['string', 'number', 'boolean', 'null', 'array', 'object'];
  return choices.length === every.length && every.every((type) => choices.some((choice) => choice.type === type));
}

const code = (value: unknown) => `\`${String(value)}\``;

function linkTo(ref: string): string {
  const name = ref.replace(/^.*\//, '');
  return `[${name}](#${name.toLowerCase()})`;
}

/** A limit that only says what a JavaScript number can hold is no news. */
function between(least = 0, most = Number.MAX_SAFE_INTEGER): string {
  const from = Math.abs(least) >= Number.MAX_SAFE_INTEGER ? 0 : least;
  if (most >= Number.MAX_SAFE_INTEGER) return from > 0 ? `, at least ${from}` : '';
  return from > 0 ? `, ${from} to ${most}` : `, at most ${most}`;
}

const atMost = (most?: number) => (most === undefined ? '' : `, at most ${most}`);
