import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { expect, it, onTestFinished } from 'vitest';
import { openTestDoor, type TestDoor, TOKEN } from '#main/shell/web/open-door-for-tests.ts';

async function connected(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  onTestFinished(() => client.close());
  await client.connect(transport);
  return client;
}

const overHttp = ({ port }: TestDoor, key = TOKEN) =>
  connected(
    new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`), {
      requestInit: { headers: { authorization: `Bearer ${key}` } },
    }) as Transport,
  );

const overStdio = (port: number, key: string) => {
  const entry = join(import.meta.dirname, '../mcp/main.ts');
  const args = [entry, '--port', String(port)];
  return connected(new StdioClientTransport({ command: process.execPath, args, env: { LIFE_OS_KEY: key } }));
};

async function call(client: Client, name: string, args: Record<string, unknown> = {}) {
  const { structuredContent, isError, content } = await client.callTool({ name, arguments: args });
  return { value: (structuredContent ?? {}) as Record<string, unknown>, isError: isError ?? false, content };
}

async function makeKey(door: TestDoor, role: string): Promise<string> {
  const { body } = await door.call('POST', '/api/v1/access-tokens', { name: 'Claude', role });
  return (body as { key: string }).key;
}

const PUT = 'Put dentist on Thursday at 3pm';

it('offers to ask, to read and to list, and nothing that answers or changes a rule', async () => {
  const client = await overHttp(await openTestDoor('as shipped'));
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['submit_task', 'read_workflow', 'list_waiting']);
  expect(client.getServerVersion()).toMatchObject({ name: 'life-os' });
});

it('takes a task whose words are the program’s: it is asked even where the person’s own would not be', async () => {
  const door = await openTestDoor('as shipped');
  const { life } = door;
  await life.trust();
  expect(await life.still(await life.say(PUT))).toMatchObject({ state: 'completed' });
  const client = await overHttp(door, await makeKey(door, 'delegate'));
  const { value } = await call(client, 'submit_task', { sentence: 'Put lunch on Thursday at 1pm', requestId: 'one' });
  const again = await call(client, 'submit_task', { sentence: 'Put lunch on Thursday at 1pm', requestId: 'one' });
  expect(again.value.workflowId).toBe(value.workflowId);
  const run = await life.still(String(value.workflowId));
  expect(run.state).toBe('waiting_approval');
  const [approval] = run.approvals;
  expect(approval?.reason.map(({ rule }) => rule)).toEqual(['programs-need-you', 'outside-text-needs-you']);
  expect(approval?.card.values.length).toBeGreaterThan(1);
  for (const value of approval?.card.values ?? []) {
    const sources = [{ what: 'program', title: 'Claude' }];
    expect(value).toMatchObject({ provenance: ['outside:program/Claude'], sources });
  }

  expect((await call(client, 'list_waiting')).value).toMatchObject({
    approvals: [{ workflowId: run.id, title: approval?.card.title }],
    questions: [],
  });
  expect((await call(client, 'read_workflow', { workflowId: run.id })).value).toMatchObject({
    state: 'waiting_approval',
    waitsForApproval: [approval?.card.title],
  });
  await life.approve(run.id);
  await life.still(run.id);
  expect((await call(client, 'read_workflow', { workflowId: run.id })).value).toMatchObject({ state: 'completed' });
});

it('lets nobody say yes with the key of a program, at whatever door', async () => {
  const door = await openTestDoor('as shipped');
  const key = await makeKey(door, 'program');
  const client = await overHttp(door, key);
  const { value } = await call(client, 'submit_task', { sentence: PUT });
  const run = await door.life.still(String(value.workflowId));
  const [{ id, digest } = { id: '', digest: '' }] = run.approvals;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const asking: readonly [string, object][] = [
    [`/approvals/${id}/decision`, { decision: 'approve', digest }],
    [`/workflows/${run.id}/approve`, { approve: [{ approvalId: id, digest }] }],
    [`/workflows/${run.id}/answer`, { questionId: 'any', text: 'yes' }],
    ['/pause', { scope: 'everything' }],
  ];
  for (const [path, body] of asking) {
    const answer = await door.ask({ method: 'POST', path: `/api/v1${path}`, headers, body: JSON.stringify(body) });
    expect([path, answer.status]).toEqual([path, 403]);
  }
  expect(door.life.run(run.id).state).toBe('waiting_approval');
});

it('asks of everybody what their role allows', async () => {
  const door = await openTestDoor('as shipped');
  const viewer = await overHttp(door, await makeKey(door, 'viewer'));
  const refused = await call(viewer, 'submit_task', { sentence: PUT });
  expect(refused).toMatchObject({
    isError: true,
    content: [{ text: 'This key is only for looking. Nothing was done.' }],
  });
  expect((await call(viewer, 'list_waiting')).isError).toBe(false);
  await expect(overHttp(door, 'no such key')).rejects.toThrow();
});

it('says in plain words what it can’t read', async () => {
  const door = await openTestDoor('as shipped');
  const client = await overHttp(door);
  expect(await call(client, 'submit_task', { sentence: ' ' })).toMatchObject({ isError: true });
  expect(await call(client, 'submit_task', { sentence: PUT, approve: true })).toMatchObject({ isError: true });
  expect(await call(client, 'read_workflow', { workflowId: 'nobody' })).toMatchObject({
    isError: true,
    content: [{ text: 'There is no such request. Nothing was done.' }],
  });
  expect(await call(client, 'approve')).toMatchObject({ isError: true });
  const headers = { 'content-type': 'application/json' };
  expect((await door.ask({ method: 'GET', path: '/mcp' })).status).toBe(405);
  expect((await door.ask({ method: 'POST', path: '/mcp', headers, body: '{' })).status).toBe(400);
  const elsewhere = { ...headers, origin: 'https://evil.example' };
  expect((await door.ask({ method: 'POST', path: '/mcp', headers: elsewhere, body: '{}' })).status).toBe(403);
});

it('is reached over a program’s own input and output too', async () => {
  const door = await openTestDoor('as shipped');
  const client = await overStdio(door.port, await makeKey(door, 'program'));
  const { value } = await call(client, 'submit_task', { sentence: 'What’s on my calendar tomorrow?' });
  expect(await door.life.still(String(value.workflowId))).toMatchObject({ state: 'completed' });
  expect((await call(client, 'read_workflow', { workflowId: value.workflowId })).value).toMatchObject({
    steps: [{ state: 'succeeded' }],
  });
  await expect(overStdio(door.port, 'no such key')).rejects.toThrow('Life OS does not know this key.');
  await expect(overStdio(9, 'any')).rejects.toThrow('Life OS can’t be reached.');
});
