import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import type { Json } from '#contract/model/json.ts';
import { readPointer } from '#contract/model/json-pointer.ts';
import type { StepId } from '#contract/model/plan.ts';
import { isOutside, type Provenance } from '#contract/model/provenance.ts';
import type { OutsideItem, Source } from '#contract/model/source.ts';
import type { Found, FoundPart } from '#main/executor/found.ts';
import { wordsIn } from '#main/executor/words-in.ts';

/** So many characters are shown before and after the exact words, and so many of them at most. */
const AROUND = 60;
const MOST_SHOWN = 300;
/** More places than these no card names. */
const MOST_SOURCES = 5;
const MOST_LOOKED_THROUGH = 200_000;
const LONGEST_NAME = 200;

/**
 * What a value with these marks came from outside, each item once. Where the value stands in the item word for word,
 * with those words; the value is looked for in what was found, so nobody can claim a place for it.
 */
export function sourcesOf(value: Json, provenance: Provenance, found: ReadonlyMap<StepId, Found>): Source[] {
  const marks = new Set(provenance.filter(isOutside));
  if (marks.size === 0) return [];
  const texts = [...wordsIn(value)].map(({ text }) => text.trim()).filter((text) => text !== '');
  const sources = new Map<string, Source>();
  for (const { output, parts = [] } of found.values()) {
    for (const part of parts) {
      if (!marks.has(part.mark) || sources.get(part.mark)?.words) continue;
      sources.set(part.mark, { mark: part.mark, ...shown(part.of), words: wordsFrom(output, part, texts) });
    }
  }
  for (const mark of marks) if (!sources.has(mark)) sources.set(mark, unnamed(mark));
  return [...sources.values()].slice(0, MOST_SOURCES);
}

/** Its name and author are somebody else's words as well: in one line, with nothing in them that is not seen. */
function shown({ what, title, by }: OutsideItem): OutsideItem {
  const line = (text: string) => cleanText(text.slice(0, LONGEST_NAME).replaceAll(/\s+/g, ' ')).text;
  return { what, title: line(title), by: by === null ? null : line(by) };
}

/** Of what the run itself did not read: who asked for it when that is a program, or a happening that began it, say. */
function unnamed(mark: Source['mark']): Source {
  const [connector = '', item = ''] = mark.slice('outside:'.length).split(/\/(.*)/s);
  if (connector === 'program') return { mark, what: 'program', title: item, by: null, words: null };
  return { mark, what: 'answer', title: `${connector}, ${item}`, by: null, words: null };
}

function wordsFrom(output: Json, { path }: FoundPart, texts: readonly string[]): Source['words'] {
  const part = readPointer(output, path);
  if (part === undefined) return null;
  for (const { text } of wordsIn(part)) {
    const within = text.slice(0, MOST_LOOKED_THROUGH);
    for (const words of texts) {
      const at = within.indexOf(words);
      if (at >= 0) return around(within, at, words.length);
      // A value that was made from outside text and the person's words holds the item's words inside of it.
      const whole = within.trim();
      if (whole.length > 3 && words.includes(whole)) return around(whole, 0, whole.length);
    }
  }
  return null;
}

function around(text: string, at: number, length: number): NonNullable<Source['words']> {
  const shown = Math.min(length, MOST_SHOWN);
  const from = backTo(text, Math.max(0, at - AROUND));
  const to = backTo(text, Math.min(text.length, at + shown + AROUND));
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const start = before.length + at - from;
  return { quote: `${before}${text.slice(from, to)}${after}`, start, end: start + shown };
}

/** Never between the two halves of one character. */
function backTo(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff && at > 0 ? at - 1 : at;
}
