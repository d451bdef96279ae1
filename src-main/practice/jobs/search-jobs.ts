import { z } from 'zod';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { inLanguage, t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';
import { findJobs } from '#main/practice/jobs/job-board.ts';

const JobSchema = z.object({
  id: z.string(),
  title: z.string(),
  employer: z.string(),
  place: z.string(),
  says: z.string(),
});

const about = (query: string | null): string => (query === null ? '' : t` for ${quote(query)}`);

export const searchJobs = defineAction({
  name: 'jobs.search',
  title: t`Look for jobs`,
  input: z.strictObject({
    query: nonEmptyLineOf(100)
      .nullish()
      .transform((query) => query ?? null),
  }),
  output: z.object({ jobs: z.array(JobSchema), query: z.string().nullable() }),
  risk: 'L0',
  scopes: [t`read the job board`],
  delivery: 'exactly-once',
  labels: { query: t`Looking for` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({ title: t`Look for jobs${about(query)}`, differences: [], undo: t`Nothing is changed.` }),
  report: ({ jobs, query }) => ({
    says:
      jobs.length === 0
        ? t`There is no job${about(query)}.`
        : jobs.length === 1
          ? t`There is 1 job${about(query)}.`
          : t`There are ${jobs.length} jobs${about(query)}.`,
    lines: jobs.map(
      ({ title, employer, place, says }) => t`${inLanguage(title)} at ${employer}, ${place}: ${inLanguage(says)}`,
    ),
  }),
  // Postings are other people's words.
  outside: ({ jobs }) =>
    jobs.map(({ id, title, employer }, at) => ({ path: `/jobs/${at}`, item: id, what: 'page', title, by: employer })),
  run: async ({ query }) => succeed({ jobs: [...findJobs(query)], query }),
});
