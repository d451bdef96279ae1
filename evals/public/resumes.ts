import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readResume } from '#connectors/cv/resume.ts';
import { type Named, scoreCvs } from '../cv/score-cvs.ts';
import type { Score } from '../score.ts';

/** A posting says more than this in one of its texts. */
const LEAST_TEXT = 200;

/** Every résumé of the folder for every job there and in `job_postings` beside it. */
export async function scoreResumes(folder: string, onWrong: (line: string) => void): Promise<readonly Score[]> {
  const files = filesIn(folder);
  const resumes = files.filter(({ name, text }) => name.endsWith('.json') && readResume(text).ok);
  const beside = join(folder, '..', 'job_postings');
  const jobs = files.filter(({ name }) => /\bjob\.json$/.test(name));
  const postings = [...jobs, ...(existsSync(beside) ? filesIn(beside).flatMap(postingsIn) : [])];
  return scoreCvs(`${resumes.length} résumés, ${postings.length} jobs`, resumes, postings, onWrong);
}

function filesIn(folder: string): readonly Named[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:json|xml|html?|txt|md)$/.test(file) && basename(file) !== 'README.md')
    .sort()
    .map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8') }));
}

/** What a job board answers holds postings wherever an object has a long text in it; any other file is one posting. */
function postingsIn({ name, text }: Named): readonly Named[] {
  if (!name.endsWith('.json')) return [{ name, text }];
  const found = [...jobsIn(JSON.parse(text))];
  return found.map((job, index) => ({ name: `${name} ${index + 1}`, text: JSON.stringify(job) }));
}

function* jobsIn(value: unknown): Generator<object> {
  if (value === null || typeof value !== 'object') return;
  const texts = Object.values(value);
  const isJob = !Array.isArray(value) && texts.some((each) => typeof each === 'string' && each.length >= LEAST_TEXT);
  if (isJob) yield value;
  else for (const child of texts) yield* jobsIn(child);
}
