import { defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';
import { applyForJob } from '#main/practice/jobs/apply-for-job.ts';
import { searchJobs } from '#main/practice/jobs/search-jobs.ts';

/** A job board that is a list: postings of employers that do not exist. */
export const jobsConnector = defineConnector({
  provider: 'jobs',
  title: t`Practice job board`,
  says: t`Made-up jobs at made-up employers. You apply and withdraw; nobody reads it.`,
  lives: 'computer',
  files: [],
  actions: [searchJobs, applyForJob],
});
