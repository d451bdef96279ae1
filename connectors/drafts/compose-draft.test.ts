import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { composeDraft, type DraftText, messageIdFor } from '#connectors/drafts/compose-draft.ts';

const stamp = { messageId: messageIdFor('0123456789abcdef'), date: '2026-11-25T12:00:00.123Z' };
const plain: DraftText = { to: ['ana@example.com'], cc: [], subject: 'Running late', body: 'Hi Ana,\n\nsee you.\n' };

const compose = (draft: Partial<DraftText>) => composeDraft({ ...plain, ...draft }, stamp);

async function readBack(draft: Partial<DraftText>) {
  const mail = await simpleParser(await compose(draft));
  const addresses = (field: typeof mail.to) =>
    [field ?? []].flat().flatMap(({ value }) => value.map((one) => one.address));
  return { to: addresses(mail.to), cc: addresses(mail.cc), subject: mail.subject, body: mail.text };
}

const headLines = (bytes: Buffer): string[] => (bytes.toString('latin1').split('\r\n\r\n', 1)[0] ?? '').split('\r\n');
const headNames = (bytes: Buffer): string[] =>
  headLines(bytes).flatMap((line) => (/^\s/.test(line) ? [] : [line.split(':', 1)[0] ?? '']));

describe('the head', () => {
  it('has what RFC 5322 wants of it, once each, and no sender', async () => {
    const bytes = await compose({ cc: ['bo@example.com'] });
    expect(headNames(bytes).sort()).toEqual([
      'Cc',
      'Content-Transfer-Encoding',
      'Content-Type',
      'Date',
      'MIME-Version',
      'Message-ID',
      'Subject',
      'To',
      'X-Unsent',
    ]);
    expect(headLines(bytes)).toEqual(
      expect.arrayContaining([
        'X-Unsent: 1',
        'Date: Wed, 25 Nov 2026 12:00:00 +0000',
        'Message-ID: <0123456789abcdef@life-os.invalid>',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
      ]),
    );
  });

  it('is the same bytes for the same draft', async () => {
    const draft = { subject: '🎂', body: 'שלום' };
    expect((await compose(draft)).equals(await compose(draft))).toBe(true);
  });
});

const fifty = Array.from({ length: 50 }, (_, n) => `somebody.with.a.long.name.${n}@department-${n}.example.com`);

const drafts: [string, Partial<DraftText>][] = [
  ['plain words', {}],
  ['accents', { subject: 'Olá Zoë, où es-tu?', body: 'À bientôt\nà Évora' }],
  ['emoji, families too', { subject: '🎂👩‍👩‍👧‍👦🇵🇹 at eight', body: '👩‍👩‍👧‍👦 will come' }],
  ['right to left', { subject: 'שלום Ana مرحبا', body: 'מה שלומך?\nكيف حالك؟' }],
  ['Chinese', { subject: '我会迟到十分钟', body: '对不起。'.repeat(60) }],
  ['a long subject', { subject: 'word '.repeat(99).trim() }],
  ['a long subject of emoji', { subject: '🎂'.repeat(200) }],
  ['a subject without a space', { subject: 'x'.repeat(500) }],
  ['long lines', { body: `${'word '.repeat(400)}\n${'y'.repeat(3000)}` }],
  [
    'lines that mail treats in ways of its own',
    { body: '.\n..\nFrom here\n-- \n\ttab\n=41 =\nends with spaces   \nend' },
  ],
  ['fifty recipients', { to: fifty, cc: fifty }],
  ['a domain in another script', { to: ['ana@exämple.com'] }],
  ['a subject like a header', { subject: 'Bcc: eve@example.com' }],
  ['no subject', { subject: '' }],
];

describe.each(drafts)('%s', (_what, draft) => {
  it('comes back as it was written', async () => {
    const { to, cc, subject, body } = { ...plain, ...draft };
    const back = await readBack(draft);
    expect(back).toMatchObject({ to, cc });
    expect(back.subject ?? '').toBe(subject);
    expect(back.body?.trimEnd()).toBe(body.trimEnd());
  });

  it('is ASCII with CRLF, and no line is longer than mail allows', async () => {
    const bytes = await compose(draft);
    expect(bytes.every((byte) => byte < 128)).toBe(true);
    const text = bytes.toString('latin1');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s);
    const longest = (part: string) => Math.max(...part.split('\r\n').map(({ length }) => length));
    expect(longest(head)).toBeLessThanOrEqual(998);
    expect(longest(body)).toBeLessThanOrEqual(76);
    const foldable = head.split('\r\n').filter((line) => line.trim().includes(' ') && !line.startsWith('Content-Type'));
    for (const line of foldable) expect(line.length).toBeLessThanOrEqual(78);
  });

  it('splits no character over two encoded words', async () => {
    const head = headLines(await compose(draft)).join('\r\n');
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (const [word, kind, text = ''] of head.matchAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi)) {
      expect(word.length).toBeLessThanOrEqual(75);
      const quoted = text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      decoder.decode(kind?.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : Buffer.from(quoted, 'latin1'));
    }
  });
});

describe('what would lead out of a header', () => {
  it.each([
    ['in the subject', { subject: 'Hi\r\nBcc: eve@example.com' }],
    ['as a bare line feed', { subject: 'Hi\nBcc: eve@example.com\n\nbody' }],
    ['in a recipient', { to: ['ana@example.com\r\nBcc: eve@example.com'] }],
    ['as a second recipient', { to: ['ana@example.com, eve@example.com'] }],
  ])('%s adds no header', async (_what, draft) => {
    const names = headNames(await compose(draft));
    expect(names).not.toContain('Bcc');
    expect(names.filter((name) => name === 'To')).toHaveLength(1);
  });
});
