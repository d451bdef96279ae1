import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreResumes } from '../public/resumes.ts';
import { holds } from '../score.ts';
import { foreignWords, unsourcedLines } from './find-unsourced.ts';
import { inventingModel } from './inventing-model.ts';
import { people, postings, scoreOwnCvs } from './own-cases.ts';
import { findsWhatIsUnchecked } from './score-cvs.ts';

const data = join(process.env.LIFE_OS_DATA ?? join(import.meta.dirname, '../../../shared/data/dev'), 'resumes');
if (!existsSync(data))
  console.warn(`No public résumés in ${data}: only our own are tried. LIFE_OS_DATA names another folder.`);

describe('no claim in a CV that its source lacks', () => {
  it('over our own people and postings', async () => {
    const wrong: string[] = [];
    const scores = await scoreOwnCvs((line) => wrong.push(line));
    expect(wrong).toEqual([]);
    expect(scores.every(holds)).toBe(true);
    expect(scores.every(({ of }) => of > 0)).toBe(true);
  });

  it.skipIf(!existsSync(data))(
    'over the public résumés and jobs',
    async () => {
      const wrong: string[] = [];
      const scores = await scoreResumes(data, (line) => wrong.push(line));
      expect(wrong).toEqual([]);
      expect(scores.every((score) => holds(score) && score.of > 0)).toBe(true);
    },
    60_000,
  );
});

describe('the check that this is held to', () => {
  it('fails for a model that invents and is believed, whoever the CV is of', async () => {
    for (const person of people) {
      for (const posting of postings)
        expect(await findsWhatIsUnchecked(person, posting, inventingModel)).toBeGreaterThan(0);
    }
  });

  it('finds a word, a figure and a sign that are new', () => {
    const own = 'Cut costs by 40% at Acme in 2020';
    expect(foreignWords('Cut costs by 40% at Acme in 2020', own)).toEqual([]);
    expect(foreignWords('Cut costs by 60% at Acme in 2021 with Go', own)).toEqual(['60%', '2021', 'with', 'go']);
    expect(foreignWords('Cut costs by $40', own)).toEqual(['$40']);
    const place = { pointer: '/work/0/name', where: 'Experience', words: 'Acme' };
    const line = { text: 'Acme', from: [place], isReworded: false };
    const trace = {
      matched: [],
      missing: [],
      putFirst: [],
      leftOut: [],
      lines: [line, { ...line, text: 'Acme Google' }],
    };
    expect(unsourcedLines(trace)).toEqual(['Acme Google (google)']);
  });
});
