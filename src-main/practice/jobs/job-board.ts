import { z } from 'zod';
import type { Folder } from '#connectors/sdk/action.ts';
import { matchesWords } from '#connectors/sdk/plain-text.ts';
import { inLanguage } from '#contract/language/t.ts';
import postings from '#resources/practice/jobs.json' with { type: 'json' };

const FILE = 'applications.json';
const ApplicationSchema = z.object({ key: z.string(), jobId: z.string() });
const ApplicationsSchema = z.array(ApplicationSchema);
type Application = z.output<typeof ApplicationSchema>;

export type Job = (typeof postings)[number];

/** Every word of it has to stand in the title, the place or at the employer; all of them without one. */
export const findJobs = (query: string | null): readonly Job[] =>
  query === null
    ? postings
    : postings.filter((job) =>
        matchesWords(`${job.title} ${inLanguage(job.title)} ${job.employer} ${job.place}`, query),
      );

export async function readApplications(folder: Folder): Promise<readonly Application[]> {
  const bytes = await folder.read(FILE);
  return bytes === null ? [] : ApplicationsSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/** Without any, there is no file. */
export async function writeApplications(folder: Folder, applications: readonly Application[]): Promise<void> {
  if (applications.length === 0) await folder.remove(FILE);
  else await folder.write(FILE, `${JSON.stringify(applications, null, 1)}\n`);
}
