import { describe, expect, test } from 'vitest';
import { correctTypo } from '#main/planner/text/correct-typo.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchPhrase, phrase } from '#main/planner/text/phrase.ts';
import { withoutPoliteWords } from '#main/planner/text/polite-words.ts';
import { readableText } from '#main/planner/text/readable-text.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { tokenise } from '#main/planner/text/tokenise.ts';
import { bare, shortened, slug, textOf } from '#main/planner/text/wording.ts';

const words = (text: string) => tokenise(text).map(({ lower }) => lower);

describe('tokens', () => {
  test('are words, marks, addresses, lines and whole quotes', () => {
    expect(tokenise('Mail ana@example.com:\n“Hi, Ana”!').map(({ kind }) => kind)).toEqual([
      'word',
      'email',
      'mark',
      'line',
      'quote',
      'mark',
    ]);
  });

  test('keep an apostrophe inside a word and take it for no quote', () => {
    expect(words("it's mum's, isn’t it")).toEqual(["it's", "mum's", ',', "isn't", 'it']);
  });

  test('know an unclosed quotation mark for a mark', () => {
    expect(words('say “hi')).toEqual(['say', '“', 'hi']);
  });

  test('keep times, dates and short forms whole', () => {
    expect(words('10:30 a.m. on 3/12, e.g. St. John')).toEqual([
      '10:30',
      'a.m.',
      'on',
      '3/12',
      ',',
      'e.g.',
      'st.',
      'john',
    ]);
  });
});

describe('a typo', () => {
  test.each([
    ['tommorow', 'tomorrow'],
    ['remidner', 'reminder'],
    ['calendr', 'calendar'],
    ['meetting', 'meeting'],
  ])('%s is read as %s', (slip, meant) => expect(correctTypo(slip)).toBe(meant));

  test.each(['remainder', 'scheduler', 'mourning', 'tuesdays', 'dentists', 'grocer'])(
    '%s is a word of its own',
    (word) => {
      expect(correctTypo(word)).toBe(word);
    },
  );
});

describe('a phrase', () => {
  const spans = (pattern: string, text: string) => {
    const tokens = tokenise(text);
    const match = matchPhrase(phrase(pattern), tokens);
    if (match === null) return null;
    return Object.fromEntries(Object.entries(match.spans).map(([name, span]) => [name, textOf(text, tokens, span)]));
  };

  test('takes choices, optional words, and words in a row', () => {
    expect(spans('get_rid_of|delete the? list', 'get rid of the list')).toEqual({});
    expect(spans('get_rid_of|delete the? list', 'delete list')).toEqual({});
    expect(spans('get_rid_of|delete the? list', 'get the list')).toBeNull();
  });

  test('keeps the words of its gaps', () => {
    expect(spans('take {items} off my|the {list} list', 'take milk and eggs off the shopping list')).toEqual({
      items: 'milk and eggs',
      list: 'shopping',
    });
  });

  test('begins where the text begins, and ends where it ends when it says so', () => {
    expect(spans('delete list', 'please delete list')).toBeNull();
    expect(spans('delete list $', 'delete list now')).toBeNull();
    expect(spans('... list $', 'delete the list')).toEqual({});
  });

  test('takes the longest of its choices', () => {
    expect(spans("i've|i've_got {what}", "i've got a cold")).toEqual({ what: 'a cold' });
  });

  test('is refused when it is loaded with a slip that would be silent', () => {
    expect(() => loadPhrases(['add {itms}'], 'items')).toThrow('should name items');
    expect(() => loadPhrases(['... please?'])).toThrow('match anything');
    expect(() => loadPhrases(['call {what} by? {name}'], 'what', 'name')).toThrow('where a gap ends');
  });
});

describe('a sentence of the pack', () => {
  test('is filled', () => {
    expect(sentence('Add {items} to “{list}”', 'items', 'list')({ items: 'milk', list: 'Shopping' })).toBe(
      'Add milk to “Shopping”',
    );
  });

  test('is refused when it is loaded with other gaps than the code fills', () => {
    expect(() => sentence('Add {item}', 'items')).toThrow('should have the gaps {items}');
    expect(() => sentence('Add', 'items')).toThrow();
  });

  test('shows a dollar sign that the person wrote as it is', () => {
    expect(sentence('Note: {text}', 'text')({ text: '$& $1' })).toBe('Note: $& $1');
  });
});

describe('polite words', () => {
  test.each([
    ['hey, could you please add milk, thanks!', 'add milk'],
    ['I would like you to add milk if you can', 'add milk'],
    ['1. add milk.', 'add milk'],
    ['– add milk', 'add milk'],
    ['ok google add milk', 'add milk'],
  ])('around “%s” are passed over', (text, wanted) => {
    const tokens = tokenise(text);
    expect(textOf(text, tokens, withoutPoliteWords(tokens))).toBe(wanted);
  });
});

describe('wording', () => {
  test('takes off quotation marks only when all is quoted', () => {
    expect(bare('“Team sync”')).toBe('Team sync');
    expect(bare('write “hello” to Tom')).toBe('write “hello” to Tom');
  });

  test('cuts at a whole letter', () => {
    expect(shortened('🎉🎉🎉', 2)).toBe('🎉…');
  });

  test('makes an id of letters and digits', () => {
    expect(slug('Café “Central”, 2!')).toBe('cafe-central-2');
  });

  test('leaves out what can’t be seen', () => {
    expect(readableText('a\u0000b\u202ec\r\nd\ud800')).toBe('a b c\nd\ufffd');
  });
});
