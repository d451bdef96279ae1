import type { Token } from '#main/planner/text/tokenise.ts';

const SAYS_SO = new Set(['no', 'nope', 'actually', 'sorry', 'rather', 'wait', 'oops', 'correction']);
const TAKES_BACK: readonly (readonly string[])[] = [
  ['i', 'mean'],
  ['i', 'meant'],
  ['make', 'that'],
  ['make', 'it'],
  ['scratch', 'that'],
  ['or', 'rather'],
  ['better'],
];

/** The token after “no, wait, I mean”, or null where nothing is taken back. */
export function endOfCorrection(tokens: readonly Token[], from: number): number | null {
  let at = from;
  let tookBack = false;
  for (;;) {
    const token = tokens[at];
    const words = TAKES_BACK.find((wanted) => wanted.every((word, offset) => tokens[at + offset]?.lower === word));
    if (words !== undefined || SAYS_SO.has(token?.lower ?? '')) {
      tookBack = true;
      at += words?.length ?? 1;
    } else if (token?.kind === 'mark' && [',', '-', '–', '—', '…', '.', ';', '(', '!'].includes(token.text)) at += 1;
    else return tookBack ? at : null;
  }
}
