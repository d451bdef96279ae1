// `npm run bench`: measures the built app and prints a table. Each figure stands beside a peer or a limit of the same run.
import { measurePause } from './measure-pause.ts';
import { measurePlan } from './measure-plan.ts';
import { measurePolicy } from './measure-policy.ts';
import { measureRuns } from './measure-runs.ts';
import { measureStart } from './measure-start.ts';
import { measureUnderstanding } from './measure-understanding.ts';
import { measureInBrowser } from './with-browser.ts';

await measureInBrowser(async (browser) => [
  ...(await measureStart(browser)),
  ...(await measurePlan(browser)),
  ...(await measureRuns()),
  ...(await measurePause()),
  ...(await measurePolicy()),
  ...(await measureUnderstanding()),
]);
