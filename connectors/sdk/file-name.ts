import { foldText } from '#connectors/sdk/plain-text.ts';

const MOST_BYTES = 150;

/** What is not seen, but for the two joiners that Persian, Indian scripts and emoji are written with. */
const unseen = /[[\p{Cc}\p{Cf}\p{Cs}\p{Co}]--[\u200c\u200d]]/gv;
const onlyJoiners = /^[\s.\u200c\u200d]*$/;

/** Names that Windows keeps for devices. */
const isDevice = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A file name's stem that every system takes and that reads like the title: letters of all scripts
 * stay, what leads out of a folder, hides or cannot be seen goes.
 */
export function stemFrom(title: string, otherwise: string): string {
  const readable = title
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(unseen, '')
    .replaceAll(/[/\\:*?"<>|]+/g, ' ')
    .replaceAll(/\s+/g, ' ');
  const stem = trimEnds(cutToBytes(trimEnds(readable), MOST_BYTES));
  if (onlyJoiners.test(stem)) return otherwise;
  return isDevice.test(stem.split('.')[0] ?? '') ? `${stem}_` : stem;
}

/** `stem.ext`, or `stem 2.ext` and so on when that is taken, compared as every system would. */
export function freeName(taken: Iterable<string>, stem: string, extension: string): string {
  const folded = new Set([...taken].map(foldText));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? `${stem}${extension}` : `${stem} ${n}${extension}`;
    if (!folded.has(foldText(name))) return name;
  }
}

const trimEnds = (text: string): string => text.replaceAll(/^[\s.]+|[\s.]+$/g, '');

function cutToBytes(text: string, most: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (Buffer.byteLength(kept + segment) > most) break;
    kept += segment;
  }
  return kept;
}
