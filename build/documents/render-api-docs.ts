import { describeApi } from './describe-api.ts';
import { describeSchema, type Schema } from './describe-schema.ts';

type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Content = Record<string, { schema: Schema }>;
type Operation = {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};

const intro = `# The API

Generated from \`contract/\` by \`npm run docs\`; change the contract, not this page.

Everything below lives under \`http://127.0.0.1:PORT/api/v1\`, and the same document for programs is at
\`/api/v1/openapi.json\`. The address and port are printed at the start. Every request carries the token from
\`api-token\` in the data folder: \`Authorization: Bearer TOKEN\`. Bodies and answers are JSON.

\`\`\`sh
curl -s http://127.0.0.1:4310/api/v1/tasks -H "Authorization: Bearer $(cat DIR/api-token)" \\
  -H 'Content-Type: application/json' -d '{"intent":"Remind me to call Ana tomorrow at 9"}'
\`\`\`

## Errors

An error answers with its status and \`{ defined, code, status, message, data }\`. \`code\` is for programs, \`message\` is
one plain sentence for the person. A token that is missing or wrong is \`401\`, a foreign Host or Origin \`403\`.
`;

/** `docs/api.md` as text: every path with its fields, answers and errors, then the nouns. */
export async function renderApiDocs(): Promise<string> {
  const document = await describeApi();
  const paths = (document.paths ?? {}) as Record<string, Record<string, Operation>>;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'Other');
  const sections = [...groups].map(([tag, members]) =>
    [`## ${tag}`, ...members.map((one) => renderOperation(one.path, one.method, one.operation))].join('\n\n'),
  );
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>);
  const nouns = schemas
    .filter(([name]) => name !== 'UndefinedError')
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([name, schema]) => `### ${name}\n\n${renderNoun(name, schema)}`);
  const [first] = operations;
  const errors = first === undefined ? '' : renderErrors(first.operation);
  return [intro + errors, ...sections, '## Nouns', ...nouns].join('\n\n').concat('\n');
}

function renderOperation(path: string, method: string, operation: Operation): string {
  const lines = [`### ${operation.summary ?? operation.operationId}`, `\`${method.toUpperCase()} ${path}\``];
  const rows = [
    ...(operation.parameters ?? []).map((field) =>
      fieldRow(field.name, field.schema, field.required === true, field.in),
    ),
    ...bodyRows(operation.requestBody?.content['application/json']?.schema),
  ];
  if (rows.length > 0) lines.push(['| Field | In | Type |', '|---|---|---|', ...rows].join('\n'));
  for (const [status, { content = {} }] of Object.entries(operation.responses)) {
    if (!status.startsWith('2')) continue;
    const [mediaType, answer] = Object.entries(content)[0] ?? [];
    lines.push(
      `Answers \`${status}\` with ${answer === undefined ? 'nothing' : renderAnswer(mediaType, answer.schema)}`,
    );
  }
  return lines.join('\n\n');
}

function renderAnswer(mediaType: string | undefined, schema: Schema): string {
  if (mediaType !== 'text/event-stream') return `${describeSchema(schema)}.`;
  const data = schema.oneOf?.[0]?.properties?.data ?? {};
  return `server-sent events: each \`message\` carries a ${describeSchema(data)}, its \`id\` is the event's \`seq\`.`;
}

function bodyRows(schema: Schema | undefined): string[] {
  const { properties = {}, required = [] } = schema ?? {};
  return Object.entries(properties).map(([name, field]) => fieldRow(name, field, required.includes(name), 'body'));
}

function fieldRow(name: string, schema: Schema, required: boolean, place: string): string {
  const fallback = schema.default === undefined ? '' : `; \`${JSON.stringify(schema.default)}\` when absent`;
  const optional = required || fallback !== '' ? '' : '; may be absent';
  return `| \`${name}\` | ${place} | ${inCell(describeSchema(schema))}${fallback}${optional} |`;
}

function renderNoun(name: string, schema: Schema): string {
  if (name === 'Json') return 'Any JSON value.';
  if (name === 'Instant') return 'A moment in UTC, as ISO 8601: `2026-12-01T09:00:00.000Z`.';
  if (schema.properties !== undefined) {
    const { properties, required = [] } = schema;
    const rows = Object.entries(properties).map(([field, type]) => {
      const optional = required.includes(field) ? '' : '; may be absent';
      return `| \`${field}\` | ${inCell(describeSchema(type))}${optional} |`;
    });
    return ['| Field | Type |', '|---|---|', ...rows].join('\n');
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices === undefined) return describeSchema(schema);
  return ['One of:', '', ...choices.map((choice) => `- ${describeSchema(choice)}`)].join('\n');
}

/** The errors are the same for every procedure, so they are told once, from the first. */
function renderErrors(operation: Operation): string {
  const rows = Object.entries(operation.responses)
    .filter(([status]) => !status.startsWith('2'))
    .map(([status, { content = {} }]) => {
      const fields = Object.values(content)[0]?.schema.oneOf?.[0]?.properties ?? {};
      return `| ${status} | \`${String(fields.code?.const)}\` | ${String(fields.message?.default ?? '')} |`;
    });
  return ['', '| Status | Code | Message unless it says more |', '|---|---|---|', ...rows].join('\n');
}

const inCell = (text: string) => text.replaceAll('|', '\\|');
