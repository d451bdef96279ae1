import { z } from 'zod';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { succeed } from '#contract/model/result.ts';
import { findJobs } from '#main/practice/jobs/job-board.ts';

const JobSchema = z.object({
  id: z.string(),
  title: z.string(),
  employer: z.string(),
  place: z.string(),
  says: z.string(),
});

const about = (query: string | null): string => (query === null ? '' : ` for ${quote(query)}`);

export const searchJobs = defineAction({
  name: 'jobs.search',
  title: 'Look for jobs',
  input: z.strictObject({
    query: nonEmptyLineOf(100)
      .nullish()
      .transform((query) => query ?? null),
  }),
  output: z.object({ jobs: z.array(JobSchema), query: z.string().nullable() }),
  risk: 'L0',
  scopes: ['read the job board'],
  delivery: 'exactly-once',
  labels: { query: 'Looking for' },
  effect: () => onlyLooks,
  describe: ({ query }) => ({ title: `Look for jobs${about(query)}`, differences: [], undo: 'Nothing is changed.' }),
  report: ({ jobs, query }) => ({
    says:
      jobs.length === 0
        ? `There is no job${about(query)}.`
        : `There ${jobs.length === 1 ? 'is 1 job' : `are ${jobs.length} jobs`}${about(query)}.`,
    lines: jobs.map(({ title, employer, place, says }) => `${title} at ${employer}, ${place}: ${says}`),
  }),
  // Postings are other people's words.
  outside: ({ jobs }) =>
    jobs.map(({ id, title, employer }, at) => ({ path: `/jobs/${at}`, item: id, what: 'page', title, by: employer })),
  run: async ({ query }) => succeed({ jobs: [...findJobs(query)], query }),
});
