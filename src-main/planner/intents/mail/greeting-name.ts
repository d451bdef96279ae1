import type { Addressee } from '#main/planner/intents/mail/settle-recipients.ts';
import { capitalised } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

const OFFICES = new Set(pack.offices);

/**
 * The first name to greet somebody with: from memory, else from an address that plainly begins with one;
 * null rather than “Hi Jsmith”.
 */
export function greetingName({ name, email }: Addressee): string | null {
  if (name !== null) return name.split(' ')[0] ?? name;
  const [local = ''] = email.split('@');
  const [first = '', ...more] = local.split(/[._+-]/);
  const isName = /^\p{L}{3,}$/u.test(first) && !OFFICES.has(first.toLowerCase()) && !STARTS_WITH_AN_INITIAL.test(first);
  const fits = isName && (more.length > 0 ? more.every((part) => !/\d{3}/.test(part)) : first.length <= LONGEST_NAME);
  return fits ? capitalised(first.toLowerCase()) : null;
}

const LONGEST_NAME = 9;

/** “jsmith” and “mbrown”, but not “chloe” or “stefan”. */
const STARTS_WITH_AN_INITIAL =
  /^(?!ch|sh|th|ph|st|br|cr|dr|fr|gr|kr|pr|tr|bl|cl|fl|gl|pl|sl|vl|zl|kl|kn|sk|sp|sv|sw|wh|rh|yv|dm|ts|dz|gw|ng|mb)[^aeiouyáéíóúàèìòùäëïöüâêîôûãõåæø]{2}/iu;
