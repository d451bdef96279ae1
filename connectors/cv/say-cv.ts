import type { Finding } from '#connectors/sdk/outside-text/finding.ts';
import { sayFindings } from '#connectors/sdk/outside-text/say-findings.ts';
import { quote } from '#connectors/sdk/quote.ts';
import type { Report } from '#contract/model/run.ts';

type Outcome = {
  readonly fileName: string;
  readonly called: string | null;
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  readonly putFirst: readonly string[];
  readonly leftOut: number;
  readonly reworded: number;
  readonly cannotShow: string;
  readonly found: readonly Finding[];
};

const MOST_FIRST = 3;

/** What the person reads of a CV that was made. All else is beside it: where each line comes from, and what was left out. */
export function reportCv({
  called,
  matched,
  missing,
  putFirst,
  leftOut,
  reworded,
  cannotShow,
  found,
}: Outcome): Report {
  return {
    says: `Your CV for ${called === null ? 'this job' : quote(called)} is ready. Every line in it comes from your own CV.`,
    lines: [
      matched.length === 0
        ? 'Nothing that I know as a skill is asked for and stands in your CV.'
        : `Asked for, and in your CV: ${matched.join(', ')}.`,
      ...(missing.length === 0 ? [] : [`Asked for, and not in it: ${missing.join(', ')}. Nothing of that was added.`]),
      ...(putFirst.length === 0 ? [] : [`Put first: ${putFirst.slice(0, MOST_FIRST).map(quote).join(', ')}.`]),
      ...(leftOut === 0
        ? []
        : [
            `Left out: ${leftOut} ${leftOut === 1 ? 'part' : 'parts'} that ${leftOut === 1 ? 'has' : 'have'} less to do with it.`,
          ]),
      ...(reworded === 0 ? [] : [`Put shorter: ${reworded} ${reworded === 1 ? 'line' : 'lines'}, in your own words.`]),
      ...(cannotShow === '' ? [] : [`No PDF was made: its letters lack ${quote(cannotShow)}. The Word file has them.`]),
      ...sayFindings(found),
    ],
  };
}
