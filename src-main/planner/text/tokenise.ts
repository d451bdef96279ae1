import { correctTypo } from '#main/planner/text/correct-typo.ts';

/** `quote` is a whole quoted text: nothing inside it is ever read as an instruction or a time. */
export type TokenKind = 'word' | 'mark' | 'quote' | 'email' | 'line';

export type Token = {
  readonly kind: TokenKind;
  /** As the person typed it. */
  readonly text: string;
  /** The form that patterns compare with: lower case, straight apostrophes, known typos mended. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
};

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’:./-][\p{L}\p{M}\p{N}]+)*/uy;
const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/uy;
const ABBREVIATION =
  /^(?:[ap]\.m|dr|mr|mrs|ms|prof|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx|e\.g|i\.e)$/i;
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '‘': '’', "'": "'" };
const LONGEST_SINGLE_QUOTE = 300;

/** Splits a text into tokens with their places. Linear in the length of the text. */
export function tokenise(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const add = (kind: TokenKind, start: number, end: number) => {
    const text = source.slice(start, end);
    tokens.push({ kind, text, lower: kind === 'quote' ? '"' : comparable(text), start, end });
    return end;
  };
  const endOfQuote = quoteFinder(source);
  let at = 0;
  while (at < source.length) {
    const character = source[at] ?? '';
    if (/\s/.test(character)) {
      if (character === '\n' && tokens.at(-1)?.kind !== 'line') add('line', at, at + 1);
      at += 1;
      continue;
    }
    const quoteEnd = endOfQuote(at);
    const emailEnd = quoteEnd ?? matchEnd(EMAIL, source, at);
    if (quoteEnd !== null) at = add('quote', at, quoteEnd);
    else if (emailEnd !== null) at = add('email', at, emailEnd);
    else at = addWordOrMark(source, at, add);
  }
  return tokens;
}

function addWordOrMark(source: string, at: number, add: (kind: TokenKind, start: number, end: number) => number) {
  const wordEnd = matchEnd(WORD, source, at);
  if (wordEnd === null) return add('mark', at, at + lengthAt(source, at));
  const dotFollows = source[wordEnd] === '.' && ABBREVIATION.test(source.slice(at, wordEnd));
  return add('word', at, dotFollows ? wordEnd + 1 : wordEnd);
}

const lengthAt = (source: string, at: number): number => ((source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

function matchEnd(pattern: RegExp, source: string, at: number): number | null {
  if (pattern === EMAIL && !hasAtSignSoon(source, at)) return null;
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : null;
}

/** An address is short, so a long run of letters is not searched again and again. */
function hasAtSignSoon(source: string, at: number): boolean {
  const sign = source.slice(at, at + 80).indexOf('@');
  return sign > 0;
}

/** Where the quote that opens at a place ends, or null. Remembers which closing marks there are no more of. */
function quoteFinder(source: string): (at: number) => number | null {
  const noMoreAfter = new Map<string, number>();
  return (at) => {
    const opening = source[at] ?? '';
    const closing = CLOSING[opening];
    if (closing === undefined || at >= (noMoreAfter.get(closing) ?? Number.POSITIVE_INFINITY)) return null;
    const isSingle = closing === "'" || closing === '’';
    if (isSingle) return endOfSingleQuote(source, at, closing);
    const end = source.indexOf(closing, at + 1);
    if (end === -1) noMoreAfter.set(closing, at);
    return end === -1 || end === at + 1 ? null : end + 1;
  };
}

/** A single mark is a quote only where it can't be an apostrophe: a word starts after it and ends before its partner. */
function endOfSingleQuote(source: string, at: number, closing: string): number | null {
  if (at > 0 && /[\p{L}\p{N}]/u.test(source[at - 1] ?? '')) return null;
  if (!/\S/.test(source[at + 1] ?? '')) return null;
  for (let end = at + 2; end < Math.min(source.length, at + LONGEST_SINGLE_QUOTE); end += 1) {
    const after = source[end + 1] ?? ' ';
    if (source[end] === closing && !/[\p{L}\p{N}]/u.test(after)) return end + 1;
  }
  return null;
}

function comparable(text: string): string {
  return correctTypo(text.toLowerCase().replaceAll('’', "'"));
}
