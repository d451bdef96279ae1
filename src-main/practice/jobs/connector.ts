import { defineConnector } from '#connectors/sdk/connector.ts';
import { applyForJob } from '#main/practice/jobs/apply-for-job.ts';
import { searchJobs } from '#main/practice/jobs/search-jobs.ts';

/** A job board that is a list: postings of employers that do not exist. */
export const jobsConnector = defineConnector({
  provider: 'jobs',
  title: 'Practice job board',
  says: 'Made-up jobs at made-up employers. You apply and withdraw; nobody reads it.',
  lives: 'computer',
  files: [],
  actions: [searchJobs, applyForJob],
});
