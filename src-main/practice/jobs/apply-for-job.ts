import { z } from 'zod';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { misfit, notFound } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { inLanguage, t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';
import { endOfDay } from '#main/practice/end-of-day.ts';
import { findJobs, readApplications, writeApplications } from '#main/practice/jobs/job-board.ts';

const DAYS_TO_WITHDRAW = 3;
const OutputSchema = z.object({ jobId: z.string(), title: z.string(), employer: z.string() });

export const applyForJob = defineAction({
  name: 'jobs.apply',
  title: t`Apply for a job`,
  input: z.strictObject({ job: nonEmptyLineOf(100) }),
  output: OutputSchema,
  risk: 'L3',
  scopes: [t`apply in your name`],
  delivery: 'exactly-once',
  labels: { job: t`Job` },
  async look({ job }, { folder, view }) {
    const [found, ...others] = findJobs(job);
    if (!found) return notFound(t`a job called ${quote(job)}`);
    if (others.length > 0)
      return misfit(t`There are ${others.length + 1} jobs called ${quote(job)}. Say whose you mean.`);
    if ((await readApplications(folder)).some(({ jobId }) => jobId === found.id)) {
      return misfit(t`You have applied at ${found.employer} already.`);
    }
    const until = endOfDay(view.now, DAYS_TO_WITHDRAW);
    const before = { jobId: found.id, title: found.title, employer: found.employer, says: found.says, until };
    return succeed({ before, version: hashOf(JSON.stringify([found.id, found.title, found.employer])) });
  },
  effect: (_input, { employer, until }) => ({
    kind: 'submission',
    audience: 'stranger',
    recipients: [employer],
    reversible: 'until',
    until,
  }),
  describe: (_input, { title, employer }) => ({
    title: t`Apply as ${quote(inLanguage(title))} at ${employer}`,
    differences: [{ label: t`What is sent`, before: null, after: t`Your name, your address and your short résumé` }],
    undo: t`The practice job board lets you withdraw it within three days.`,
  }),
  report: ({ title, employer }) => ({
    says: t`You have applied as ${quote(inLanguage(title))} at ${employer}. Undo withdraws it.`,
    lines: [],
  }),
  run(_input, { folder, key, before, mode }) {
    const { jobId, title, employer } = before;
    return folder.exclusively(async () => {
      const standing = await readApplications(folder);
      if (mode === 'execute' && !standing.some((each) => each.key === key)) {
        await writeApplications(folder, [...standing, { key, jobId }]);
      }
      return succeed({ jobId, title, employer });
    });
  },
  async findEarlier(_input, { folder, key, before }) {
    const { jobId, title, employer } = before;
    const isThere = (await readApplications(folder)).some((each) => each.key === key);
    return succeed(isThere ? { jobId, title, employer } : null);
  },
  readBack: async ({ jobId }, { folder, key }) =>
    succeed((await readApplications(folder)).some((each) => each.key === key && each.jobId === jobId)),
  undo: (_output, { folder, key, mode }) =>
    folder.exclusively(async () => {
      const standing = await readApplications(folder);
      const others = standing.filter((each) => each.key !== key);
      if (mode === 'execute' && others.length < standing.length) await writeApplications(folder, others);
      return succeed(null);
    }),
});
