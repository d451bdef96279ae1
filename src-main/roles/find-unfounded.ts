const NUMBERS = /\d+(?:[.,:/-]\d+)*/g;
const ADDRESSES = /https?:\/\/\S+|www\.\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/giu;
const NAMED_DAYS =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|may(?= \d)|june|july|august|september|october|november|december)\b|\b(?:today|tonight|tomorrow|yesterday)\b/gi;
const PLACEHOLDERS = /\[[^\]\n]{1,40}\]|<[^>\n]{1,40}>|\bX{2,}\b/g;

/**
 * What a text claims that nobody gave: numbers, days, links and addresses that are not in what was said, and blanks
 * that were left to be filled in. One plain sentence each.
 */
export function findUnfounded(text: string, given: string): string[] {
  const said = given.toLowerCase();
  const unfounded = [NUMBERS, ADDRESSES, NAMED_DAYS]
    .flatMap((kind) => text.match(kind) ?? [])
    .filter((claim) => !said.includes(claim.toLowerCase().replace(/[.,:/-]+$/, '')));
  return [
    ...[...new Set(unfounded)].map((claim) => `“${claim}” is not in what was given.`),
    ...(text.match(PLACEHOLDERS) ?? [])
      .filter((blank) => !said.includes(blank.toLowerCase()))
      .map((blank) => `“${blank}” is a blank that nobody fills in.`),
  ];
}
