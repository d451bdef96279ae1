import { createRequire } from 'node:module';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';

const rulesFile = '../../.dependency-cruiser.cjs';

/** Reads the imports of `folders` (relative to `baseDir`) and holds them against the rules. */
export async function cruiseImports(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { forbidden, options } = createRequire(import.meta.url)(rulesFile);
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const asked: ICruiseOptions = { ...cruiseOptions, baseDir, validate: true, ruleSet: { forbidden } };
  const { output } = await cruise([...folders], asked, enhancedResolveOptions);
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of its findings');
  return output;
}
