import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeApi } from '#main/shell/web/describe-api.ts';
import { openTestDoor } from '#main/shell/web/open-door-for-tests.ts';

const SchemaSchema = z.looseObject({});
const OperationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()).min(1),
  parameters: z
    .array(
      z.looseObject({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean().optional() }),
    )
    .default([]),
  requestBody: z.looseObject({ content: z.record(z.string(), SchemaSchema) }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.looseObject({ description: z.string() })),
});
const DocumentSchema = z.looseObject({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), OperationSchema),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), SchemaSchema).default({}) }),
  security: z.array(z.record(z.string(), z.array(z.string()))),
});

/** The routes of section 9 of the specification. */
const promised = [
  'post /tasks',
  'get /workflows',
  'get /workflows/{id}',
  'post /workflows/{id}/cancel',
  'post /workflows/{id}/pause',
  'post /workflows/{id}/resume',
  'post /workflows/{id}/undo',
  'get /approvals',
  'post /approvals/{id}/decision',
  'get /policies',
  'put /policies/{id}',
  'get /integrations',
  'post /integrations/{provider}/connect',
  'post /integrations/{provider}/disconnect',
  'get /artifacts',
  'get /events',
  'post /pause',
  'post /resume',
];

describe('the description for programs', () => {
  it('is a sound OpenAPI document: every operation is named once, and every reference leads somewhere', async () => {
    const document = DocumentSchema.parse(await describeApi());
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((each) => each.in === 'path');
      expect(declared.map(({ name }) => name).toSorted(), path).toEqual(inPath.toSorted());
      expect(
        declared.every(({ required }) => required),
        path,
      ).toBe(true);
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('2')),
        path,
      ).toBe(true);
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '');
    for (const reference of references) expect(find(document, reference), reference).toBeDefined();
  });

  it('holds every route that the specification asks for', async () => {
    const { paths } = DocumentSchema.parse(await describeApi());
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((each) => `${each} ${path}`),
    );
    expect(routes).toEqual(expect.arrayContaining(promised));
  });

  it('is served, to who holds the token', async () => {
    const door = await openTestDoor();
    expect(await door.call('GET', '/api/v1/openapi.json')).toEqual({
      status: 200,
      body: JSON.parse(JSON.stringify(await describeApi())),
    });
    expect((await door.ask({ path: '/api/v1/openapi.json', headers: { authorization: null } })).status).toBe(401);
  });
});

function find(document: object, reference: string): unknown {
  const parts = reference.replace(/^#\//, '').split('/');
  let here: unknown = document;
  for (const part of parts) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    here =
      here !== null && typeof here === 'object' ? Object.entries(here).find(([name]) => name === key)?.[1] : undefined;
  }
  return here;
}
