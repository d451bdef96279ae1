import { findViolations } from '#connectors/cv/check-claims.ts';
import { writeResume } from '#connectors/cv/cv-file.ts';
import { layOut } from '#connectors/cv/lay-out.ts';
import { type Match, matchPosting } from '#connectors/cv/match.ts';
import { type Posting, readPosting } from '#connectors/cv/posting.ts';
import type { Resume } from '#connectors/cv/resume.ts';
import { MAY_BE_REWORDED, type Pointer, type Tailored, tailor } from '#connectors/cv/tailor.ts';
import { findInvention } from '#connectors/cv/wording.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import type { Json } from '#contract/model/json.ts';
import { readPointer, writePointer } from '#contract/model/json-pointer.ts';

export type Made = { readonly tailored: Tailored; readonly match: Match; readonly posting: Posting };

/** A CV for one posting, by order and choice alone. Pure: the same texts come to the same CV. */
export function makeCv(source: Resume, posting: string): Made {
  const read = readPosting(posting);
  const match = matchPosting(source, read);
  return { tailored: tailor(source, match), match, posting: read };
}

const MOST_REWORDED = 40;

/**
 * The same with lines that a model puts shorter. It sees lines of the person's own, one by one, and never the posting.
 * Each that says something else than its source, in the source's own words, is thrown away.
 */
export async function reworded(
  source: Resume,
  made: Made,
  { reword, signal }: Pick<ActionContext<unknown>, 'reword' | 'signal'>,
): Promise<Tailored> {
  const { tailored, match } = made;
  const lines = placesOf(tailored)
    .slice(0, MOST_REWORDED)
    .map(({ place, from }) => ({ place, own: String(readPointer(source as Json, from)) }));
  if (!reword || lines.length === 0) return tailored;
  const asked = lines.map(({ own }) => ({ text: own, first: match.skillsIn(own) }));
  const said = await reword({ lines: asked, check: findInvention, signal });
  let resume = tailored.resume as Json;
  for (const [index, { place, own }] of lines.entries()) {
    const line = said[index]?.trim() ?? '';
    if (line !== '' && findInvention(line, own) === null) resume = writePointer(resume, place, line) as Json;
  }
  return { ...tailored, resume: resume as Resume };
}

function placesOf({ sources }: Tailored): readonly { place: Pointer; from: Pointer }[] {
  return Object.entries(sources).flatMap(([place, from]) => (MAY_BE_REWORDED.test(place) ? [{ place, from }] : []));
}

/** The last word before anything is written: the CV as a file, or null when it holds a claim that its source lacks. */
export function holdAgainst(source: Resume, tailored: Tailored, madeBy: string): string | null {
  return findViolations(source, tailored).length > 0 ? null : writeResume(tailored.resume, tailored.sources, madeBy);
}

export const linesOf = ({ resume }: Pick<Tailored, 'resume'>) => layOut(resume);
