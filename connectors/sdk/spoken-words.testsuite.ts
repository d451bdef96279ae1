import { expect, vi } from 'vitest';
import type { ActionCard } from '#contract/model/card.ts';
import type { Report } from '#contract/model/run.ts';

/** What a template leaves behind when a value is missing. */
const hole = /\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date/;
const machineTalk = /\b(expected|received|invalid input|string|boolean|object|array|regex|pattern|ZodError)\b/i;

export const wordsOfCard = ({ title, undo, differences }: ActionCard): string[] => [
  title,
  undo,
  ...differences.flatMap(({ label, before, after }) => [label, before, after].filter((line) => line !== null)),
];

export const wordsOfReport = ({ says, lines }: Report): string[] => [says, ...lines];

/** Every sentence is there and has no hole in it. */
export function expectWords(words: readonly string[]): void {
  for (const sentence of words) {
    expect(sentence.trim()).not.toBe('');
    expect(sentence).not.toMatch(hole);
  }
}

/** A problem as the person reads it: one sentence, and nothing of how programs talk. */
export function expectPlainProblem(problem: string): void {
  expectWords([problem]);
  expect(problem).not.toMatch(machineTalk);
  expect(problem).toMatch(/[.?!]$/);
}

/** The same again, also with another clock and in another part of the world. */
export function expectDeterministic<T>(compute: () => T): T {
  const here = compute();
  const zone = process.env.TZ;
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-04T03:21:09Z') });
  process.env.TZ = 'Pacific/Auckland';
  try {
    expect(compute()).toEqual(here);
  } finally {
    vi.useRealTimers();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
  return here;
}
