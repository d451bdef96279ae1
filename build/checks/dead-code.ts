import { runProgram } from '../run-program.ts';
import type { Check } from './check.ts';

/** Files, exports and dependencies that nothing uses, found by knip. */
export const deadCode: Check = {
  name: 'dead-code',
  async run() {
    const { code, output } = await runProgram('node_modules/.bin/knip', ['--no-progress', '--no-config-hints']);
    return { looked: 'files, exports and dependencies', problems: code === 0 ? [] : [output] };
  },
};
