import { runProgram } from '../run-program.ts';
import type { Check } from './check.ts';

export const format: Check = {
  name: 'format',
  async run() {
    const { code, output } = await runProgram('node_modules/.bin/biome', [
      'check',
      '--colors=off',
      '--error-on-warnings',
    ]);
    const counted = /Checked (\d+ files?)/.exec(output)?.[1] ?? 'no files';
    return { looked: `${counted} (format and lint)`, problems: code === 0 ? [] : [output] };
  },
};
