import { inLanguage } from '#contract/language/t.ts';
import { type BlankKind, BlankKindSchema, type RuleTemplateId } from '#contract/model/own-rule.ts';
import alwaysForYourself from '#policies/templates/always-for-yourself.cedar?raw';
import alwaysToPeople from '#policies/templates/always-to-people.cedar?raw';
import askAboutAPartOfLife from '#policies/templates/ask-about-a-part-of-life.cedar?raw';
import askAbove from '#policies/templates/ask-above.cedar?raw';
import askBeforeReaching from '#policies/templates/ask-before-reaching.cedar?raw';
import type { WrittenTemplate } from '#policies/templates/fill-template.ts';
import neverDo from '#policies/templates/never-do.cedar?raw';
import neverReach from '#policies/templates/never-reach.cedar?raw';
import quietHours from '#policies/templates/quiet-hours.cedar?raw';
import spendAtMost from '#policies/templates/spend-at-most.cedar?raw';
import writeToDomain from '#policies/templates/write-to-domain.cedar?raw';
import writeToPeople from '#policies/templates/write-to-people.cedar?raw';

const texts: Readonly<Record<RuleTemplateId, string>> = {
  'always-for-yourself': alwaysForYourself,
  'always-to-people': alwaysToPeople,
  'write-to-people': writeToPeople,
  'write-to-domain': writeToDomain,
  'quiet-hours': quietHours,
  'ask-about-a-part-of-life': askAboutAPartOfLife,
  'ask-before-reaching': askBeforeReaching,
  'ask-above': askAbove,
  'never-reach': neverReach,
  'never-do': neverDo,
  'spend-at-most': spendAtMost,
};

/** The sentences with blanks, in the order in which the person reads them. */
export const templates: readonly WrittenTemplate[] = Object.entries(texts).map(([id, text]) =>
  readTemplate(id as RuleTemplateId, text),
);

export const templateOf = (id: RuleTemplateId): WrittenTemplate => readTemplate(id, texts[id]);

/** A template is one rule with blanks in braces. Throws when a file of ours is not. */
function readTemplate(id: RuleTemplateId, text: string): WrittenTemplate {
  const says = /^@says\("(.+)"\)$/m.exec(text)?.[1];
  const listed = /^@blanks\("(.+)"\)$/m.exec(text)?.[1];
  if (says === undefined || listed === undefined) throw new Error(`${id}.cedar has no sentence or no blanks.`);
  const blanks = Object.fromEntries(
    listed.split(', ').map((each): [string, BlankKind] => {
      const [name = '', kind] = each.split(': ');
      return [name, BlankKindSchema.parse(kind)];
    }),
  );
  const cedar = text.replace(/^@.+\n/gm, '').trim();
  return { id, says: inLanguage(says), blanks, does: /^permit\b/m.test(text) ? 'allows' : 'restricts', cedar };
}
