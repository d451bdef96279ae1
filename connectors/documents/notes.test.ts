import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendText } from '#connectors/documents/append-text.ts';
import { connector as documents } from '#connectors/documents/connector.ts';
import { findNotes } from '#connectors/documents/find-notes.ts';
import { readNote, renderNote } from '#connectors/documents/note.ts';
import {
  actionOf,
  contextOf,
  openTrialWorld,
  outputOf,
  type TrialWorld,
  takeUp,
} from '#connectors/sdk/trial-world.testsuite.ts';
import type { Json } from '#contract/model/json.ts';

let world: TrialWorld;
beforeEach(async () => {
  world = await openTrialWorld(documents);
});
afterEach(() => world.close());

const write = (name: string, bytes: string | Uint8Array) => world.surroundings.folder.write(name, bytes);
const read = async (name: string) => Buffer.from((await world.surroundings.folder.read(name)) ?? []).toString('utf8');
const files = () => world.surroundings.folder.list();

/** One action looked at and ready: each of its parts can be called when the test wants it. */
async function prepare(name: string, raw: Json) {
  const action = actionOf(documents, `documents.${name}`);
  const { input, before, version } = await takeUp(action, raw, world.surroundings);
  const attached: string[] = [];
  const attach = async (document: { bytes: Uint8Array | string }) => void attached.push(String(document.bytes));
  const context = contextOf(world.surroundings, { mode: 'execute', key: 'trial.step', before, attach });
  return {
    version,
    attached,
    run: async () => outputOf(action, await action.run(input, context)),
    tryRun: () => action.run(input, context),
    findEarlier: async () => action.findEarlier?.(input, context),
    readBack: async (output: Json) => action.readBack?.(output, context),
    undo: (output: Json) => action.undo?.(output, context),
  };
}

describe('a note', () => {
  it.each([
    ['Garden', 'Tomatoes.\n\nBeans.'],
    ['הערה על הגינה 🪴', 'עגבניות'],
    ['Lernen für C #', 'Kapitel 3'],
    ['#', ''],
    ['a/b: “c” <d>', '- [ ] e'],
  ])('is read as it was written: %s', (title, body) => {
    expect(readNote('x.md', renderNote(title, body))).toEqual({ fileName: 'x.md', title, body });
  });

  it.each([
    ['without a heading', 'Just words.\n', 'Roof', 'Just words.'],
    [
      'with front matter and Windows line breaks',
      '\ufeff---\r\ntags: [a]\r\n---\r\n\r\n# The roof ##\r\nTiles\r\n',
      'The roof',
      'Tiles',
    ],
    ['with a smaller heading only', '## Tiles\n', 'Roof', '## Tiles'],
    ['with words before the heading', 'Words\n# Later\n', 'Roof', 'Words\n# Later'],
    ['with a rule that is no front matter', '---\nwords\n', 'Roof', '---\nwords'],
    ['that is empty', '', 'Roof', ''],
  ])('written elsewhere, %s, is understood', (_what, text, title, body) => {
    expect(readNote('Roof.md', text)).toMatchObject({ title, body });
  });

  it('gets a name that every system takes, and a free one', async () => {
    const titles = ['Plans: 2027/28?', 'garden', 'Garden', 'GARDEN', 'CON', '...', 'ג'.repeat(200)];
    for (const title of titles) await world.run('documents.write-note', { title, body: 'x' });
    expect(await files()).toEqual(
      [
        'Plans 2027 28.md',
        'garden.md',
        'Garden 2.md',
        'GARDEN 3.md',
        'CON_.md',
        'Note.md',
        `${'ג'.repeat(75)}.md`,
      ].sort(),
    );
  });
});

describe('finding', () => {
  const note = (title: string, body = '') => ({ fileName: `${title}.md`, title, body });
  const notes = [note('Garden shed'), note('Holiday', 'Water the garden first'), note('Garden'), note('Müllabfuhr')];
  const found = (query: string) => findNotes(notes, query).map(({ title }) => title);

  it('puts what is called so before what speaks of it', () => {
    expect(found('my note about the garden')).toEqual(['Garden', 'Garden shed', 'Holiday']);
    expect(found('MULLABFUHR')).toEqual(['Müllabfuhr']);
    expect(found('note')).toEqual([]);
    expect(found('roof')).toEqual([]);
  });

  it('says plainly when there is none', async () => {
    const step = await prepare('find-note', { query: 'roof' });
    expect(await step.tryRun()).toEqual({ ok: false, failure: { kind: 'not-found', what: 'a note about “roof”' } });
  });
});

describe('two notes of one title', () => {
  it('are both kept when both were looked at before either was written', async () => {
    const [one, other] = [
      await prepare('write-note', { title: 'Garden', body: 'One' }),
      await prepare('write-note', { title: 'Garden', body: 'Other' }),
    ];
    expect(one.version).toBe(other.version);
    const outputs = await Promise.all([one.run(), other.run()]);
    expect(await files()).toEqual(['Garden 2.md', 'Garden.md']);
    expect(await one.findEarlier()).toEqual({ ok: true, value: outputs[0] });
    expect(await other.findEarlier()).toEqual({ ok: true, value: outputs[1] });
    await one.undo(outputs[0] ?? null);
    expect(await files()).toEqual(['Garden 2.md']);
    expect(await read('Garden 2.md')).toBe('# Garden\n\nOther\n');
  });

  it('are not taken for each other after a crash', async () => {
    await world.run('documents.write-note', { title: 'Garden', body: 'Beans' });
    const step = await prepare('write-note', { title: 'Garden', body: 'Beans' });
    expect(await step.findEarlier()).toEqual({ ok: true, value: null });
    const output = await step.run();
    expect(output).toMatchObject({ fileName: 'Garden 2.md' });
    expect(await step.findEarlier()).toEqual({ ok: true, value: output });
    expect(step.attached).toEqual(['# Garden\n\nBeans\n', '# Garden\n\nBeans\n']);
  });

  it('one that was altered right after a crash is put before the person', async () => {
    const step = await prepare('write-note', { title: 'Garden', body: 'Beans' });
    await step.run();
    await write('Garden.md', '# Garden\n\nBeans and peas\n');
    expect(await step.findEarlier()).toMatchObject({ failure: { kind: 'outcome-unknown' } });
  });
});

describe('adding to a note', () => {
  const appended = (text: string, words: string): string => {
    const applied = appendText(words).apply(text);
    if (!applied.ok) throw new Error(applied.failure.kind);
    return applied.value.text;
  };

  it.each([
    ['after an empty line', 'a\n', 'a\n\nb\n'],
    ['after the empty line that is there', 'a\n\n', 'a\n\nb\n'],
    ['where the last line was left open', 'a', 'a\n\nb\n'],
    ['with Windows line breaks', 'a\r\n', 'a\r\n\r\nb\r\n'],
    ['to nothing', '', 'b\n'],
    ['after a byte order mark', '\ufeff', '\ufeffb\n'],
  ])('puts a paragraph %s', (_what, text, expected) => {
    expect(appended(text, '\n  \nb \n')).toBe(expected);
  });

  it('is taken back although the note went on, and the same words twice are two', async () => {
    await write('Garden.md', '# Garden\n');
    const steps = [];
    for (const text of ['Beans', 'Peas', 'Beans']) {
      const step = await prepare('add-to-note', { fileName: 'Garden.md', text });
      steps.push({ step, output: await step.run() });
    }
    expect(await read('Garden.md')).toBe('# Garden\n\nBeans\n\nPeas\n\nBeans\n');
    expect(new Set(steps.map(({ step }) => step.version)).size).toBe(1);
    await write('Garden.md', `Mine first.\n${await read('Garden.md')}\nMine last.`);
    const [first, second, third] = steps;
    expect(await second?.step.readBack(second.output)).toEqual({ ok: true, value: true });
    expect(await second?.step.undo(second.output)).toEqual({ ok: true, value: null });
    expect(await second?.step.readBack(second.output)).toEqual({ ok: true, value: false });
    expect(await third?.step.undo(third.output)).toEqual({ ok: true, value: null });
    expect(await first?.step.undo(first.output)).toEqual({ ok: true, value: null });
    expect(await read('Garden.md')).toBe('Mine first.\n# Garden\n\nMine last.');
  });

  it('is not undone inside somebody else’s line', async () => {
    await write('Garden.md', 'a\n\n');
    const step = await prepare('add-to-note', { fileName: 'Garden.md', text: 'x' });
    const output = await step.run();
    await write('Garden.md', 'a\n\nyx\n');
    expect(await step.undo(output)).toMatchObject({ failure: { kind: 'changed-since' } });
    expect(await read('Garden.md')).toBe('a\n\nyx\n');
  });

  it('is found after a crash, or asked about, and never guessed', async () => {
    await write('Garden.md', 'a\n');
    const step = await prepare('add-to-note', { fileName: 'Garden.md', text: 'b' });
    expect(await step.findEarlier()).toEqual({ ok: true, value: null });
    const output = await step.run();
    await write('Garden.md', `${await read('Garden.md')}c\n`);
    expect(await step.findEarlier()).toEqual({ ok: true, value: output });
    for (const altered of ['a\n\nb, altered\n', 'c\n']) {
      await write('Garden.md', altered);
      expect(await step.findEarlier()).toMatchObject({ failure: { kind: 'outcome-unknown' } });
    }
  });

  it('is not taken for done because the note said so already', async () => {
    await write('Garden.md', 'a\n\nb\n');
    const step = await prepare('add-to-note', { fileName: 'Garden.md', text: 'b' });
    await write('Garden.md', 'a\n\nb\n\nc\n');
    expect(await step.findEarlier()).toMatchObject({ failure: { kind: 'outcome-unknown' } });
  });

  it.each(['../Garden.md', 'a/b.md', 'a\\b.md', '.hidden.md', 'notes.txt', '', `${'x'.repeat(300)}.md`])(
    'refuses the name “%s”',
    async (fileName) => {
      await expect(prepare('add-to-note', { fileName, text: 'b' })).rejects.toThrow('There is no such note.');
    },
  );
});

describe('a file that cannot be understood', () => {
  const broken: [string, Uint8Array][] = [
    ['in another encoding', Buffer.from('café\n', 'latin1')],
    ['not text', Uint8Array.of(0x61, 0x00, 0x62)],
    ['huge', Buffer.alloc(1_000_001, 'a\n')],
  ];

  it.each(broken)('%s is refused in plain words and left alone', async (_what, bytes) => {
    await write('Scan.md', bytes);
    const refused = /The file “Scan.md” is .* left as it is/;
    await expect(prepare('add-to-note', { fileName: 'Scan.md', text: 'b' })).rejects.toThrow(refused);
    await expect(prepare('delete-note', { fileName: 'Scan.md' })).rejects.toThrow(refused);
    expect(Buffer.from((await world.surroundings.folder.read('Scan.md')) ?? []).equals(bytes)).toBe(true);
    const listed = await (await prepare('list-notes', {})).run();
    expect(listed).toEqual({ query: null, notes: [{ fileName: 'Scan.md', title: 'Scan' }] });
  });

  it('is not written over or removed when it broke after the look', async () => {
    await write('Garden.md', 'a\n');
    const steps = [
      await prepare('add-to-note', { fileName: 'Garden.md', text: 'b' }),
      await prepare('delete-note', { fileName: 'Garden.md' }),
    ];
    await write('Garden.md', Uint8Array.of(0xff));
    for (const step of steps) expect(await step.tryRun()).toMatchObject({ failure: { kind: 'unreadable' } });
  });
});

describe('deleting a note', () => {
  it('that was changed after the look is not done', async () => {
    await write('Garden.md', 'a\n');
    const step = await prepare('delete-note', { fileName: 'Garden.md' });
    await write('Garden.md', 'a, and more\n');
    expect(await step.tryRun()).toMatchObject({ failure: { kind: 'changed-since', what: 'the note “Garden”' } });
    expect(await read('Garden.md')).toBe('a, and more\n');
  });
});
