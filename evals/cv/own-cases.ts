import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { linesOf, makeCv } from '#connectors/cv/make-cv.ts';
import { readResume } from '#connectors/cv/resume.ts';
import type { Score } from '../score.ts';
import { type Named, scoreCvs } from './score-cvs.ts';

const ExpectedSchema = z.array(
  z.strictObject({
    person: z.string(),
    posting: z.string(),
    matched: z.array(z.string()),
    missing: z.array(z.string()),
    /** What the first line of the first job says. */
    firstLine: z.string().optional(),
  }),
);

const read = (folder: string): readonly Named[] =>
  readdirSync(new URL(`./${folder}/`, import.meta.url)).map((file) => ({
    name: file.replace(/\.[^.]*$/, ''),
    text: readFileSync(new URL(`./${folder}/${file}`, import.meta.url), 'utf8'),
  }));

export const people = read('people');
export const postings = read('postings');

/** Our own people and postings: what is found in them, and that nothing else gets in. */
export async function scoreOwnCvs(onWrong: (line: string) => void): Promise<readonly Score[]> {
  const expected = ExpectedSchema.parse(JSON.parse(readFileSync(new URL('./expected.json', import.meta.url), 'utf8')));
  const right = expected.filter((one) => isAsExpected(one, onWrong)).length;
  return [
    { set: 'own CVs', measure: 'matched and missing as expected', right, of: expected.length, least: 1 },
    ...(await scoreCvs('own CVs', people, postings, onWrong)),
  ];
}

function isAsExpected(
  { person, posting, matched, missing, firstLine }: z.infer<typeof ExpectedSchema>[number],
  onWrong: (line: string) => void,
): boolean {
  const resume = readResume(textOf(people, person));
  if (!resume.ok) throw new Error(`${person} can’t be read.`);
  const { match, tailored } = makeCv(resume.value, textOf(postings, posting));
  const first = linesOf(tailored).find(({ kind, from }) => kind === 'point' && from[0]?.startsWith('/work/'))?.text;
  const isSame = (one: readonly string[], other: readonly string[]) =>
    [...one].sort().join() === [...other].sort().join();
  const isRight =
    isSame(match.matched, matched) &&
    isSame(match.missing, missing) &&
    (firstLine === undefined || first === firstLine);
  if (!isRight)
    onWrong(`${person} for ${posting}: ${JSON.stringify({ matched: match.matched, missing: match.missing, first })}`);
  return isRight;
}

function textOf(all: readonly Named[], name: string): string {
  const found = all.find((each) => each.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found.text;
}
