import { listProjectFiles } from '../list-project-files.ts';
import { runProgram } from '../run-program.ts';
import type { Check } from './check.ts';

const AT_ONCE = 2;

/** One tsconfig per process, so that `document` in the main process and `fs` in the window do not compile. */
export const types: Check = {
  name: 'types',
  async run() {
    const projects = (await listProjectFiles()).filter((file) => /^[^/]+\/tsconfig\.json$/.test(file));
    const waiting = [...projects];
    const problems: string[] = [];
    const work = async () => {
      for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
        const { code, output } = await runProgram('node_modules/.bin/tsc', ['-p', project, '--pretty', 'false']);
        if (code !== 0) problems.push(`${project}\n${output}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { looked: `${projects.length} projects`, problems };
  },
};
