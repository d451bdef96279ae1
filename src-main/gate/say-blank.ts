import { sayAll, sayMoneyIn } from '#contract/language/intl.ts';
import { saidIn } from '#contract/language/said-in.ts';
import type { SayBlank } from '#policies/templates/fill-template.ts';
import ruleWords from '#resources/packs/everyday/rules.json' with { type: 'json' };

const copy = saidIn(ruleWords);

/** How the blank of a rule reads in its sentence. `titleOf` is what the person knows an action by. */
export const blankSayer =
  (titleOf: (tool: string) => string, locale: string): SayBlank =>
  (kind, value) => {
    if (Array.isArray(value)) return sayAll(value);
    if (typeof value === 'object') return sayMoneyIn(value, locale);
    if (kind === 'tool') return titleOf(String(value));
    if (kind === 'mail-domain') return `@${value}`;
    if (kind === 'part-of-life') return copy.partsOfLife[value as keyof typeof copy.partsOfLife];
    return String(value);
  };
