import { expect, test } from 'vitest';
import { dropToken, takeToken } from '#renderer/client/token.ts';

function browser(hash: string) {
  const kept = new Map<string, string>();
  const shown = { hash, pathname: '/', search: '' };
  const past = {
    replaceState: (_state: unknown, _title: string, url?: string | URL | null) => {
      shown.hash = new URL(String(url), 'http://localhost').hash;
    },
  };
  const keep = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { shown, past, keep };
}

test('the token is taken out of the address and kept for the tab', () => {
  const { shown, past, keep } = browser('#token=abc-123');
  expect(takeToken(shown, past, keep)).toBe('abc-123');
  expect(shown.hash).toBe('#/');
  expect(takeToken(shown, past, keep)).toBe('abc-123');
});

test('a newer token in the address replaces the one that was kept', () => {
  const { shown, past, keep } = browser('#token=old');
  takeToken(shown, past, keep);
  shown.hash = '#token=new';
  expect(takeToken(shown, past, keep)).toBe('new');
});

test('without a token there is none, and an ordinary address stays as it is', () => {
  const { shown, past, keep } = browser('#/timeline');
  expect(takeToken(shown, past, keep)).toBeNull();
  expect(shown.hash).toBe('#/timeline');
});

test('a dropped token is gone', () => {
  const { shown, past, keep } = browser('#token=abc');
  takeToken(shown, past, keep);
  dropToken(keep);
  expect(takeToken(shown, past, keep)).toBeNull();
});
