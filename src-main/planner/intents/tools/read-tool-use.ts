import type { Json } from '#contract/model/json.ts';
import type { ToolField } from '#contract/model/tool-server.ts';
import { wholeText } from '#main/planner/goals/split-goals.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { readDetails, unquoted, valueFrom } from '#main/planner/intents/tools/read-details.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';

const words = copy.tools;
const says = sentence(words.use, 'tool', 'program');
const goalSays = sentence(words.goal, 'tool', 'program');
const asks = sentence(words.asks, 'field', 'tool');
const noTool = sentence(words.noTool, 'program', 'tool', 'tools');
const noProgram = sentence(words.noProgram, 'program');
const ownShape = sentence(words.ownShape, 'tool', 'program', 'field');
const unclear = sentence(words.unclear, 'rest', 'field');
const takesNothing = sentence(words.takesNothing, 'tool', 'program', 'rest');

const OPENS =
  /^(?:please\s+|can you\s+|could you\s+)?(?:use|run|call)\s+(the\s+tool\s+|the\s+)?[“"]?([A-Za-z][\w.-]{0,63})[”"]?\s+(tool\s+)?(?:of|from|in|at|on)\s+/iu;

type Tool = Setting['tools'][number];

/**
 * “Use the tool echo of Everything with message hello”: the person names the tool and the program, and what they say
 * fills its arguments; what is missing is asked. The whole sentence is one goal, since values may hold any words. Null
 * when it is about something else.
 */
export function readToolUse(text: string, setting: Setting): Reading | null {
  const opening = OPENS.exec(text);
  if (opening === null) return null;
  const [whole, article = '', named = '', noun] = opening;
  const rest = text.slice(whole.length);
  const program = programIn(rest, setting);
  const isMeant = noun !== undefined || /tool/i.test(article);
  if (program === null) return isMeant ? cannot('refused', noProgram({ program: shortened(bare(rest), 60) })) : null;
  const tools = setting.tools.filter((tool) => tool.program === program.name);
  const tool = tools.find(({ name }) => isSame(name, named));
  if (tool === undefined) {
    const have = tools.map(({ name }) => name).join(', ');
    return cannot('refused', noTool({ program: program.name, tool: named, tools: shortened(have, 300) }));
  }
  return fillIn(tool, rest.slice(program.length), text, setting);
}

const isSame = (one: string, other: string): boolean =>
  one.toLowerCase().replaceAll(/[-_.]/g, '') === other.toLowerCase().replaceAll(/[-_.]/g, '');

/** The longest name of a program that the text begins with. */
function programIn(text: string, { tools }: Setting): { name: string; length: number } | null {
  const names = [...new Set(tools.map(({ program }) => program))].sort((a, b) => b.length - a.length);
  for (const name of names) {
    const plain = /^[“"]?/.exec(text)?.[0].length ?? 0;
    const end = plain + name.length;
    const after = text.slice(end);
    const isHere = text.slice(plain, end).toLowerCase() === name.toLowerCase() && /^[”"]?(?![\p{L}\p{N}])/u.test(after);
    if (isHere) return { name, length: end + (/^[”"]/.test(after) ? 1 : 0) };
  }
  return null;
}

function fillIn(tool: Tool, details: string, text: string, setting: Setting): Reading {
  const { name, program, fields } = tool;
  const goal = wholeText(text);
  const { said, rest } = readDetails(details, fields);
  const single = singleField(fields);
  if (rest !== '' && single === null) {
    const [first] = fields;
    const shown = shortened(rest, 80);
    const why = first
      ? unclear({ rest: shown, field: first.name })
      : takesNothing({ tool: name, program, rest: shown });
    return cannot('not-understood', why);
  }
  const args: Record<string, Json> = {};
  for (const field of fields) {
    const saidOf = said.get(field.name) ?? (field === single && rest !== '' ? rest : undefined);
    if (saidOf === undefined && !field.required) continue;
    if (field.kind === 'list' || field.kind === 'other') {
      return cannot('not-understood', ownShape({ tool: name, program, field: field.name }));
    }
    const slot = `tool.${field.name}` as const;
    const value = valueFrom(field, unquoted(answersTo(goal, setting, slot).at(-1) ?? saidOf ?? ''));
    if (value === undefined) return ask(goal, setting, slot, asks({ field: field.name, tool: name }), choicesOf(field));
    args[field.name] = value;
  }
  const step = { id: stepId(goal, 'use', name), says: says({ tool: name, program }), action: tool.action, args };
  return { kind: 'steps', steps: [{ ...step, dependsOn: [] }], goal: goalSays({ tool: name, program }) };
}

/** The one that words without a name can only be meant for. */
function singleField(fields: readonly ToolField[]): ToolField | null {
  const required = fields.filter((field) => field.required);
  const [only, ...others] = required.length > 0 ? required : fields;
  return only !== undefined && others.length === 0 ? only : null;
}

const choicesOf = ({ kind, choices }: ToolField): readonly string[] =>
  kind === 'yes-no' ? [words.yes, words.no] : choices;

const cannot = (reason: 'refused' | 'not-understood', why: string): Reading => ({
  kind: 'cannot',
  answer: { reason, says: why, examples: [] },
});
