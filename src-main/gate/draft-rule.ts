import { t } from '#contract/language/t.ts';
import type { NewRule, OwnRule } from '#contract/model/own-rule.ts';
import { readOwnRule } from '#policies/load-policies.ts';
import { fillTemplate, type SayBlank } from '#policies/templates/fill-template.ts';
import { templateOf } from '#policies/templates/templates.ts';

/** A rule that could be put in force as it is. */
export type DraftedRule = Pick<OwnRule, 'template' | 'blanks' | 'does' | 'says' | 'cedar' | 'automationId'>;

/** Why a rule was not taken: nothing was changed, and what was in force still is. */
export type RuleNotTaken =
  | { readonly notTaken: 'blank'; readonly blank: string }
  | { readonly notTaken: 'unreadable'; readonly says: string; readonly line: number; readonly detail: string };

/** Fills in and checks a rule that the person wants, under the id that it would have. */
export function draftRule(wanted: NewRule, id: string, say: SayBlank): DraftedRule | RuleNotTaken {
  if ('cedar' in wanted) return check({ template: null, blanks: {}, automationId: null }, named(wanted.cedar, id));
  const template = templateOf(wanted.template);
  const automationId = wanted.automationId ?? null;
  const filled = fillTemplate(template, wanted.blanks, { id, automationId, say });
  if (!filled.ok) return { notTaken: 'blank', blank: filled.blank };
  return check({ template: template.id, blanks: wanted.blanks, automationId }, filled.cedar);
}

/** Under our name, whatever it calls itself: so it can pass for no other rule. Its lines stay where they are. */
function named(cedar: string, id: string): string {
  const name = `@id("${id}")`;
  return /@id\s*\(/.test(cedar) ? cedar.replace(/@id\s*\(\s*"[^"]*"\s*\)/, name) : `${name} ${cedar}`;
}

function check(
  of: Pick<DraftedRule, 'template' | 'blanks' | 'automationId'>,
  cedar: string,
): DraftedRule | RuleNotTaken {
  const read = readOwnRule({ name: t`Your rule`, text: cedar });
  if (!('cedar' in read)) return { notTaken: 'unreadable', ...read };
  return { ...of, does: read.effect === 'permit' ? 'allows' : 'restricts', says: read.says, cedar };
}
