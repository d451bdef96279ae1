import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Folder } from '#connectors/sdk/action.ts';
import { CONTACTS_FILE } from '#connectors/sdk/contacts/book-file.ts';
import { newIn, readImportFile } from '#connectors/sdk/contacts/import-file.ts';
import { peopleIn } from '#connectors/sdk/contacts/people-in.ts';
import { readCard } from '#connectors/sdk/contacts/read-card.ts';
import { openFolder } from '#connectors/sdk/local-folder.ts';

let home: string;
let folder: Folder;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'cards-'));
  folder = openFolder(home);
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function read(text: string | Uint8Array) {
  await folder.write('a.vcf', text);
  return readImportFile(folder, 'a.vcf');
}
const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');

describe('a file of cards', () => {
  it.each([
    ['an end that is missing', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n'],
    ['words around the cards', `Hello\r\n${card('FN:Ana')}`],
    ['an end without a beginning', 'END:VCARD\r\n'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x42])],
  ])('with %s is refused as a whole', async (_what, text) => {
    expect(await read(text)).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  });

  it('names the cards that make no sense, and takes the others', async () => {
    const broken = card('FN;=;;:Ana', 'EMAIL;TYPE="x:y');
    const found = await read(card('FN:Ana') + broken + card() + card('FN:Bo').replace('3.0', '2.1'));
    expect(found).toMatchObject({ ok: true, value: { cards: [{}] } });
    expect(found.ok && found.value.problems).toEqual([
      'Card 2 has a line that makes no sense, so it is left out.',
      'Card 3 names nobody, so it is left out.',
      'Card 4 is of version 2.1, so it is left out.',
    ]);
  });

  it('is the same person again by the id, or by the name with an address or number', async () => {
    const found = await read(
      card('UID:1', 'FN:Ana', 'EMAIL:ana@example.com') +
        card('FN:Bo', 'TEL:+1 (2) 3') +
        card('FN:ANA', 'EMAIL:Ana@Example.com') +
        card('FN:Ana', 'EMAIL:other@example.com'),
    );
    const standing = ['FN:Ana\r\nUID:9\r\nEMAIL:ana@example.com', 'FN:Bo\r\nTEL:+123'].map((lines) => {
      const reading = readCard(card(...lines.split('\r\n')));
      if (!reading.ok) throw new Error(reading.because);
      return reading.value.contact;
    });
    const fresh = found.ok ? newIn(found.value, standing) : [];
    expect(fresh.map(({ text }) => /EMAIL:(.*)/.exec(text)?.[1]?.trim())).toEqual(['other@example.com']);
  });

  it('never throws, whatever is in it', async () => {
    const line = fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'VERSION:4.0',
      'VERSION:3.0',
      'FN:A;b\\,c\\n',
      'item1.EMAIL;PREF=1;TYPE=x:a@b.cd',
      'N:;;;;',
      'ORG:;;',
      'NOTE;ENCODING=b:%%%',
      ' folded',
      'TEL;VALUE=uri:tel:1',
      'UID',
      ':',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, fc.string()), { maxLength: 12 }), async (lines) => {
        const found = await read(lines.join('\r\n'));
        expect(typeof found.ok).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });
});

it('knows which address a card prefers, and leaves out what is no address', async () => {
  await folder.write(
    CONTACTS_FILE,
    card('FN:Ana', 'EMAIL:a@example.com', 'EMAIL;TYPE=pref:b@example.com', 'EMAIL:nonsense') +
      card('FN:Bo', 'EMAIL:a@x.example', 'EMAIL:b@x.example'),
  );
  expect(await peopleIn(folder, 'contacts')).toMatchObject([
    { name: 'Ana', emails: ['b@example.com', 'a@example.com'], preferred: 'b@example.com' },
    { name: 'Bo', emails: ['a@x.example', 'b@x.example'], preferred: null },
  ]);
});
