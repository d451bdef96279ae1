import { saidIn } from '#contract/language/said-in.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { wordsOf } from '#main/planner/goals/goal.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { unlessThere } from '#main/planner/intents/unless-there.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { bare } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/files.json' with { type: 'json' };

export const fileWords = saidIn(pack.says);

/** A name with an ending, such as `terms.md`. */
export const FILE_NAME = /\S\.[a-z][a-z0-9]{1,4}$/i;

const NOT_FILES = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pack.notFiles.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
const usual: Readonly<Record<string, string>> = pack.folders;

/** Files are worked with once a folder is picked; until then it is said how. */
export const unlessConnected = (setting: Setting): Reading | null => unlessThere(setting, 'files.move', fileWords);

/** Whether the words speak of an email, an event or something else that is kept elsewhere. */
export const isOfOtherThings = (text: string): boolean => NOT_FILES.test(text.replaceAll(/[“"][^”"]*[”"]/g, ''));

/** A folder as the person says it. `isSure` when it can be nothing else: “my Downloads”, “the folder Bills”, “Documents/Bills”. */
export function readFolder(goal: Goal, span: Span): { readonly place: string; readonly isSure: boolean } | null {
  const text = bare(wordsOf(goal, span));
  const isQuoted = /^[“"]/.test(wordsOf(goal, span).trim());
  const said = text.replace(/^(?:the|my|our|this|a|an|its)\s+/i, '');
  const [, named] = /^(?:new\s+)?(?:folder|directory)(?:\s+(?:called|named|for))?\s+(.+)$/i.exec(said) ?? [];
  const [, before] = /^(.+?)\s+(?:folder|directory)$/i.exec(said) ?? [];
  const name = bare(named ?? before ?? said);
  if (name === '' || isOfOtherThings(isQuoted ? '' : name)) return null;
  const known = usual[name.toLowerCase()];
  const isSure = named !== undefined || before !== undefined || known !== undefined || /[/\\]/.test(name);
  return { place: known ?? name, isSure };
}
