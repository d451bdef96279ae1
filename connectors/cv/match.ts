import { createSkillFinder, type SkillFinder } from '#connectors/cv/find-skills.ts';
import type { Posting } from '#connectors/cv/posting.ts';
import type { Resume } from '#connectors/cv/resume.ts';
import { stemOf, tokensOf } from '#connectors/cv/tokens.ts';

/** What a posting asks for, held against a CV. The strongest first. */
export type Match = {
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  /** How much a text of the CV has to do with the posting, and the skills in it that are asked for. */
  score(text: string): number;
  skillsIn(text: string): readonly string[];
};

/** A skill by name counts for more than that the same words are used. */
const SHARE_OF_TERMS = 0.1;
const MOST_WEIGHT = 9;
/** What stands only where a company speaks of itself is not asked for. */
const LEAST_WEIGHT = 0.5;

export function matchPosting(resume: Resume, { lines, terms }: Posting): Match {
  const find = createSkillFinder(ownSkills(resume));
  const asked = new Map<string, number>();
  for (const { text, weight } of lines) {
    for (const skill of find(text)) asked.set(skill, Math.min((asked.get(skill) ?? 0) + weight, MOST_WEIGHT));
  }
  const has = new Set(textsIn(resume).flatMap((text) => [...find(text)]));
  const byWeight = [...asked]
    .filter(([, weight]) => weight >= LEAST_WEIGHT)
    .sort(([, one], [, other]) => other - one)
    .map(([skill]) => skill);
  return {
    matched: byWeight.filter((skill) => has.has(skill)),
    missing: byWeight.filter((skill) => !has.has(skill)),
    score: (text) => scoreOf(text, find, asked, terms),
    skillsIn: (text) => [...find(text)].filter((skill) => asked.has(skill)),
  };
}

function scoreOf(text: string, find: SkillFinder, asked: ReadonlyMap<string, number>, terms: Posting['terms']): number {
  const stems = new Set(tokensOf(text).map(({ folded }) => stemOf(folded)));
  const skills = [...find(text)].reduce((sum, skill) => sum + (asked.get(skill) ?? 0), 0);
  return skills + SHARE_OF_TERMS * [...stems].reduce((sum, stem) => sum + (terms.get(stem) ?? 0), 0);
}

/** What the person names as a skill themselves: found in a posting too, though no list knows it. */
function ownSkills({ skills = [], projects = [], languages = [] }: Resume): string[] {
  return [
    ...skills.flatMap(({ name = '', keywords = [] }) => [...keywords, name]),
    ...projects.flatMap(({ keywords = [] }) => keywords),
    ...languages.flatMap(({ language = '' }) => language),
  ].filter((written) => written.length <= 60);
}

/** Every text of the CV that says something of the person. */
function textsIn({ meta: _meta, $schema: _schema, ...parts }: Resume): readonly string[] {
  return [...leaves(parts)];
}

/** An address says nothing of what somebody can do: whoever has a page at GitHub has not named Git as a skill. */
const ADDRESSES = new Set(['url', 'email', 'phone', 'image', 'location', 'profiles', 'username']);

function* leaves(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (value === null || typeof value !== 'object') return;
  for (const [key, child] of Object.entries(value)) if (!ADDRESSES.has(key)) yield* leaves(child);
}
