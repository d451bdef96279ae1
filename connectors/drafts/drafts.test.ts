import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connector } from '#connectors/drafts/connector.ts';
import type { View } from '#connectors/sdk/action.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import {
  actionOf,
  contextOf,
  openTrialWorld,
  outputOf,
  type TrialWorld,
  takeUp,
  trialView,
} from '#connectors/sdk/trial-world.testsuite.ts';
import type { Json } from '#contract/model/json.ts';

const late = { to: ['ana@example.com'], subject: 'Running late', body: 'I’ll be 10 minutes late.' };

let world: TrialWorld;
beforeEach(async () => {
  world = await openTrialWorld(connector);
});
afterEach(() => world.close());

const named = (name: string) => actionOf(connector, `drafts.${name}`);

async function carryOut(name: string, raw: object, view: View = trialView, key = `${name}.step`) {
  const surroundings = { ...world.surroundings, view };
  const { input, before } = await takeUp(named(name), raw, surroundings);
  const attached: string[] = [];
  const context = contextOf(surroundings, {
    mode: 'execute',
    key,
    before,
    attach: async (document) => void attached.push(`${document.mediaType} ${document.name}`),
  });
  const output = outputOf(named(name), await named(name).run(input, context));
  return { output, input, context, attached, report: named(name).report(output, view) };
}

const at = (now: string): View => ({ ...trialView, now });
const fileNameOf = (output: Json) => (output as { fileName: string }).fileName;

describe('writing', () => {
  it('says what it will draft, and afterwards where it is', async () => {
    const card = named('write').describe({ ...late, cc: [] }, null, trialView);
    expect(card).toEqual({
      title: 'Draft an email to ana@example.com: “Running late”',
      differences: [
        { label: 'To', before: null, after: 'ana@example.com' },
        { label: 'Subject', before: null, after: 'Running late' },
        { label: 'Text', before: null, after: 'I’ll be 10 minutes late.' },
      ],
      undo: 'Nothing is sent. Undo deletes the draft.',
    });
    const { report, attached } = await carryOut('write', late);
    expect(report.says).toBe(
      'The draft “Running late” to ana@example.com is saved as “To ana@example.com - Running late.eml”. Nothing was sent.',
    );
    expect(attached).toEqual(['message/rfc822 To ana@example.com - Running late.eml']);
  });

  it.each([
    ['a second of the same name', late, 'To ana@example.com - Running late 2.eml'],
    ['no subject', { ...late, subject: '' }, 'To ana@example.com.eml'],
    ['what a file name cannot hold', { ...late, subject: 'Re: 1/2 <ok>?' }, 'To ana@example.com - Re 1 2 ok.eml'],
    [
      'many',
      { ...late, to: ['a@b.org', 'c@d.org', 'e@f.org', 'g@h.org'] },
      'To a@b.org and 3 others - Running late.eml',
    ],
  ])('names the file readably: %s', async (_what, draft, fileName) => {
    await world.run('drafts.write', late);
    expect(fileNameOf((await carryOut('write', draft)).output)).toBe(fileName);
  });

  it('is found again under another name and at another time, with what a person added showing', async () => {
    const { output, input, context } = await carryOut('write', late);
    const { folder } = context;
    const bytes = Buffer.from((await folder.read(fileNameOf(output))) ?? []);
    await folder.remove(fileNameOf(output));
    await folder.write('renamed.EML', bytes);
    const later = { ...context, view: at('2026-11-26T08:00:00.000Z') };
    expect(await named('write').findEarlier?.(input, later)).toEqual({
      ok: true,
      value: { ...(output as object), fileName: 'renamed.EML' },
    });

    await folder.write(
      'renamed.EML',
      bytes.toString('latin1').replace('Message-ID: ', 'Message-Id:\r\n ').concat('PS'),
    );
    const edited = await named('write').findEarlier?.(input, later);
    if (!edited?.ok || edited.value === null) return expect.fail('It was not found.');
    expect(await named('write').undo?.(edited.value, later)).toMatchObject({ failure: { kind: 'changed-since' } });
    expect(await folder.list()).toEqual(['renamed.EML']);
  });

  it('leaves a copy that the person made alone', async () => {
    const { output, context } = await carryOut('write', late);
    await context.folder.write('My copy.eml', (await context.folder.read(fileNameOf(output))) ?? '');
    expect(await named('write').undo?.(output, context)).toEqual({ ok: true, value: null });
    expect(await context.folder.list()).toEqual(['My copy.eml']);
  });

  it.each([
    ['nobody', { to: [] }, 'To: Say who it is for.'],
    ['a name', { to: ['Ana'] }, 'To: This is not an email address.'],
    ['two in one', { to: ['ana@example.com, eve@example.com'] }, 'To: This is not an email address.'],
    [
      'a header in an address',
      { to: ['ana@example.com\r\nBcc: eve@example.com'] },
      'To: This is not an email address.',
    ],
    [
      'a header in the subject',
      { subject: 'Hi\r\nBcc: eve@example.com' },
      'Subject: This holds characters that cannot be read.',
    ],
    ['too many', { to: Array(51).fill('ana@example.com') }, 'To: A draft goes to 50 people at most.'],
    ['a broken character', { body: '\ud800' }, 'Text: This holds characters that cannot be read.'],
  ])('refuses %s', (_what, change, problem) => {
    const parsed = parseInput(named('write'), { ...late, ...change });
    expect(parsed).toMatchObject({ ok: false, failure: { problems: [problem] } });
  });

  it('writes to each address once', () => {
    const parsed = parseInput(named('write'), { ...late, to: ['ana@example.com', ' ana@example.com'] });
    expect(parsed).toMatchObject({ value: { to: ['ana@example.com'], cc: [] } });
  });
});

describe('finding', () => {
  beforeEach(async () => {
    await carryOut('write', late, at('2026-11-20T09:00:00.000Z'), 'first');
    await carryOut(
      'write',
      { ...late, cc: ['zoe@example.com'], body: 'Sorry, an hour.' },
      at('2026-11-24T09:00:00.000Z'),
      'second',
    );
    await carryOut('write', { to: ['bo@example.com'], subject: 'Fête 🎂', body: 'À huit heures' }, trialView, 'third');
  });
  const find = async (query: string) => (await carryOut('find', { query })).report;

  it('takes the newest that matches', async () => {
    expect(await find('the email to Ana')).toEqual({
      says: '2 drafts match; this is the newest.',
      lines: ['Tuesday 24 November, 09:00: to ana@example.com, “Running late”'],
    });
  });

  it.each([
    ['subject', 'fete'],
    ['text', 'HUIT heures'],
    ['recipient', 'bo'],
  ])('looks at the %s', async (_where, query) => {
    expect((await find(query)).lines).toEqual(['Wednesday 25 November, 12:00: to bo@example.com, “Fête 🎂”']);
  });

  it('looks at who gets a copy', async () => {
    expect((await find('zoe')).lines).toEqual(['Tuesday 24 November, 09:00: to ana@example.com, “Running late”']);
  });

  it('says what was not found', async () => {
    const { context } = await carryOut('find', { query: 'ana' });
    expect(await named('find').run({ query: 'cake' }, context)).toEqual({
      ok: false,
      failure: { kind: 'not-found', what: 'a draft about “cake”' },
    });
  });

  it('lists the newest first', async () => {
    expect((await carryOut('list', {})).report).toEqual({
      says: 'You have 3 drafts.',
      lines: [
        'Wednesday 25 November, 12:00: to bo@example.com, “Fête 🎂”',
        'Tuesday 24 November, 09:00: to ana@example.com, “Running late”',
        'Friday 20 November, 09:00: to ana@example.com, “Running late”',
      ],
    });
  });
});

describe('files that others put there', () => {
  const html =
    'From: Ana <ana@example.com>\nTo: "Bo, B." <bo@example.com>\nContent-Type: text/html\n\n<p>About the <b>cake</b></p>';
  it.each([
    ['nothing at all', ''],
    ['only line feeds', '\n\n\n'],
    ['no date that can be read', 'Date: some day\r\nSubject: Hm\r\n\r\n'],
    ['a broken encoding', 'Subject: =?UTF-8?B?///?=\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!'],
    ['a multipart without an end', 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhm'],
    ['a group instead of an address', 'To: friends:ana@example.com,bo@example.com;\r\n\r\nhm'],
  ])('are listed without trouble: %s', async (_what, content) => {
    await world.surroundings.folder.write('Theirs.eml', content);
    await world.surroundings.folder.write('notes.txt', 'not a draft');
    const { report } = await carryOut('list', {});
    expect(report.says).toBe('You have 1 draft.');
    expect(report.lines.join()).not.toMatch(/undefined|null|Invalid/);
  });

  it('are found by what they say, also in HTML with names', async () => {
    await world.surroundings.folder.write('Theirs.eml', html);
    expect((await carryOut('find', { query: 'bo cake' })).report.lines).toEqual([
      'to bo@example.com, without a subject',
    ]);
  });
});

describe('deleting', () => {
  it.each([
    '../secrets.eml',
    '/etc/passwd.eml',
    'a/b.eml',
    '.hidden.eml',
    'notes.txt',
    `${'x'.repeat(255)}.eml`,
    '',
    'a\0.eml',
  ])('refuses the name %j', (fileName) => {
    expect(parseInput(named('discard'), { fileName })).toMatchObject({
      ok: false,
      failure: { problems: ['fileName: This is not the name of a draft.'] },
    });
  });

  it('says that there is none, and what it will delete', async () => {
    const missing = await named('discard').look?.({ fileName: 'No.eml' }, world.surroundings);
    expect(missing).toEqual({ ok: false, failure: { kind: 'not-found', what: 'the draft “No.eml”' } });
    const { output } = await carryOut('write', late);
    const { input, before } = await takeUp(named('discard'), { fileName: fileNameOf(output) }, world.surroundings);
    expect(named('discard').describe(input, before, trialView).title).toBe(
      'Delete the draft “Running late” to ana@example.com',
    );
  });

  it('does not delete what was altered after the card was shown', async () => {
    const { output } = await carryOut('write', late);
    const fileName = fileNameOf(output);
    const { input, before } = await takeUp(named('discard'), { fileName }, world.surroundings);
    await world.surroundings.folder.write(fileName, 'Subject: better\r\n\r\n');
    const context = contextOf(world.surroundings, { mode: 'execute', key: 'discard', before });
    expect(await named('discard').run(input, context)).toMatchObject({ failure: { kind: 'changed-since' } });
    expect(await world.surroundings.folder.list()).toEqual([fileName]);
  });

  it('leaves one that is too large to put back', async () => {
    await world.surroundings.folder.write('Huge.eml', Buffer.alloc(5_000_001));
    const looked = await named('discard').look?.({ fileName: 'Huge.eml' }, world.surroundings);
    expect(looked).toMatchObject({ failure: { kind: 'unreadable' } });
  });
});
