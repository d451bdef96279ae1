import { type CleanText, createFindings, type Findings } from '#connectors/sdk/outside-text/finding.ts';
import { tellLinksIn } from '#connectors/sdk/outside-text/tell-links.ts';
import { removeUnseen } from '#connectors/sdk/outside-text/unseen-characters.ts';

/** What is longer is cut: nobody reads on, and whoever writes so much does not write to a person. */
export const LONGEST_TEXT = 200_000;

/**
 * Plain text that somebody else wrote, safe to show and to take values from: nothing in it that is not seen, every
 * address readable for what it is. Never throws, whatever it is given, and takes time in line with the length.
 */
export function cleanText(raw: string): CleanText {
  const findings = createFindings();
  const text = tellLinksIn(removeUnseen(cutShort(raw, LONGEST_TEXT, findings), findings), findings);
  return { text: tidyLines(text), found: findings.list() };
}

export function cutShort(raw: string, longest: number, findings: Findings): string {
  if (raw.length <= longest) return raw;
  findings.add('cut-short', '', raw.length - longest);
  return raw.slice(0, longest);
}

/** No more than one empty line, no spaces at ends of lines, nothing before and after. */
export const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
