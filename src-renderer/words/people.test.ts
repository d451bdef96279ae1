import { expect, test } from 'vitest';
import { addressWords, named, namedLine } from '#renderer/words/people.ts';

const people = [
  { address: 'ana@example.com', name: 'Ana Silva', isMeant: true },
  { address: 'gone@example.com', name: null, isMeant: true },
];

test('an address that is somebody’s has the name beside it', () => {
  expect(addressWords('ana@example.com', people)).toBe('Ana Silva (ana@example.com)');
  expect(addressWords('new@example.com', people)).toBe('new@example.com');
  expect(addressWords('ana@example.com')).toBe('ana@example.com');
  expect(named(['ana@example.com', 'x@example.com'], people)).toEqual(['Ana Silva (ana@example.com)', 'x@example.com']);
});

test('one that is no longer in the contacts says so', () => {
  expect(addressWords('gone@example.com', people)).toBe('gone@example.com (no longer in your contacts)');
});

test('a line of addresses has their names, and other lines stay', () => {
  const line = { label: 'To', before: null, after: 'ana@example.com, x@example.com' };
  expect(namedLine(line, people).after).toBe('Ana Silva (ana@example.com), x@example.com');
  expect(namedLine({ ...line, after: 'Write to ana@example.com, please' }, people).after).toBe(
    'Write to ana@example.com, please',
  );
});
