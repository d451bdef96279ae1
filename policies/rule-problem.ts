import { t } from '#contract/language/t.ts';
/** Why a file of rules was refused as a whole. */
export type RuleProblem = {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** One plain sentence for the person. */
  readonly says: string;
  /** What the rule engine said about it, for whoever wrote the rule; may be empty. */
  readonly detail: string;
};

type ProblemKind =
  | 'unreadable'
  | 'has-slots'
  | 'unknown-words'
  | 'suspicious'
  | 'no-name'
  | 'no-sentence'
  | 'must-forbid'
  | 'must-permit'
  | 'name-taken'
  | 'not-one-rule';

export function describeProblem(file: string, line: number, kind: ProblemKind): string {
  const place = t`line ${line} of “${file}”`;
  switch (kind) {
    case 'unreadable':
      return t`I couldn’t read the rule at ${place}.`;
    case 'has-slots':
      return t`The rule at ${place} still has blanks to fill in.`;
    case 'unknown-words':
      return t`The rule at ${place} uses words that I don’t know.`;
    case 'suspicious':
      return t`The rule at ${place} could never apply, or isn’t what it looks like.`;
    case 'no-name':
      return t`The rule at ${place} needs a name of its own, such as “ask-before-friday”.`;
    case 'no-sentence':
      return t`The rule at ${place} needs a sentence that says what it does.`;
    case 'must-forbid':
      return t`The rule at ${place} allows something, and the rules in this file may only forbid.`;
    case 'must-permit':
      return t`The rule at ${place} forbids something, and the rules in this file may only allow.`;
    case 'name-taken':
      return t`The rule at ${place} has a name that another rule already has.`;
    case 'not-one-rule':
      return t`Write exactly one rule at a time.`;
  }
}

export const lineOfCharacter = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** Cedar counts in bytes of UTF-8. */
export function lineOfByte(text: string, offset: number): number {
  return Buffer.from(text, 'utf8').subarray(0, offset).toString('utf8').split('\n').length;
}
