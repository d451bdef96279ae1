import { type ArgTemplate, isReference, type Plan, type PlannedStep } from '#contract/model/plan.ts';
import { mergeProvenance, type Provenance } from '#contract/model/provenance.ts';

/** `{subject}`, as the person writes it in the sentence of an automation that waits for a happening. */
const BLANK = /\{([a-z][a-z0-9-]*)\}/gi;
/** What was written elsewhere becomes one line of at most so many characters. */
const LONGEST = 500;

/** The blanks of a text by their names, each once. */
export const blanksIn = (text: string): string[] => [
  ...new Set([...text.matchAll(BLANK)].map(([, name = '']) => name.toLowerCase())),
];

/**
 * Puts the fields of a happening where the plan has blanks for them. The plan stands before: which steps there are,
 * what they do and in which order is decided without a look at what anybody else wrote. Each filled place keeps where
 * its words come from.
 */
export function fillBlanks(plan: Plan, fields: Readonly<Record<string, string>>, provenance: Provenance): Plan {
  return { ...plan, steps: plan.steps.map((step) => fillStep(step, fields, provenance)) };
}

function fillStep(step: PlannedStep, fields: Readonly<Record<string, string>>, provenance: Provenance): PlannedStep {
  const origins: Record<string, Provenance> = {};

  function fill(args: ArgTemplate, here: string): ArgTemplate {
    if (typeof args === 'string') {
      const filled = args.replaceAll(BLANK, (blank, name: string) => {
        const value = fields[name.toLowerCase()];
        if (value === undefined) return blank;
        origins[here] = mergeProvenance(step.origins?.[here] ?? ['person'], provenance);
        return inOneLine(value);
      });
      return filled;
    }
    if (args === null || typeof args !== 'object' || isReference(args)) return args;
    if (Array.isArray(args)) return args.map((child, at) => fill(child, `${here}/${at}`));
    const entries = Object.entries(args).map(([key, child]): [string, ArgTemplate] => [
      key,
      fill(child, `${here}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    ]);
    return Object.fromEntries(entries);
  }

  const args = fill(step.args, '');
  return { ...step, args, ...(Object.keys(origins).length > 0 && { origins: { ...step.origins, ...origins } }) };
}

function inOneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
