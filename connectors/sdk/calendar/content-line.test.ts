import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import {
  addLine,
  escapeText,
  foldLine,
  joinLines,
  mapLines,
  ownLines,
  readLines,
  setLine,
} from '#connectors/sdk/calendar/content-line.ts';

const component = [
  'BEGIN:VEVENT',
  'SUMMARY;X-A="a:b;c":Dent',
  '\tist',
  '',
  'DESCRIPTION:one',
  ' two',
  'garbage without a colon',
  'BEGIN:VALARM',
  'DESCRIPTION:alarm',
  'END:VALARM',
  'END:VEVENT',
  '',
].join('\r\n');

describe('the lines of a component', () => {
  it('lose nothing, whatever they are', () => {
    const piece = fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'A;B="x:y":z',
      'A:1',
      ':',
      '"',
      ' ',
      '\t',
      '\r',
      '\n',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        expect(joinLines(readLines(text), '\n')).toBe(text);
      }),
    );
  });

  it('are unfolded, with names and parameters apart', () => {
    const lines = readLines(component);
    expect(ownLines(lines, 'SUMMARY')).toMatchObject([{ params: ';X-A="a:b;c"', value: 'Dentist' }]);
    expect(ownLines(lines, 'DESCRIPTION')).toMatchObject([{ value: 'onetwo' }]);
  });

  it('change only where they are changed, and never inside another component', () => {
    const lines = readLines(component);
    const changed = mapLines(
      setLine(addLine(lines, 'X-NEW:1'), 'DESCRIPTION', 'DESCRIPTION:three'),
      'SUMMARY',
      () => null,
    );
    expect(joinLines(changed, '\n')).toBe(
      component
        .replace('SUMMARY;X-A="a:b;c":Dent\r\n\tist\r\n', '')
        .replace('DESCRIPTION:one\r\n two\r\n', 'DESCRIPTION:three\n')
        .replace('BEGIN:VALARM', 'X-NEW:1\nBEGIN:VALARM'),
    );
  });
});

describe('writing', () => {
  it('folds so that every reader gets the same text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const content = `SUMMARY:${escapeText(text)}`;
        const folded = foldLine(content);
        for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const parsed = ICAL.Component.fromString(`BEGIN:VEVENT\r\n${folded}\r\nEND:VEVENT\r\n`);
        expect(parsed.getFirstPropertyValue('summary')).toBe(text.replaceAll(/\r\n?/g, '\n'));
      }),
    );
  });
});
