import vocabulary from '#resources/packs/everyday/vocabulary.json' with { type: 'json' };

const KNOWN: Readonly<Record<string, string>> = vocabulary.typos;
const KEYWORDS: readonly string[] = vocabulary.keywords;
const KEYWORD_SET = new Set(KEYWORDS);
const SHORTEST = 5;

/**
 * The keyword that a misspelt word stands for, else the word itself. Only slips that seldom make another
 * English word are mended: two letters swapped, one missing, one too many; others are listed in the pack.
 */
export function correctTypo(word: string): string {
  if (word.length < SHORTEST || KEYWORD_SET.has(word)) return Object.hasOwn(KNOWN, word) ? (KNOWN[word] ?? word) : word;
  if (Object.hasOwn(KNOWN, word)) return KNOWN[word] ?? word;
  return KEYWORDS.find((keyword) => keyword[0] === word[0] && isOneSlipAway(word, keyword)) ?? word;
}

function isOneSlipAway(word: string, keyword: string): boolean {
  const difference = word.length - keyword.length;
  if (Math.abs(difference) > 1 || isPluralOf(word, keyword)) return false;
  let same = 0;
  while (same < keyword.length && word[same] === keyword[same]) same += 1;
  if (difference === 0) return swapped(word, keyword, same);
  return difference === 1 ? word.slice(same + 1) === keyword.slice(same) : word.slice(same) === keyword.slice(same + 1);
}

function swapped(word: string, keyword: string, at: number): boolean {
  return (
    at + 1 < keyword.length &&
    word[at] === keyword[at + 1] &&
    word[at + 1] === keyword[at] &&
    word.slice(at + 2) === keyword.slice(at + 2)
  );
}

const isPluralOf = (word: string, keyword: string): boolean =>
  (word.endsWith('s') && !keyword.endsWith('s')) || /['’]/.test(word);
