import { spokenLanguage, t } from '#contract/language/t.ts';

/**
 * The name of a rule as the person reads it: `first-week-asks` is “first week asks”. It is English, as the rule is written;
 * null where another language is spoken, in which the sentence beside it says what the rule is.
 */
export const ruleName = (rule: string): string | null =>
  spokenLanguage() === 'en' ? t`Rule “${rule.replaceAll(/[-_.]+/g, ' ').trim()}”` : null;
