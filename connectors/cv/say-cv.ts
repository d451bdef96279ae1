import type { Finding } from '#connectors/sdk/outside-text/finding.ts';
import { sayFindings } from '#connectors/sdk/outside-text/say-findings.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
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
    says:
      called === null
        ? t`Your CV for this job is ready. Every line in it comes from your own CV.`
        : t`Your CV for ${quote(called)} is ready. Every line in it comes from your own CV.`,
    lines: [
      matched.length === 0
        ? t`Nothing that I know as a skill is asked for and stands in your CV.`
        : t`Asked for, and in your CV: ${matched.join(', ')}.`,
      ...(missing.length === 0 ? [] : [t`Asked for, and not in it: ${missing.join(', ')}. Nothing of that was added.`]),
      ...(putFirst.length === 0 ? [] : [t`Put first: ${putFirst.slice(0, MOST_FIRST).map(quote).join(', ')}.`]),
      ...(leftOut === 0
        ? []
        : [
            leftOut === 1
              ? t`Left out: 1 part that has less to do with it.`
              : t`Left out: ${leftOut} parts that have less to do with it.`,
          ]),
      ...(reworded === 0
        ? []
        : [
            reworded === 1
              ? t`Put shorter: 1 line, in your own words.`
              : t`Put shorter: ${reworded} lines, in your own words.`,
          ]),
      ...(cannotShow === ''
        ? []
        : [t`No PDF was made: its letters lack ${quote(cannotShow)}. The Word file has them.`]),
      ...sayFindings(found),
    ],
  };
}
