import { stemmer } from 'stemmer';
import { foldText } from '#connectors/sdk/plain-text.ts';

/** A word with what belongs to it: `C++`, `.NET`, `Node.js`, `50,000`, `40%`, `$2`. Its place in the text, end exclusive. */
export type Token = { readonly text: string; readonly start: number; readonly end: number; readonly folded: string };

const WORD =
  /[$€£¥]?(?:(?<![\p{L}\p{N}])\.)?[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[.'’](?=[\p{L}\p{N}])|(?<=\p{N}),(?=\p{N}))*[+#%]*/gu;

export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    folded: foldText(match[0]).replaceAll('’', "'"),
  }));
}

/** The form by which words of one family are found: `managing` and `managed` are one. English; other words stay whole. */
export function stemOf(folded: string): string {
  const bare = folded.replace(/'s$/, '');
  return /^[a-z]{4,}$/.test(bare) ? stemmer(bare) : bare;
}

/** One form for one and for several: a skill is looked for under its own name, as “accounts” are no “accounting”. */
export const singularOf = (folded: string): string =>
  /^[a-z]{3,}[^s\W]s$/.test(folded) ? folded.slice(0, -1) : folded;
