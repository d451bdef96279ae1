import { expect, test } from 'vitest';
import { hrefOfLife, lifeOf } from '#renderer/client/life.ts';

test('the address of a life leads to it, and nothing else to the practice life', () => {
  const base = 'http://127.0.0.1:4310';
  for (const life of ['own', 'practice'] as const) {
    const url = new URL(hrefOfLife(life, '/'), base);
    expect(lifeOf(url.search)).toBe(life);
    expect(url.hash).toBe('#/');
  }
  for (const search of ['', '?', '?life', '?life=', '?life=own', '?life=Practice', '?practice=life']) {
    expect(lifeOf(search)).toBe('own');
  }
});
