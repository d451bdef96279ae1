import { domainToASCII, domainToUnicode } from 'node:url';

/** Letters of other scripts that look like Latin ones (Unicode TS 39, those of its confusables that names are made of). */
const LOOKS_LATIN = /^[ӏӀѵѡԍүавекморстухіјѕһԁԛԝьгѵαοινρτυκγωϲϳսոհօցւզքᎪᎬᎻᏞΑ-Ω0-9-]+$/u;
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
];
/** Not ASCII and yet read as it: `ɡ`, `ı`, fullwidth and mathematical letters. */
const LOOKS_ASCII = /[ɑɡɩıꞵʟɴʀʏᴀ-ᴢｱ-ﾟ\uff00-\uff5e\u{1d400}-\u{1d7ff}]/u;

/**
 * The name of a domain as computers read it, when a person would read another one: letters of several scripts in one
 * part, or a part that is written in letters which look Latin and are not. Null for an honest name, whatever its script.
 */
export function lookAlikeOf(domain: string): string | null {
  const shown = domainToUnicode(domain) || domain;
  const isDeceiving = shown.split('.').some(isDeceivingPart) || LOOKS_ASCII.test(domain);
  if (!isDeceiving) return null;
  return (
    domainToASCII(shown) ||
    domain.replaceAll(/[^ -~]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
  );
}

function isDeceivingPart(part: string): boolean {
  if (/^[ -~]*$/.test(part)) return false;
  if (LOOKS_ASCII.test(part) || LOOKS_LATIN.test(part)) return true;
  return SCRIPTS.filter((script) => script.test(part)).length > 1;
}

/** ` [not what it looks like: xn--pple-43d.com]` after a domain that looks like another one, else nothing. */
export function warningIn(domain: string): string {
  const real = lookAlikeOf(domain);
  return real === null ? '' : ` [not what it looks like: ${real}]`;
}
