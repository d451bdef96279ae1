import { z } from 'zod';

/**
 * What was left out of a text that somebody else wrote, or made visible in it. `hidden-words`: nobody who looks at it
 * would have seen them. `hidden-characters`: without width or shape, or of another direction than they seem.
 * `look-alike`: an address whose letters only look like those of another. `misleading-link`: its words name another
 * address than it leads to. `dangerous-link`: it holds a program or a whole document in itself. `tracking`: a link or
 * picture that tells somebody that it was opened. `cut-short`: the rest was too long.
 */
export const FindingKindSchema = z.enum([
  'hidden-words',
  'hidden-characters',
  'look-alike',
  'misleading-link',
  'dangerous-link',
  'tracking',
  'cut-short',
]);
export type FindingKind = z.infer<typeof FindingKindSchema>;

export const FindingSchema = z.object({
  kind: FindingKindSchema,
  count: z.number().int().positive(),
  /** The first of them, each in one line of at most 80 characters; empty where there is nothing to show. */
  samples: z.array(z.string()),
});
export type Finding = z.infer<typeof FindingSchema>;

/** What stands there for a person to read and for values to be taken from, and what was found on the way. */
export type CleanText = { readonly text: string; readonly found: readonly Finding[] };

const MOST_SAMPLES = 3;
const LONGEST_SAMPLE = 80;

/** Collects what is found; each kind once, in the order in which it came up. */
export function createFindings() {
  const byKind = new Map<FindingKind, { count: number; samples: string[] }>();
  return {
    add(kind: FindingKind, sample = '', count = 1): void {
      const finding = byKind.get(kind) ?? { count: 0, samples: [] };
      byKind.set(kind, finding);
      finding.count += count;
      const shown = sample
        .slice(0, LONGEST_SAMPLE * 4)
        .replaceAll(/\s+/g, ' ')
        .trim();
      if (shown === '' || finding.samples.length >= MOST_SAMPLES) return;
      finding.samples.push(shown.length > LONGEST_SAMPLE ? `${shown.slice(0, LONGEST_SAMPLE - 1)}…` : shown);
    },
    list: (): Finding[] => [...byKind].map(([kind, { count, samples }]) => ({ kind, count, samples })),
  };
}
export type Findings = ReturnType<typeof createFindings>;
