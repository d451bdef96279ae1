import type { SayBlank } from '#policies/templates/fill-template.ts';
import copy from '#resources/packs/everyday/rules.json' with { type: 'json' };

const people = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** How the blank of a rule reads in its sentence. `titleOf` is what the person knows an action by. */
export const blankSayer =
  (titleOf: (tool: string) => string, locale: string): SayBlank =>
  (kind, value) => {
    if (Array.isArray(value)) return people.format(value);
    if (typeof value === 'object') {
      const format = new Intl.NumberFormat(/^en\b/i.test(locale) ? locale : 'en-GB', {
        style: 'currency',
        currency: value.currency,
      });
      return format.format(value.minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    }
    if (kind === 'tool') return titleOf(String(value));
    if (kind === 'mail-domain') return `@${value}`;
    if (kind === 'part-of-life') return copy.partsOfLife[value as keyof typeof copy.partsOfLife];
    return String(value);
  };
