import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connector as lists } from '#connectors/lists/connector.ts';
import {
  actionOf,
  contextOf,
  openTrialWorld,
  outputOf,
  type TrialWorld,
  takeUp,
} from '#connectors/sdk/trial-world.testsuite.ts';
import type { Json } from '#contract/model/json.ts';

const FILE = 'Shopping.md';
let world: TrialWorld;
beforeEach(async () => {
  world = await openTrialWorld(lists);
});
afterEach(() => world.close());

const write = (text: string | Uint8Array) => world.surroundings.folder.write(FILE, text);
const read = async () =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    (await world.surroundings.folder.read(FILE)) ?? new Uint8Array(),
  );

/** One action looked at and ready: each of its parts can be called when the test wants it. */
async function prepare(name: string, ...items: string[]) {
  const action = actionOf(lists, `lists.${name}`);
  const raw = items.length === 0 ? { list: 'shopping' } : { list: 'shopping', items };
  const { input, before, version } = await takeUp(action, raw, world.surroundings);
  const context = contextOf(world.surroundings, { mode: 'execute', key: `trial.${name}.${items.join('-')}`, before });
  return {
    version,
    run: async () => outputOf(action, await action.run(input, context)),
    tryRun: () => action.run(input, context),
    findEarlier: async () => action.findEarlier?.(input, context),
    readBack: async (output: Json) => action.readBack?.(output, context),
    undo: (output: Json) => action.undo?.(output, context),
  };
}

const undone = { ok: true, value: null };
const there = { ok: true, value: true };
const gone = { ok: true, value: false };

describe('two things at once on one list', () => {
  it('are both done when both were looked at before either was', async () => {
    await write('- [ ] tea\n');
    const steps = [
      await prepare('add-items', 'milk'),
      await prepare('add-items', 'eggs'),
      await prepare('check-items', 'tea'),
    ];
    const outputs = await Promise.all(steps.map((step) => step.run()));
    expect(await read()).toBe('- [x] tea\n- [ ] milk\n- [ ] eggs\n');
    for (const [index, step] of steps.entries()) expect(await step.readBack(outputs[index] ?? null)).toEqual(there);
    const [, eggs] = steps;
    expect(await eggs?.undo(outputs[1] ?? null)).toEqual(undone);
    expect(await read()).toBe('- [x] tea\n- [ ] milk\n');
  });

  it('make one list when neither was there', async () => {
    const steps = [await prepare('add-items', 'milk'), await prepare('add-items', 'eggs')];
    await Promise.all(steps.map((step) => step.run()));
    expect(await world.surroundings.folder.list()).toEqual([FILE]);
    expect(await read()).toBe('# Shopping\n\n- [ ] milk\n- [ ] eggs\n');
  });

  it('do not overtake each other’s consent', async () => {
    await write('- [ ] tea\n- [ ] jam\n');
    const versions = async () => [
      (await prepare('add-items', 'milk')).version,
      (await prepare('check-items', 'jam')).version,
      (await prepare('remove-items', 'jam')).version,
    ];
    const before = await versions();
    await world.run('lists.add-items', { list: 'shopping', items: ['eggs'] });
    await world.run('lists.check-items', { list: 'shopping', items: ['tea'] });
    expect(await versions()).toEqual(before);
    await write('- [ ] milk\n- [ ]  jam\n');
    const after = await versions();
    for (const [index, version] of after.entries()) expect(version).not.toBe(before[index]);
  });

  it('can be taken back in any order', async () => {
    await write('- [ ] tea\n- [ ] jam');
    const names = [
      ['add-items', 'milk'],
      ['check-items', 'tea'],
      ['remove-items', 'jam'],
      ['add-items', 'eggs'],
    ] as const;
    const steps = [];
    for (const [name, item] of names) {
      const step = await prepare(name, item);
      steps.push({ step, output: await step.run() });
    }
    expect(await read()).toBe('- [x] tea\n- [ ] milk\n- [ ] eggs');
    for (const { step, output } of steps) {
      expect(await step.readBack(output)).toEqual(there);
      expect(await step.undo(output)).toEqual(undone);
      expect(await step.readBack(output)).toEqual(gone);
    }
    expect(await read()).toBe('- [ ] tea\n- [ ] jam');
  });
});

describe('an undo after the person went on with the list', () => {
  it('takes out its own lines and keeps theirs', async () => {
    const step = await prepare('add-items', 'milk', 'eggs');
    const output = await step.run();
    await write(`${await read()}\r\nFor Saturday:\n* wine\n`);
    expect(await step.undo(output)).toEqual(undone);
    expect(await read()).toBe('# Shopping\n\n\r\nFor Saturday:\n* wine\n');
  });

  it('leaves an item alone that they have bought, or hung something on', async () => {
    for (const edit of ['- [x] milk\n- [ ] eggs\n', '- [ ] milk\n  - [ ] oat\n- [ ] eggs\n']) {
      await write('');
      const step = await prepare('add-items', 'milk', 'eggs');
      const output = await step.run();
      await write(edit);
      expect(await step.undo(output)).toMatchObject({
        failure: { kind: 'changed-since', what: 'the list “Shopping”' },
      });
      expect(await read()).toBe(edit);
    }
  });

  it('puts what was taken off back where it stood, or at the end', async () => {
    await write('- [ ] a\n- [ ] b\n  - [ ] c\n- [ ] d\n');
    const step = await prepare('remove-items', 'b', 'd');
    const output = await step.run();
    await write(`- [ ] new\n${await read()}`);
    expect(await step.undo(output)).toEqual(undone);
    expect(await read()).toBe('- [ ] new\n- [ ] a\n- [ ] b\n  - [ ] c\n- [ ] d\n');
    await write('- [ ] z\n- [ ] d\n');
    expect(await step.undo(output)).toEqual(undone);
    expect(await read()).toBe('- [ ] z\n- [ ] d\n- [ ] b\n  - [ ] c\n');
  });
});

describe('after a crash', () => {
  it('a change is found although others followed', async () => {
    await write('- [ ] tea\n- [ ] jam\n');
    for (const [name, item] of [
      ['add-items', 'milk'],
      ['check-items', 'tea'],
      ['remove-items', 'jam'],
    ] as const) {
      const step = await prepare(name, item);
      const output = await step.run();
      await write(`${await read()}- [ ] by hand\n`);
      expect(await step.findEarlier()).toEqual({ ok: true, value: output });
    }
  });

  it('a change that was not made is not taken for made because others were', async () => {
    await write('- [ ] tea\n- [x] tea\n- [x] milk\n- [ ] jam\n');
    const steps = [
      await prepare('add-items', 'milk'),
      await prepare('check-items', 'tea'),
      await prepare('remove-items', 'jam'),
    ];
    await write(`${await read()}- [ ] by hand\n`);
    for (const step of steps) expect(await step.findEarlier()).toEqual({ ok: true, value: null });
  });

  it('what nobody can tell is not guessed', async () => {
    await write('- [ ] tea\n');
    const steps = [
      await prepare('check-items', 'tea'),
      await prepare('add-items', 'milk', 'eggs'),
      await prepare('delete-list'),
    ];
    await write('- [ ] green tea\n- [ ] eggs\n');
    for (const step of steps) {
      expect(await step.findEarlier()).toMatchObject({ ok: false, failure: { kind: 'outcome-unknown' } });
    }
  });
});

describe('a file that cannot be understood', () => {
  const files: [string, Uint8Array][] = [
    ['in another encoding', Buffer.from('- [ ] café\n', 'latin1')],
    ['in UTF-16', Buffer.from('\ufeff- [ ] tea\n', 'utf16le')],
    ['not text', Uint8Array.of(0x2d, 0x20, 0x00, 0x0a)],
    ['huge', Buffer.alloc(1_000_001, '- [ ] tea\n')],
  ];

  it.each(files)('%s is refused in plain words and left alone', async (_what, bytes) => {
    await write(bytes);
    for (const [name, ...items] of [
      ['add-items', 'tea'],
      ['check-items', 'tea'],
      ['remove-items', 'tea'],
      ['delete-list'],
    ] as const) {
      const refused = await prepare(name, ...items).then(
        () => 'done',
        (error: Error) => error.message,
      );
      expect(refused).toContain('unreadable');
      expect(refused).toMatch(/The file “Shopping.md” is .* left as it is/);
    }
    expect(Buffer.from((await world.surroundings.folder.read(FILE)) ?? []).equals(bytes)).toBe(true);
  });

  it('stands in nobody else’s way', async () => {
    await world.surroundings.folder.write('Broken.md', Uint8Array.of(0xff));
    await (await prepare('add-items', 'tea')).run();
    expect(await read()).toBe('# Shopping\n\n- [ ] tea\n');
  });

  it('is not written over when it broke after the look', async () => {
    await write('- [ ] tea\n');
    const steps = [
      await prepare('add-items', 'milk'),
      await prepare('check-items', 'tea'),
      await prepare('delete-list'),
    ];
    await write(Uint8Array.of(0xff));
    for (const step of steps) expect(await step.tryRun()).toMatchObject({ failure: { kind: 'unreadable' } });
  });
});
