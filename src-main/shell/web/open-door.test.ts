import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { planOf, step } from '#main/compose-for-tests.ts';
import { type Answer, type Asked, openTestDoor, type TestDoor, TOKEN } from '#main/shell/web/open-door-for-tests.ts';

const plans = { draft: planOf(step('draft', 'a')) };
const tasks = '/api/v1/tasks';
const json = { 'content-type': 'application/json' };

/** Every refusal is one plain sentence and a code, never the insides of the program. */
function expectPlain({ status, text, headers }: Answer, code: number): void {
  expect({ status, text }).toMatchObject({ status: code });
  expect(headers['content-type']).toMatch(/^application\/json/);
  const { message, code: name } = JSON.parse(text);
  expect(message).toMatch(/^[A-Z].{8,200}[.]$/);
  expect(name).toMatch(/^[A-Z_]+$/);
  expect(text).not.toMatch(/\.ts\b|\.js\b|at \w+ \(|node_modules|stack|zod|orpc|sqlite/i);
}

const isUnchanged = async ({ life }: TestDoor, lastSeq: number) => {
  expect((await life.api.workflows.list({})).items).toEqual([]);
  expect((await life.api.status.get()).lastSeq).toBe(lastSeq);
};

/** Says something that no client of ours would, and answers with the beginning of what comes back. */
function sayRaw(port: number, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (piece) => {
      text += piece.toString();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
    socket.write(`${head}\r\nConnection: close\r\n\r\n`);
  });
}

describe('who is let in', () => {
  it.each<[string, Asked['headers'], number]>([
    ['without a token', { authorization: null }, 401],
    ['with a wrong token', { authorization: `Bearer ${'X'.repeat(43)}` }, 401],
    ['with a part of the token', { authorization: `Bearer ${TOKEN.slice(1)}` }, 401],
    ['with the token and more', { authorization: `Bearer ${TOKEN}x` }, 401],
    ['with the token in another way', { authorization: `Basic ${TOKEN}` }, 401],
    ['for a foreign host', { host: 'life-os.example.com' }, 403],
    ['for this computer at another port', { host: '127.0.0.1:1' }, 403],
    ['from a foreign page', { origin: 'https://example.com' }, 403],
    ['from a page of this computer at another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['from a page without an origin', { origin: 'null' }, 403],
    ['from a secure page of the same name', { origin: 'https://localhost' }, 403],
  ])('nobody %s', async (_who, headers, status) => {
    const door = await openTestDoor(plans);
    const { lastSeq } = await door.life.api.status.get();
    for (const path of ['/api/v1/status', tasks, '/api/v1/events', '/rpc/status/get', '/api/v1/openapi.json']) {
      const body = path === tasks ? JSON.stringify({ intent: 'draft' }) : undefined;
      const method = path === tasks ? 'POST' : 'GET';
      expectPlain(await door.ask({ method, path, body, headers: { ...json, ...headers } }), status);
    }
    await isUnchanged(door, lastSeq);
  });

  it.each(['127.0.0.1', 'localhost'])('this computer by the name %s, and its own page', async (name) => {
    const door = await openTestDoor();
    const host = `${name}:${door.port}`;
    const status = { path: '/api/v1/status', headers: { host, origin: `http://${host}` } };
    expect((await door.ask(status)).status).toBe(200);
    expect((await door.ask({ ...status, path: '/', headers: { host, authorization: null } })).status).toBe(200);
  });

  it('no page of elsewhere by an answer to its preflight', async () => {
    const door = await openTestDoor();
    const preflight = { origin: 'https://example.com', 'access-control-request-method': 'POST', authorization: null };
    const answer = await door.ask({ method: 'OPTIONS', path: tasks, headers: preflight });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('what it is sent', () => {
  it.each<[string, string | Buffer, number]>([
    ['that is no JSON', '{"intent":', 400],
    ['that is no object', '"draft"', 400],
    ['that is nothing', '', 400],
    ['that is no text', Buffer.from([0xff, 0xfe, 0x00]), 400],
    ['without a sentence', '{}', 400],
    ['with an empty sentence', '{"intent":""}', 400],
    ['with a sentence of white space', '{"intent":" \\n "}', 400],
    ['with a sentence of 100 kB', JSON.stringify({ intent: 'word '.repeat(20_000) }), 400],
    ['with a sentence of emoji', '{"intent":"🎉🎉"}', 400],
    ['with control characters', '{"intent":"draft\\u0007"}', 400],
    ['with a number for a sentence', '{"intent":7}', 400],
    ['with a field that nobody knows', '{"intent":"draft","admin":true}', 400],
    ['with a priority that nobody knows', '{"intent":"draft","priority":"now"}', 400],
    ['with a time zone that nobody knows', '{"intent":"draft","timeZone":"Mars/Olympus"}', 400],
    ['that is too large', `{"intent":"${'a'.repeat(1_000_001)}"}`, 413],
  ])('%s is refused in a plain sentence, and nothing is stored', async (_what, body, status) => {
    const door = await openTestDoor(plans);
    const { lastSeq } = await door.life.api.status.get();
    expectPlain(await door.ask({ method: 'POST', path: tasks, headers: json, body }), status);
    await isUnchanged(door, lastSeq);
    expect(door.errors).toEqual([]);
  });

  it.each(['/api/v1/tasks', '/rpc/tasks/submit'])(
    'too large without saying so is refused at %s as well',
    async (path) => {
      const door = await openTestDoor(plans);
      const { lastSeq } = await door.life.api.status.get();
      const body = `{"intent":"${'a'.repeat(3_000_000)}"}`;
      const answer = await door.ask({ method: 'POST', path, headers: json, body, chunked: true });
      expectPlain(answer, 413);
      await isUnchanged(door, lastSeq);
    },
  );

  it.each([
    ['GET', '/api/v1/workflows/unknown'],
    ['POST', '/api/v1/workflows/unknown/cancel'],
    ['POST', '/api/v1/workflows/unknown/undo'],
    ['POST', '/api/v1/workflows/unknown/steps/a/undo'],
    ['POST', '/api/v1/workflows/unknown/pause'],
    ['GET', '/api/v1/artifacts/unknown'],
    ['GET', '/api/v1/artifacts/unknown/content'],
    ['DELETE', '/api/v1/memory/unknown'],
    ['POST', '/api/v1/integrations/unknown/connect'],
    ['GET', '/api/v1/integrations/ledger/files/unknown'],
    ['GET', '/api/v1/nowhere'],
    ['GET', '/api/v2/status'],
    ['GET', '/api/v1/workflows/%00'],
    ['GET', '/api/v1/workflows/%E0%A4%A'],
    ['GET', '/api/v1/workflows/..%2f..%2fetc%2fpasswd'],
    ['DELETE', '/api/v1/tasks'],
    ['PATCH', '/api/v1/workflows/unknown'],
    ['GET', '/rpc/nowhere'],
  ])('%s %s names nothing here and says so', async (method, path) => {
    const door = await openTestDoor();
    expectPlain(await door.ask({ method, path }), 404);
    expect(door.errors).toEqual([]);
  });

  it.each([
    ['GET', '/api/v1/workflows?limit=0'],
    ['GET', '/api/v1/workflows?limit=many'],
    ['GET', '/api/v1/workflows?cursor=%20'],
    ['GET', '/api/v1/workflows?state=lost'],
    ['GET', '/api/v1/approvals?status=maybe'],
    ['GET', '/api/v1/timeline?before=-1'],
    ['GET', `/api/v1/workflows/${'x'.repeat(300)}`],
  ])('%s %s does not fit and says so', async (method, path) => {
    const door = await openTestDoor();
    expectPlain(await door.ask({ method, path }), 400);
    expect(door.errors).toEqual([]);
  });

  it.each([
    ['GET // HTTP/1.1', 404],
    ['GET /\\ HTTP/1.1', 404],
    ['GET http://example.com/ HTTP/1.1', 404],
    ['GET http:// HTTP/1.1', 404],
    ['OPTIONS * HTTP/1.1', 404],
    ['GET /\u0000 HTTP/1.1', 400],
    ['GET / HTTP/9.9', 400],
    ['NONSENSE', 400],
  ])('as “%s” is answered with %i, and the door stays open', async (line, status) => {
    const door = await openTestDoor();
    expect(await sayRaw(door.port, `${line}\r\nHost: 127.0.0.1:${door.port}`)).toMatch(`HTTP/1.1 ${status} `);
    expect(door.errors).toEqual([]);
    expect((await door.ask({ path: '/api/v1/status' })).status).toBe(200);
  });

  it('without a Host, or with two, is refused', async () => {
    const door = await openTestDoor();
    const line = 'GET / HTTP/1.1';
    const host = `Host: 127.0.0.1:${door.port}`;
    expect(await sayRaw(door.port, line)).toMatch('HTTP/1.1 400 ');
    expect(await sayRaw(door.port, `${line}\r\nHost: `)).toMatch('HTTP/1.1 403 ');
    expect(await sayRaw(door.port, `${line}\r\nHost: example.com\r\n${host}`)).toMatch(/HTTP\/1\.1 40[03] /);
  });

  it('that brings a bug to light is answered plainly; the reason goes to the log alone', async () => {
    const door = await openTestDoor();
    await door.life.close();
    expectPlain(await door.ask({ path: '/api/v1/workflows' }), 500);
    expect(door.errors).toEqual(['a request failed']);
  });
});

describe('the page', () => {
  it('is served with its files and nothing else', async () => {
    const door = await openTestDoor();
    const page = await door.ask({ path: '/', headers: { authorization: null } });
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<title>Life OS</title>') });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('no-cache');
    const script = await door.ask({ path: '/assets/app-1a2b.js' });
    expect(script).toMatchObject({ status: 200, text: 'export {};' });
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await door.ask({ method: 'HEAD', path: '/' })).text).toBe('');
  });

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/../../secret.json',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.json',
    '/..\\secret.json',
    '/..%5csecret.json',
    '//secret.json',
    '/%00.json',
    '/index.html%00.json',
    '/notes.txt',
    '/assets',
    '/assets/',
    '/%',
    '/nowhere.js',
    '/api',
    '/rpc',
  ])('has nothing at %s', async (path) => {
    const door = await openTestDoor();
    const answer = await door.ask({ path, headers: { authorization: null } });
    expectPlain(answer, 404);
    expect(answer.text).not.toContain('beside the page');
    expect(door.errors).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is not there for %s', async (method) => {
    const door = await openTestDoor();
    expectPlain(await door.ask({ method, path: '/' }), 404);
  });
});

describe('every answer', () => {
  it.each<[string, Asked]>([
    ['the page', { path: '/' }],
    ['the API', { path: '/api/v1/status' }],
    ['a refusal', { path: '/api/v1/status', headers: { authorization: null } }],
    ['a foreign call', { path: '/', headers: { host: 'example.com' } }],
    ['nothing there', { path: '/nowhere' }],
    ['a bad request', { method: 'POST', path: tasks, body: '{', headers: json }],
  ])('of %s may load nothing from elsewhere, be framed, sniffed or leaked', async (_what, asked) => {
    const door = await openTestDoor();
    const { headers } = await door.ask(asked);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['x-powered-by']).toBeUndefined();
    if (asked.path.startsWith('/api/') && headers['cache-control']) expect(headers['cache-control']).toBe('no-store');
  });

  it('comes from this computer alone', async () => {
    const door = await openTestDoor();
    const elsewhere = await new Promise<string>((resolve) => {
      const socket = connect(door.port, '::1');
      socket.on('connect', () => resolve('open'));
      socket.on('error', () => resolve('closed'));
    });
    expect(elsewhere).toBe('closed');
  });
});
