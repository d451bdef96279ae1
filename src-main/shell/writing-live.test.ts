import { request } from 'node:http';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { expect, it, onTestFinished } from 'vitest';
import type { contract } from '#contract/api/router.ts';
import { lifeWithSpoken, speakForModel } from '#main/roles/spoken-by-hand-for-tests.ts';
import { openTestDoor } from '#main/shell/web/open-door-for-tests.ts';

const LUNCH = 'Draft an email to ana@example.com about lunch';

it('what a model writes is told through the web door as it comes, and stopped there', async () => {
  const { spoken, environment } = await speakForModel();
  const door = await openTestDoor('as shipped', { environment });
  const id = await door.life.say(LUNCH);
  await spoken.asked();
  const path = `/api/v1/workflows/${id}/writing`;
  const headers = door.headers({ accept: 'text/event-stream' });
  let heard = '';
  let look = () => {};
  const stream = request({ host: '127.0.0.1', port: door.port, path, headers, agent: false }, (response) => {
    response.setEncoding('utf8').on('data', (piece: string) => {
      heard += piece;
      look();
    });
    response.on('error', () => {});
  });
  stream.on('error', () => {});
  stream.end();
  const until = (words: string) =>
    new Promise<void>((resolve) => {
      look = () => heard.includes(words) && resolve();
      look();
    });
  await until('"add":""');
  spoken.say('Shall we <b>have</b>');
  await until('"add":"Shall we <b>have</b>"');
  const writingId = /"id":"([^"]+)"/.exec(heard)?.[1];
  expect(await door.call('POST', `${path}/${writingId}/stop`, {})).toEqual({ status: 200, body: { stopped: true } });
  await until('"kind":"ended"');
  stream.destroy();
  expect((await door.ask({ path, headers: { authorization: null } })).status).toBe(401);
  expect(await door.life.still(id)).toMatchObject({ question: { id: '1.message' } });
});

it('and through the port of the window', async () => {
  const { life, spoken } = await lifeWithSpoken();
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(life.lifeOs.router).upgrade(port1, { context: life.lifeOs.contextFor('you') });
  onTestFinished(() => port1.close());
  const api: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ port: port2 }));
  const id = await life.say(LUNCH);
  await spoken.asked();
  const stream = await api.writing.live({ id });
  const begun = await stream.next();
  const first = begun.done ? undefined : begun.value;
  expect(first).toMatchObject({ kind: 'text', add: '' });
  spoken.say('Shall we');
  expect(await stream.next()).toMatchObject({ value: { add: 'Shall we' } });
  expect(await api.writing.stop({ id, writingId: first?.id ?? '' })).toEqual({ stopped: true });
  expect(await stream.next()).toMatchObject({ value: { kind: 'ended' } });
  await stream.return?.(undefined);
});
