import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.ts';
import { runProgram } from './run-program.ts';

/** Every file that is in git or could be, by its path from the project's folder; what git ignores is left out. */
export async function listProjectFiles(): Promise<string[]> {
  const { output } = await runProgram('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  const files = output.split('\n').filter((file) => file !== '' && existsSync(join(projectFolder, file)));
  return [...new Set(files)].sort();
}
