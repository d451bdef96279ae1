import { expect, it } from 'vitest';
import type { WritingNews } from '#contract/model/text-under-way.ts';
import { type TextUnderWay, withNews } from '#renderer/client/use-writing.ts';

const news = (id: string, keep: number, add: string): WritingNews => {
  return { kind: 'text', id, what: 'message', stepId: null, about: '', keep, add };
};
const read = (...all: WritingNews[]) =>
  all.reduce<readonly TextUnderWay[]>(withNews, []).map(({ id, text }) => `${id}: ${text}`);

it('puts texts together from what is told of them', () => {
  expect(read(news('a', 0, ''))).toEqual(['a: ']);
  expect(read(news('a', 0, 'one '), news('b', 0, 'other'), news('a', 4, 'two'))).toEqual(['a: one two', 'b: other']);
  // Written again from the beginning, or from where it differs.
  expect(read(news('a', 0, 'one two'), news('a', 0, 'new'))).toEqual(['a: new']);
  expect(read(news('a', 0, 'one two'), news('a', 4, 'three'))).toEqual(['a: one three']);
  expect(read(news('a', 0, 'one'), news('b', 0, 'two'), { kind: 'ended', id: 'a' })).toEqual(['b: two']);
});
