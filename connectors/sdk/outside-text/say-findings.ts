import type { Finding, FindingKind } from '#connectors/sdk/outside-text/finding.ts';
import { t } from '#contract/language/t.ts';

const sentences: Readonly<Record<FindingKind, string>> = {
  'hidden-words': t`This text held hidden words; I left them out.`,
  'hidden-characters': t`It held characters that nobody sees; I took them out.`,
  'look-alike': t`It names an address that only looks like another one; I marked it.`,
  'misleading-link': t`A link in it leads somewhere else than it says; I marked it.`,
  'dangerous-link': t`It held a link that could do harm; I took it out.`,
  tracking: t`It would have told its sender that you opened it; I took that out.`,
  'cut-short': t`It is very long; I read only the beginning.`,
};

/** What was found in a text, one plain sentence each. */
export const sayFindings = (found: readonly Finding[]): readonly string[] => found.map(({ kind }) => sentences[kind]);
