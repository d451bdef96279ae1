/** The name of a rule as the person reads it: `first-week-asks` is “first week asks”. */
export const ruleName = (rule: string): string => `Rule “${rule.replaceAll(/[-_.]+/g, ' ').trim()}”`;
