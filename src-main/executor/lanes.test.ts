import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanes, takePlaces } from '#main/executor/lanes.ts';

const tools = {
  connectors: [
    { provider: 'mail', atOnce: 2 },
    { provider: 'files', atOnce: 1 },
  ].map((connector) => ({ ...connector, title: '', says: '', lives: 'account' as const, actions: [], files: [] })),
};

describe('the places of a connector', () => {
  it('are as many as it says, and those of another one stay free', () => {
    const lanes = createLanes(tools);
    expect([lanes.tryEnter('mail'), lanes.tryEnter('mail'), lanes.tryEnter('mail')]).toEqual([true, true, false]);
    expect(lanes.tryEnter('files')).toBe(true);
    lanes.leave('mail');
    expect(lanes.tryEnter('mail')).toBe(true);
  });

  it('go to who is more urgent, then to who came first, and nobody slips in between', async () => {
    const lanes = createLanes(tools);
    lanes.tryEnter('files');
    const order: string[] = [];
    const enter = (name: string, priority: number) => lanes.enter('files', priority).then(() => order.push(name));
    const all = [enter('low', 0), enter('first', 1), enter('second', 1), enter('high', 2)];
    for (const one of ['high', 'first', 'second', 'low']) {
      lanes.leave('files');
      expect(lanes.tryEnter('files')).toBe(false);
      await Promise.race(all.filter((_, index) => ['low', 'first', 'second', 'high'][index] === one));
    }
    expect(order).toEqual(['high', 'first', 'second', 'low']);
  });
});

describe('the places of a transaction', () => {
  it('are all free again when it is taken back, the granted one too', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.constantFrom('mail', 'files'), { maxLength: 5 }), (isGranted, wanted) => {
        const lanes = createLanes(tools);
        if (isGranted) lanes.tryEnter('mail');
        const places = takePlaces(lanes, isGranted ? 'mail' : null);
        for (const connector of wanted) places.tryEnter(connector);
        places.giveBack();
        expect([lanes.tryEnter('mail'), lanes.tryEnter('mail'), lanes.tryEnter('mail')]).toEqual([true, true, false]);
        expect([lanes.tryEnter('files'), lanes.tryEnter('files')]).toEqual([true, false]);
      }),
    );
  });

  it('begin with the one that was waited for, also while others wait', () => {
    const lanes = createLanes(tools);
    lanes.tryEnter('files');
    void lanes.enter('files', 1);
    const places = takePlaces(lanes, 'files');
    expect(places.tryEnter('files')).toBe(true);
    expect(places.tryEnter('files')).toBe(false);
  });

  it('that were granted and not needed are handed on once it is on disk', async () => {
    const lanes = createLanes(tools);
    lanes.tryEnter('files');
    const next = lanes.enter('files', 1);
    takePlaces(lanes, 'files').keep();
    await next;
    expect(lanes.tryEnter('files')).toBe(false);
  });
});
