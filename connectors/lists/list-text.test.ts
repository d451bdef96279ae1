import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addItems } from '#connectors/lists/add-items.ts';
import type { ListChange } from '#connectors/lists/list-change.ts';
import { parseList } from '#connectors/lists/list-items.ts';
import { removeItems } from '#connectors/lists/remove-items.ts';
import { foldListName, nameNewList } from '#connectors/lists/same-words.ts';
import { insertLines, joinLines, removeLines, splitLines } from '#connectors/lists/text-lines.ts';
import { tickItems } from '#connectors/lists/tick-items.ts';
import type { Json } from '#contract/model/json.ts';

function apply<Trace extends Json>(change: ListChange<Trace>, text: string | null, items: readonly string[]) {
  const applied = change.apply(items, 'Things')(text);
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  return applied.value;
}

/** What becomes of a text when these items are added, ticked off or taken off. */
const added = (text: string | null, ...items: string[]): string => apply(addItems, text, items).text;
const ticked = (text: string, ...items: string[]): string => apply(tickItems, text, items).text;
const removed = (text: string, ...items: string[]): string => apply(removeItems, text, items).text;

describe('lines', () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', ' ', '-', '\n', '\r', '\r\n', '\ufeff', 'ä') });

  it('are split and joined without losing a byte', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(joinLines(splitLines(text))).toBe(text);
      }),
    );
  });

  it('that were put in and taken out again leave everything as it was', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(20),
        fc.array(fc.constantFrom('x', 'y z'), { minLength: 1 }),
        (text, place, texts) => {
          const lines = splitLines(text);
          fc.pre(lines.length > 0);
          const at = Math.min(place, lines.length);
          const more = insertLines(lines, at, texts);
          expect(joinLines(removeLines(more, at, at + texts.length))).toBe(text);
        },
      ),
    );
  });
});

describe('what counts as an item', () => {
  const itemsOf = (text: string) => parseList(text).items.map(({ text: words, done }) => (done ? `x ${words}` : words));

  it.each([
    ['every kind of bullet', '- [ ] a\n* [x] b\n+ [X] c\n1. [ ] d\n2) [ ] e\n', ['a', 'x b', 'x c', 'd', 'e']],
    ['tasks under others', '- [ ] a\n  - [x] b\n\t- [ ] c\n', ['a', 'x b', 'c']],
    ['a bullet without a box', '- a\n* b\n', ['a', 'b']],
    ['a link', '- [shop](https://example.com)\n', ['[shop](https://example.com)']],
    ['no remarks under an item', '- [ ] a\n  - blue\n', ['a']],
    ['no rules between sections', '- [ ] a\n\n- - -\n***\n* * *\n', ['a']],
    ['no empty boxes', '- [ ]\n- [ ] \n- []\n', []],
    ['no code', '```md\n- [ ] a\n~~~\n- [ ] b\n```\n- [ ] c\n', ['c']],
    ['no comments', '<!-- - [ ] a\n- [ ] b\n-->\n<!-- c -->\n- [ ] d\n', ['d']],
    ['no front matter', '---\nlists:\n- a\n---\n- [ ] b\n', ['b']],
    ['all of it when a rule only looks like front matter', '---\n- [ ] a\n', ['a']],
  ])('%s', (_what, text, items) => {
    expect(itemsOf(text)).toEqual(items);
    expect(itemsOf(text.replaceAll('\n', '\r\n'))).toEqual(items);
  });

  it('what is indented under an item belongs to it, also after an empty line', () => {
    const [first] = parseList('- [ ] a\n\n  more\n    - b\n\nnot of it\n- [ ] c\n').items;
    expect(first).toMatchObject({ from: 0, to: 4 });
  });

  it('the first heading above the items is the list’s name', () => {
    expect(parseList('\ufeff# Packing ##\n## For June\n- [ ] a\n').title).toBe('Packing');
    expect(parseList('- [ ] a\n# Not the name\n').title).toBeNull();
  });
});

describe('adding', () => {
  it('begins a new list under a heading of its name', () => {
    expect(added(null, 'milk', 'eggs')).toBe('# Things\n\n- [ ] milk\n- [ ] eggs\n');
  });

  it.each([
    [
      'after the last item, before what follows it',
      '- [ ] a\n\nFor Saturday.\n',
      '- [ ] a\n- [ ] b\n\nFor Saturday.\n',
    ],
    ['below what belongs to the last item', '* [ ] a\n  * [ ] deep\n', '* [ ] a\n  * [ ] deep\n* [ ] b\n'],
    ['with the line breaks that are there', '+ [ ] a\r\n', '+ [ ] a\r\n+ [ ] b\r\n'],
    ['without a final line break where there was none', '- [ ] a', '- [ ] a\n- [ ] b'],
    ['with the next number', '9) [x] a\n', '9) [x] a\n10) [ ] b\n'],
    ['under a heading, with an empty line between', '# Things', '# Things\n\n- [ ] b'],
    ['after a byte order mark', '\ufeff- [ ] a\n', '\ufeff- [ ] a\n- [ ] b\n'],
    ['beside bullets without boxes', '-   a\n', '-   a\n-   [ ] b\n'],
    ['to an empty file', '', '- [ ] b\n'],
    ['what is ticked off, once more', '- [x] b\n', '- [x] b\n- [ ] b\n'],
    ['nothing that is open already', '- [ ] B\n', '- [ ] B\n'],
  ])('%s', (_what, text, expected) => {
    expect(added(text, 'b')).toBe(expected);
  });

  it('keeps apart what only looks alike', () => {
    expect(added('- [ ] pan\n- [ ] かき\n', 'pán', 'がき')).toBe('- [ ] pan\n- [ ] かき\n- [ ] pán\n- [ ] がき\n');
  });

  it('refuses where a new item would not be seen', () => {
    expect(addItems.apply(['b'], 'Things')('# Things\n```\ncode')).toMatchObject({
      ok: false,
      failure: { kind: 'unreadable' },
    });
  });
});

describe('ticking off', () => {
  it('changes the box and nothing else', () => {
    expect(ticked('*\t[ ]  a  \r\n  1) [ ] deep', 'A', 'deep')).toBe('*\t[x]  a  \r\n  1) [x] deep');
    expect(ticked('- a\n', 'a')).toBe('- [x] a\n');
  });

  it('finds the one item that has these words in it, what is open first', () => {
    expect(ticked('- [x] oat milk\n- [ ] **milk**, 2 litres\n', 'milk')).toBe(
      '- [x] oat milk\n- [x] **milk**, 2 litres\n',
    );
  });

  it('takes what is called exactly so for meant, ticked off or not', () => {
    const text = '- [x] milk\n- [ ] oat milk\n- [ ] Milk\n';
    expect(ticked(text, 'milk')).toBe('- [x] milk\n- [ ] oat milk\n- [x] Milk\n');
    expect(ticked('- [x] milk\n- [ ] oat milk\n', 'milk')).toBe('- [x] milk\n- [ ] oat milk\n');
  });

  it('asks which one when there are several, and names what is not there', () => {
    const text = '- [ ] oat milk\n- [ ] soy milk\n';
    expect(tickItems.apply(['milk'], 'Things')(text)).toMatchObject({
      failure: {
        kind: 'invalid-arguments',
        problems: ['“milk” could be “oat milk” and “soy milk” on “Things”. Say which one.'],
      },
    });
    expect(tickItems.apply(['oat milk', 'bread', 'tea'], 'Things')(text)).toMatchObject({
      failure: { kind: 'not-found', what: '“bread” and “tea” on “Things”' },
    });
  });
});

describe('taking off', () => {
  it('takes the item with what belongs to it, each time that it is there', () => {
    expect(removed('- [ ] a\n  - [ ] deep\n\n  more\n- [ ] b\n- [x] A\n', 'a')).toBe('- [ ] b\n');
    expect(removed('- [ ] a\n  - [ ] deep\n- [ ] b\n- [ ] c\n', 'deep', 'a')).toBe('- [ ] b\n- [ ] c\n');
    expect(removed('- [ ] a\n- [ ] b', 'b')).toBe('- [ ] a');
  });
});

describe('the name of a list', () => {
  it('is the same with or without “list”, capitals and accents', () => {
    const names = ['Shopping', 'shopping list', 'My Shopping List', 'the SHÓPPING list'];
    expect(new Set(names.map(foldListName))).toEqual(new Set(['shopping']));
    expect(foldListName('list')).toBe('list');
    expect(foldListName('Wish lists')).toBe('wish lists');
  });

  it('gets a capital where that is plain English', () => {
    expect(['shopping', 'iPhone bits', 'łąki', 'სია', 'to-do'].map(nameNewList)).toEqual([
      'Shopping',
      'iPhone bits',
      'łąki',
      'სია',
      'To-do',
    ]);
  });
});
