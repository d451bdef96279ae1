import data from '#connectors/cv/skills.json' with { type: 'json' };
import { singularOf, type Token, tokensOf } from '#connectors/cv/tokens.ts';

/** A skill by the name that it is shown under. */
type Name = { readonly words: readonly string[]; readonly skill: string; readonly written: string };

/** Looks for skills in a text: those of the small list that ships, and those that a person names as theirs. */
export type SkillFinder = (text: string) => ReadonlySet<string>;

const CAREFUL = new Set(data.careful);
const BEFORE = new Set(data.before);
const NOT_AFTER = new Set(data.notAfter);
/** So many words on either side of a name that is also an everyday word are looked at. */
const NEAR = 3;

const known: readonly Name[] = data.skills.flatMap(([skill = '', ...others]) =>
  [skill, ...others].map((written) => nameOf(written, skill)),
);

/** `own`: what a person names as their skills, in their own spelling; one that the list knows is found under its name there. */
export function createSkillFinder(own: readonly string[]): SkillFinder {
  const names = [...known];
  const taken = new Set(known.map(({ words }) => words.join(' ')));
  for (const written of own) {
    const name = nameOf(written, written);
    const key = name.words.join(' ');
    if (key.length < 2 || taken.has(key)) continue;
    taken.add(key);
    names.push(name);
  }
  const byFirst = Map.groupBy(names, ({ words }) => words[0] ?? '');
  for (const group of byFirst.values()) group.sort((one, other) => other.words.length - one.words.length);
  return (text) => findIn(text, byFirst);
}

function nameOf(written: string, skill: string): Name {
  return { words: tokensOf(written).map(({ folded }) => singularOf(folded)), skill, written };
}

function findIn(text: string, byFirst: ReadonlyMap<string, readonly Name[]>): ReadonlySet<string> {
  const tokens = tokensOf(text);
  const stems = tokens.map(({ folded }) => singularOf(folded.replace(/^[$€£¥]|%$/g, '')));
  const sure = new Set<string>();
  const places = new Set<number>();
  const doubtful: { readonly name: Name; readonly at: number }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const name = byFirst
      .get(stems[at] ?? '')
      ?.find(({ words }) => words.every((word, index) => stems[at + index] === word));
    if (!name || NOT_AFTER.has(tokens[at - 1]?.folded ?? '')) continue;
    places.add(at);
    const isAlone = tokens.length === name.words.length;
    if (!isAlone && CAREFUL.has(name.written)) doubtful.push({ name, at });
    else sure.add(name.skill);
    at += name.words.length - 1;
  }
  for (const { name, at } of doubtful) if (isMeant(name, at, tokens, places)) sure.add(name.skill);
  return sure;
}

/** “Go” and “Excel” are skills only as they are written, beside another one or after “in”, “with” and the like. */
function isMeant({ written }: Name, at: number, tokens: readonly Token[], places: ReadonlySet<number>): boolean {
  if (tokens[at]?.text !== written) return false;
  if (BEFORE.has(tokens[at - 1]?.folded ?? '')) return true;
  for (let distance = 1; distance <= NEAR; distance += 1) {
    if (places.has(at - distance) || places.has(at + distance)) return true;
  }
  return false;
}
