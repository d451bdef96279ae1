/** What nobody sees, or what turns the direction of what they see; joiners of letters and pictures stay, and what keeps a name from turning round the sentence that it stands in. */
const UNSEEN =
  /[\p{Cc}--[\n\t]]|[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2067\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gv;

/** A text as it stands, with every character that nobody would see made visible: `a‹U+200B›b`. */
export const visible = (text: string): string =>
  text.replaceAll(UNSEEN, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `‹U+${code}›`;
  });
