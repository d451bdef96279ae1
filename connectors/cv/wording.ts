import { type Token, tokensOf } from '#connectors/cv/tokens.ts';
import words from '#connectors/cv/wording.json' with { type: 'json' };
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { t } from '#contract/language/t.ts';

const FILLERS = new Set(words.fillers);
const ARTICLES = new Set(words.articles);
const JOINTS = new Set(words.joints);
const MANNERS = new Set(words.manners);
const WEAKENING = new Set(words.weakening);
const PLAINER: Readonly<Record<string, string>> = words.plainer;
const OPENING = new RegExp(`^(?:${words.openings.map((each) => each.replace("'", "['’]")).join('|')})\\s+`, 'iu');
const FILLER = new RegExp(`(?<=^|\\s)(?:${words.fillers.join('|')})\\s+(?=\\p{L})`, 'giu');
const PLAIN = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${Object.keys(PLAINER).join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
/** After a filler stands something that only it makes true: “not really finished”, “just under 5”. */
const LEANS_ON = /(?:not|n['’]t|never|if|so|as)\s+$/iu;

/** A line without the words that say nothing in a CV: “I was responsible for”, “successfully”. Says nothing more than before. */
export function shortenLine(text: string): string {
  const own = text.trim();
  const shorter = own
    .replace(OPENING, '')
    .replaceAll(FILLER, (filler, at: number, whole: string) => (LEANS_ON.test(whole.slice(0, at)) ? filler : ''))
    .replaceAll(PLAIN, (word) => PLAINER[word.toLowerCase()] ?? word);
  if (shorter === own || shorter === '') return own;
  const line = /^\p{Lu}/u.test(own) ? capitalised(shorter) : shorter;
  return findInvention(line, own) === null ? line : own;
}

/**
 * What is wrong with a line that was put in other words; null when it says nothing that its source does not say. Wide
 * of the mark it calls good lines wrong, and never the other way round: the words have to be the source's own, in
 * their order. What may go: words that say nothing, and the end from a joint on (“…, using”). What may move: the one way
 * in which it was done, to the front. What makes a claim smaller has to stay.
 */
export function findInvention(text: string, source: string): string | null {
  const [said, own] = [clausesOf(text), clausesOf(source)];
  if (said.length === 0) return t`It says nothing.`;
  if (isTurned(said.flat(), own)) return null;
  const [words, ownWords] = [said.flat(), own.flat()];
  const foreign = words.find((word) => !ownWords.includes(word));
  if (foreign !== undefined) return t`“${foreign}” does not stand in its source.`;
  const lost = ownWords.find((word) => WEAKENING.has(bare(word)) && count(words, word) < count(ownWords, word));
  if (lost !== undefined) return t`Without “${lost}” it would say more than its source.`;
  return isBeginning(said, own) ? null : t`Its words do not stand together as in its source.`;
}

type Clause = readonly string[];

const isSame = (one: Clause, other: Clause): boolean =>
  one.length === other.length && one.every((word, index) => word === other[index]);

const isBeginning = (said: readonly Clause[], own: readonly Clause[]): boolean =>
  said.length <= own.length && said.every((clause, index) => isSame(clause, own[index] ?? []));

/** “Through caching, cut response times”: all of its words, nothing else in it says how, and no figure moves. */
function isTurned(said: Clause, own: readonly Clause[]): boolean {
  const moved = own.at(-1) ?? [];
  const before = own.slice(0, -1);
  const saysHow = ([first = '']: Clause) => MANNERS.has(first) || first === 'by';
  const turned = [...moved, ...before.flat()];
  return (
    before.length > 0 &&
    MANNERS.has(moved[0] ?? '') &&
    !before.some(saysHow) &&
    !moved.some((word) => /\p{N}/u.test(word)) &&
    isSame(
      said.map((word, index) => (index === moved.length ? word.replace(/^,/, '') : word)),
      turned,
    )
  );
}

const count = (words: readonly string[], word: string): number => words.filter((each) => each === word).length;
const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+/u, '');

/**
 * The words of a line, as far as they say something, in stretches that are cut only at joints. A sign between two words
 * belongs to the second: “5-10” is no “5 10”.
 */
function clausesOf(text: string): readonly Clause[] {
  const line = text.trim().replace(OPENING, '');
  const clauses: string[][] = [[]];
  let end = 0;
  for (const token of tokensOf(line)) {
    const gap = line.slice(end, token.start);
    const isFirst = end === 0;
    end = token.end;
    const isJoint = JOINTS.has(token.folded);
    const isBreak = !isFirst && /[;:!?()–—]|\.\s|\s-\s/.test(gap);
    if ((isJoint || isBreak) && clauses.at(-1)?.length !== 0) clauses.push([]);
    const word = wordOf(token, isJoint || isBreak || isFirst ? '' : gap);
    if (word !== null) clauses.at(-1)?.push(word);
  }
  const rest = line.slice(end).replaceAll(/[\s.,;:!?)"”'’–—-]+/g, '');
  if (rest !== '') clauses.at(-1)?.push(rest);
  return clauses
    .map((clause) => clause.map((word, index) => (index === 0 ? word.replace(/^,/, '') : word)))
    .filter(({ length }) => length > 0);
}

function wordOf({ folded }: Token, gap: string): string | null {
  const sign = gap.replaceAll(/[\s"“”]+/g, '');
  const word = PLAINER[folded] ?? folded;
  const saysNothing = ARTICLES.has(word) || FILLERS.has(word);
  // What a sign hangs on stays: “non-simple” is not “non”.
  return saysNothing && sign === '' ? null : `${sign}${word}`;
}
