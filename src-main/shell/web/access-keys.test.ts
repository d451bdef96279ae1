import { expect, it } from 'vitest';
import { openTestDoor, type TestDoor } from '#main/shell/web/open-door-for-tests.ts';

type Made = { readonly id: string; readonly key: string };

async function makeKey(door: TestDoor, role: string, days?: number): Promise<Made> {
  const made = await door.call('POST', '/api/v1/access-tokens', { name: `a ${role}`, role, days });
  expect(made.status).toBe(201);
  return made.body as Made;
}

async function statusOf(door: TestDoor, { key }: Made, method: string, path: string, body = '{}'): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await door.ask({ method, path: `/api/v1${path}`, headers, body: method === 'GET' ? undefined : body });
  return answer.status;
}

it('a key opens what its role allows, and nothing else', async () => {
  const door = await openTestDoor();
  const viewer = await makeKey(door, 'viewer');
  const delegate = await makeKey(door, 'delegate');
  const task = '{"intent":"hello"}';
  expect(await statusOf(door, viewer, 'GET', '/workflows')).toBe(200);
  expect(await statusOf(door, viewer, 'POST', '/tasks', task)).toBe(403);
  expect(await statusOf(door, viewer, 'POST', '/approvals/any/decision', '{"decision":"approve"}')).toBe(403);
  expect(await statusOf(door, viewer, 'GET', '/access-tokens')).toBe(403);
  expect(await statusOf(door, delegate, 'POST', '/tasks', task)).toBe(201);
  expect(await statusOf(door, delegate, 'PUT', '/policies/autonomy', '{"autonomy":"run-safe"}')).toBe(403);
  expect(await statusOf(door, delegate, 'POST', '/access-tokens', '{"name":"me","role":"owner"}')).toBe(403);
});

it('what is done with a key is told under its name', async () => {
  const door = await openTestDoor();
  const delegate = await makeKey(door, 'delegate');
  await statusOf(door, delegate, 'POST', '/tasks', '{"intent":"hello"}');
  const { items } = await door.life.api.events.history({ limit: 50 });
  const asked = items.find(({ body }) => body.kind === 'task.submitted');
  expect(asked?.actor).toBe('key:a delegate');
  expect(items.find(({ body }) => body.kind === 'access.given')?.body).toMatchObject({ role: 'delegate' });
});

it('a key that was revoked or has run out opens nothing, and nothing of it is kept but its hash', async () => {
  const door = await openTestDoor();
  const revoked = await makeKey(door, 'owner');
  const short = await makeKey(door, 'viewer', 1);
  expect(await statusOf(door, revoked, 'GET', '/status')).toBe(200);
  const answers = [
    await door.call('DELETE', `/api/v1/access-tokens/${revoked.id}`),
    await door.call('DELETE', `/api/v1/access-tokens/${revoked.id}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await statusOf(door, revoked, 'GET', '/status')).toBe(401);
  door.life.pass(2 * 86_400_000);
  expect(await statusOf(door, short, 'GET', '/status')).toBe(401);
  const listed = JSON.stringify(await door.call('GET', '/api/v1/access-tokens'));
  expect(listed).not.toContain(revoked.key);
  const log = JSON.stringify((await door.life.api.events.history({ limit: 100 })).items);
  expect(log).not.toContain(revoked.key);
});

it('the live stream of a key ends when the key is revoked', async () => {
  const door = await openTestDoor();
  const { id, key } = await makeKey(door, 'viewer');
  const stream = door.ask({ path: '/api/v1/events', headers: { authorization: `Bearer ${key}` } });
  await door.life.api.access.list();
  await door.call('DELETE', `/api/v1/access-tokens/${id}`);
  // One entry more, in case the stream began only after the revocation was told.
  await door.life.api.policies.update({ id: 'first-week', enabled: false });
  const ended = await stream;
  expect(ended.text).not.toContain('policy.changed');
});
