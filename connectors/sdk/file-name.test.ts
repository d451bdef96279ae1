import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeName, stemFrom } from '#connectors/sdk/file-name.ts';

describe('a stem from a title', () => {
  it.each([
    ['Shopping list', 'Shopping list'],
    ['  Two   spaces\tand a tab ', 'Two spaces and a tab'],
    ['Re: offer 1/2 "final" <ok>?*|', 'Re offer 1 2 final ok'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\system32', 'C Windows system32'],
    ['.hidden', 'hidden'],
    ['ends with dots...', 'ends with dots'],
    ['…three dots in one', '…three dots in one'],
    ['v1.2 plan', 'v1.2 plan'],
    ['Viagem a Évora', 'Viagem a Évora'],
    ['Cafe\u0301', 'Caf\u00e9'],
    ['קניות', 'קניות'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['买菜', '买菜'],
    ['Party 👩‍👩‍👧 🎂', 'Party 👩‍👩‍👧 🎂'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['a\u0000b\u200bc\ufeff', 'abc'],
    ['line\r\nbreak', 'line break'],
  ])('%j becomes %j', (title, stem) => {
    expect(stemFrom(title, 'Note')).toBe(stem);
  });

  it.each(['', '   ', '...', '/', '???', '\u200d', '\u202e\u202c', '. .'])(
    '%j has nothing to show, so it takes the other name',
    (title) => {
      expect(stemFrom(title, 'Note')).toBe('Note');
    },
  );

  it.each(['con', 'CON', 'aux.txt', 'Lpt1', 'com¹', 'nul'])(
    '%s is a device on Windows, so it gets another name',
    (title) => {
      expect(stemFrom(title, 'Note')).toBe(`${title}_`);
    },
  );
  it('leaves words alone that only begin like a device', () => {
    expect(stemFrom('Contract', 'Note')).toBe('Contract');
    expect(stemFrom('con artist', 'Note')).toBe('con artist');
  });

  it('is cut between characters, and not within one', () => {
    const family = '👩‍👩‍👧‍👦';
    const stem = stemFrom(family.repeat(20), 'Note');
    expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(150);
    expect(stem).toBe(family.repeat(6));
    expect(stemFrom(`${'x'.repeat(149)} y`, 'Note')).toBe('x'.repeat(149));
  });

  it('is for any title a name that stays in its folder and can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const stem = stemFrom(title, 'Note');
        expect(stem).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[.\s]|[.\s]$/u);
        expect(stem.isWellFormed()).toBe(true);
        expect(stem).not.toBe('');
        expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(151);
        expect(stemFrom(stem, 'Note')).toBe(stem);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a free name', () => {
  it('is the stem itself where nothing has it', () => {
    expect(freeName([], 'Rent', '.md')).toBe('Rent.md');
    expect(freeName(['Rent.txt', 'Rental.md'], 'Rent', '.md')).toBe('Rent.md');
  });
  it('counts on, past holes', () => {
    expect(freeName(['Rent.md'], 'Rent', '.md')).toBe('Rent 2.md');
    expect(freeName(['Rent.md', 'Rent 2.md', 'Rent 4.md'], 'Rent', '.md')).toBe('Rent 3.md');
  });
  it('takes what some systems hold for the same as taken', () => {
    expect(freeName(['RENT.MD'], 'Rent', '.md')).toBe('Rent 2.md');
    expect(freeName(['Caf\u00e9.md'], 'Cafe\u0301', '.md')).toBe('Cafe\u0301 2.md');
  });
});
