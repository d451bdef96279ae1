import { isIP } from 'node:net';
import { t } from '#contract/language/t.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const MOST_LINKS = 10;
const MOST_LETTERS = 2000;

export type LinkProblem = { readonly ok: false; readonly says: string };
export type Links = { readonly ok: true; readonly links: readonly URL[] };

/** The links that the person typed, one after the other. `webcal` is https under another name. */
export function readLinks(typed: string): Links | LinkProblem {
  const words = typed.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0) return { ok: false, says: t`Paste the link of a calendar.` };
  if (words.length > MOST_LINKS) return { ok: false, says: t`At most ${MOST_LINKS} links are followed.` };
  const links: URL[] = [];
  for (const word of words) {
    const text = word.replace(/^webcals?:\/\//i, 'https://');
    if (text.length > MOST_LETTERS || !URL.canParse(text)) return { ok: false, says: t`${shown(word)} is not a link.` };
    const link = new URL(text);
    if (!mayBeAsked(link)) {
      return { ok: false, says: t`${shown(word)} is not a link to a calendar. It has to begin with https or webcal.` };
    }
    links.push(link);
  }
  return { ok: true, links: [...new Map(links.map((link) => [link.href, link])).values()] };
}

const shown = (word: string): string => `“${word.length > 60 ? `${word.slice(0, 60)}…` : word}”`;

/** Over TLS, or on this computer; never with a password in the address, which would stand in every log on the way. */
const mayBeAsked = ({ protocol, hostname, username, password }: URL): boolean =>
  (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) && username === '' && password === '';

export const isLoopback = (hostname: string): boolean => LOOPBACK.includes(hostname);

/**
 * Whether a server may send on to there. Only what the person typed leads into their own network: a server elsewhere
 * that points to this computer, or to a number instead of a name, is not followed.
 */
export function maySendOn(from: URL, to: URL): boolean {
  if (!mayBeAsked(to)) return false;
  if (from.host === to.host) return true;
  const host = to.hostname.replace(/^\[|\]$/g, '');
  return (
    !isLoopback(to.hostname) &&
    isIP(host) === 0 &&
    host.includes('.') &&
    !/\.(?:local|internal|lan|home\.arpa)$/i.test(host)
  );
}
