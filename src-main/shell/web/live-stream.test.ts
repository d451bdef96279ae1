import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { planOf, step } from '#main/compose-for-tests.ts';
import { openTestDoor, type TestDoor } from '#main/shell/web/open-door-for-tests.ts';

const plans = { draft: planOf(step('draft', 'a')), write: planOf(step('write', 'a')) };

type Heard = { readonly id: number; readonly seq: number; readonly kind: string };

/** Listens over real HTTP as a browser's EventSource would, and can be cut at any moment. */
function listen(door: TestDoor, lastEventId?: number) {
  const heard: Heard[] = [];
  let look = () => {};
  let unread = '';
  const headers = door.headers({
    accept: 'text/event-stream',
    ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
  });
  const open = Promise.withResolvers<string>();
  const sent = request(
    { host: '127.0.0.1', port: door.port, path: '/api/v1/events', headers, agent: false },
    (response) => {
      open.resolve(String(response.headers['content-type']));
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        unread += piece;
        const blocks = unread.split('\n\n');
        unread = blocks.pop() ?? '';
        for (const block of blocks) hear(block);
        look();
      });
      response.on('error', () => {});
    },
  );
  sent.on('error', () => {});
  sent.end();

  function hear(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const data = field('data');
    if (data === undefined) return;
    const { seq, body } = JSON.parse(data);
    heard.push({ id: Number(field('id')), seq, kind: body.kind });
  }
  return {
    open: open.promise,
    heard,
    until: (seq: number) =>
      new Promise<void>((resolve) => {
        look = () => heard.some((each) => each.seq >= seq) && resolve();
        look();
      }),
    cut: () => sent.destroy(),
  };
}
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n);
const lastSeq = async (door: TestDoor) => (await door.life.api.status.get()).lastSeq;

describe('the live stream', () => {
  it('tells each entry as it is written, numbered so that it can be taken up again', async () => {
    const door = await openTestDoor(plans);
    const stream = listen(door, await lastSeq(door));
    expect(await stream.open).toContain('text/event-stream');
    const begun = await lastSeq(door);
    await door.life.still(await door.life.say('draft'));
    const ended = await lastSeq(door);
    await stream.until(ended);
    expect(stream.heard.map(({ seq }) => seq)).toEqual(from(begun + 1, ended));
    expect(stream.heard.map(({ id }) => id)).toEqual(stream.heard.map(({ seq }) => seq));
    expect(stream.heard.map(({ kind }) => kind)).toContain('effect.happened');
    stream.cut();
  });

  it('goes on after the last entry that was heard, without gap or repeat, however often it is cut', async () => {
    const door = await openTestDoor(plans);
    const all: number[] = [];
    let last = await lastSeq(door);
    const begun = last;
    for (let round = 0; round < 6; round += 1) {
      const stream = listen(door, last);
      const runId = await door.life.say(round % 2 === 0 ? 'draft' : 'write');
      await stream.until(last + 1 + round);
      stream.cut();
      all.push(...stream.heard.map(({ seq }) => seq));
      last = all.at(-1) ?? last;
      await door.life.still(runId);
    }
    const ended = await lastSeq(door);
    const stream = listen(door, last);
    await stream.until(ended);
    stream.cut();
    expect([...all, ...stream.heard.map(({ seq }) => seq)]).toEqual(from(begun + 1, ended));
  });

  it('tells the whole log to who begins at nought', async () => {
    const door = await openTestDoor(plans);
    await door.life.still(await door.life.say('draft'));
    const stream = listen(door, 0);
    const ended = await lastSeq(door);
    await stream.until(ended);
    expect(stream.heard.map(({ seq }) => seq)).toEqual(from(1, ended));
    stream.cut();
  });

  it('tells several listeners the same, and lets go of those that went away', async () => {
    const door = await openTestDoor(plans);
    const begun = await lastSeq(door);
    const streams = from(1, 5).map(() => listen(door, begun));
    await Promise.all(streams.map(({ open }) => open));
    streams[0]?.cut();
    await door.life.still(await door.life.say('draft'));
    const ended = await lastSeq(door);
    await Promise.all(streams.slice(1).map((stream) => stream.until(ended)));
    for (const stream of streams.slice(1)) expect(stream.heard.map(({ seq }) => seq)).toEqual(from(begun + 1, ended));
    for (const stream of streams) stream.cut();
    expect(door.errors).toEqual([]);
  });
});
