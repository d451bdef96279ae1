import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceSchema } from '#contract/model/source.ts';
import { type Found, provenanceAt } from '#main/executor/found.ts';
import { sourcesOf } from '#main/executor/sources-of.ts';

const email = { what: 'email', title: 'Invoice 204', by: 'billing@example.com' } as const;
const letter = (text: string, of: { what: 'email'; title: string; by: string | null } = email): Found => ({
  output: { count: 1, text },
  provenance: ['person'],
  parts: [
    { path: '', mark: 'outside:mail/read', of: { what: 'answer', title: 'Mail', by: null } },
    { path: '/text', mark: 'outside:mail/7', of },
  ],
});

describe('the marks of a place', () => {
  const found = letter('x');
  it('are those of the nearest part around it, and of every part inside of it', () => {
    expect(provenanceAt(found, '/text')).toEqual(['outside:mail/7', 'person']);
    expect(provenanceAt(found, '/text/0')).toEqual(['outside:mail/7', 'person']);
    expect(provenanceAt(found, '/count')).toEqual(['outside:mail/read', 'person']);
    expect(provenanceAt(found, '')).toEqual(['outside:mail/7', 'outside:mail/read', 'person']);
    expect(provenanceAt(found, '/texts')).toEqual(['outside:mail/read', 'person']);
  });
});

describe('the exact words', () => {
  it('are found where the value stands, with some around them', () => {
    const text = `${'a '.repeat(100)}pay to eve@example.net at once ${'b '.repeat(100)}`;
    const [source] = sourcesOf('eve@example.net', ['outside:mail/7'], new Map([['read', letter(text)]]));
    expect(source).toMatchObject({ ...email, mark: 'outside:mail/7' });
    const { quote = '', start = 0, end = 0 } = source?.words ?? {};
    expect(quote.slice(start, end)).toBe('eve@example.net');
    expect(quote).toMatch(/^….*pay to .* at once .*…$/);
  });

  it('are missing where the value does not stand there, and the item is named all the same', () => {
    const found = new Map([['read', letter('nothing of it')]]);
    expect(sourcesOf(7, ['outside:mail/7'], found)).toEqual([{ ...email, mark: 'outside:mail/7', words: null }]);
    expect(sourcesOf('x', ['outside:web/page'], found)).toMatchObject([{ what: 'answer', title: 'web, page' }]);
    expect(sourcesOf('x', ['person', 'model'], found)).toEqual([]);
  });

  it('come with a name in which nothing is hidden', () => {
    const found = new Map([
      ['read', letter('x', { what: 'email', title: 'In\u202evoice\n\u200b204', by: 'bіlling@аpple.com' })],
    ]);
    const [source] = sourcesOf('x', ['outside:mail/7'], found);
    expect(source?.title).toBe('Invoice 204');
    expect(source?.by).toContain('[not what it looks like:');
  });

  it('stand where they are said to stand, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (before, value, after) => {
          const found = new Map([['read', letter(before + value + after)]]);
          for (const source of sourcesOf(value, ['outside:mail/7'], found)) {
            expect(SourceSchema.safeParse(source).success).toBe(true);
            if (source.words)
              expect(value).toContain(source.words.quote.slice(source.words.start, source.words.end).trim());
          }
        },
      ),
    );
  });
});
