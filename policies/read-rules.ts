import { policySetTextToParts, policyToJson, validate } from '@cedar-policy/cedar-wasm/nodejs';
import { inLanguage } from '#contract/language/t.ts';
import { describeProblem, lineOfByte, lineOfCharacter, type RuleProblem } from '#policies/rule-problem.ts';

/** One file of rules. `effect` is what all of them do; `either` where both may stand. */
export type RuleFile = { readonly name: string; readonly text: string; readonly effect: RuleEffect | 'either' };
export type RuleEffect = 'permit' | 'forbid';

/** A rule as it stands in its file. `cedar` is its text without comments around it. */
export type WrittenRule = {
  readonly id: string;
  readonly says: string;
  readonly effect: RuleEffect;
  readonly line: number;
  readonly cedar: string;
};

export type Read =
  | { readonly ok: true; readonly rules: readonly WrittenRule[] }
  | { readonly ok: false; readonly problem: RuleProblem };

/** Reads a file of rules, or says where and why it is refused as a whole. */
export function readRules(file: RuleFile, schema: string): Read {
  const parsed = policySetTextToParts(file.text);
  if (parsed.type === 'failure') {
    const [error] = parsed.errors;
    const line = lineOfByte(file.text, error?.sourceLocations?.[0]?.start ?? 0);
    return refused(file, line, 'unreadable', error?.message);
  }
  const [template] = parsed.policy_templates;
  if (template !== undefined)
    return refused(file, lineOfCharacter(file.text, file.text.indexOf(template)), 'has-slots');

  return findMisfit(file, schema) ?? readEach(file, parsed.policies);
}

function readEach(file: RuleFile, parts: readonly string[]): Read {
  const rules: WrittenRule[] = [];
  for (const { cedar, start } of inFileOrder(file.text, parts)) {
    const line = lineOfCharacter(file.text, start);
    const policy = policyToJson(cedar);
    if (policy.type === 'failure') return refused(file, line, 'unreadable', policy.errors[0]?.message);
    const { effect, annotations } = policy.json;
    const id = annotations?.id ?? '';
    const says = inLanguage(annotations?.says ?? '');
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return refused(file, line, 'no-name');
    if (says.trim() === '') return refused(file, line, 'no-sentence');
    if (file.effect !== 'either' && effect !== file.effect)
      return refused(file, line, file.effect === 'forbid' ? 'must-forbid' : 'must-permit');
    rules.push({ id, says, effect, line, cedar });
  }
  return { ok: true, rules };
}

/** Cedar hands the parts out in the alphabetical order of numbers, each exactly as it is written. */
function inFileOrder(text: string, parts: readonly string[]): { cedar: string; start: number }[] {
  return parts.map((cedar) => ({ cedar, start: text.indexOf(cedar) })).sort((one, other) => one.start - other.start);
}

/** Checks the rules against the schema. A rule that could never apply is as wrong as one with a typo. */
function findMisfit(file: RuleFile, schema: string): Read | null {
  const checked = validate({ schema, policies: { staticPolicies: file.text } });
  if (checked.type === 'failure') throw new Error(`The schema of the rules is broken: ${checked.errors[0]?.message}`);
  const [misfit] = [...checked.validationErrors, ...checked.validationWarnings];
  if (!misfit) return null;
  const { message, help, sourceLocations } = misfit.error;
  const line = lineOfByte(file.text, sourceLocations?.[0]?.start ?? 0);
  const kind = checked.validationErrors.length > 0 ? 'unknown-words' : 'suspicious';
  return refused(file, line, kind, help ? `${message} (${help})` : message);
}

function refused(file: RuleFile, line: number, kind: Parameters<typeof describeProblem>[2], detail = ''): Read {
  return { ok: false, problem: { file: file.name, line, says: describeProblem(file.name, line, kind), detail } };
}
