import type { Findings } from '#connectors/sdk/outside-text/finding.ts';

/** Letters written with characters that nobody sees: U+E0020 to U+E007E stand for ASCII. */
const TAGS = /[\u{e0001}\u{e0020}-\u{e007f}]+/gu;
/** A direction that is turned round, so that a text reads otherwise than its letters stand. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Without width or shape: they break words apart for a reader that counts letters, and hide what they spell. */
const SHAPELESS =
  /\u034f|[\u17b4-\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0d]|[\u00ad\u115f\u1160\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;
/** They join letters in some scripts and pictures in emoji, or say how a picture looks; elsewhere they only hide. */
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/gu;
const JOINS_AFTER =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\p{Script=Arabic}|\p{Script=Syriac}|\p{M})$/u;
const CONTROLS = /[[\p{Cc}]--[\n\t]]/gv;
const NOT_WELL_FORMED = /\p{Cs}/gu;
/** More marks than this on one letter are no writing. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** The text with every character that nobody sees taken out, in Unicode's composed form, with plain line ends. */
export function removeUnseen(raw: string, findings: Findings): string {
  let removed = 0;
  const drop = (text: string, unseen: RegExp): string =>
    text.replace(unseen, () => {
      removed += 1;
      return '';
    });
  const spelled = raw.replaceAll(TAGS, (run) => {
    const words = [...run]
      .map((tag) => String.fromCodePoint(Math.max(0x20, (tag.codePointAt(0) ?? 0) - 0xe0000)))
      .join('');
    findings.add('hidden-words', words.replaceAll('\u007f', ''));
    return '';
  });
  const lines = spelled.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  const seen = [DIRECTIONS, SHAPELESS, CONTROLS, NOT_WELL_FORMED].reduce(drop, lines);
  const joined = seen.replaceAll(JOINERS, (joiner, at: number) => {
    const before = seen.slice(Math.max(0, at - 2), at);
    if (JOINS_AFTER.test(before)) return joiner;
    removed += 1;
    return '';
  });
  if (removed > 0) findings.add('hidden-characters', '', removed);
  return joined.replaceAll(PILED_MARKS, '$1').normalize('NFC');
}
