import type { Account } from '#connectors/sdk/account.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** How a member is reached: what is started, or where it is. */
export type Way =
  | { readonly kind: 'command'; readonly command: string; readonly args: readonly string[] }
  | { readonly kind: 'address'; readonly url: URL };

const LINE = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/;

/** Splits a command line at spaces; quotes keep words together. No shell ever sees it. */
export function splitCommand(line: string): string[] | null {
  const words: string[] = [];
  let rest = line.trim();
  while (rest !== '') {
    const match = /^((?:"[^"]*"|'[^']*'|[^\s"'])+)\s*/.exec(rest);
    if (!match) return null;
    words.push((match[1] ?? '').replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single ?? ''));
    rest = rest.slice(match[0].length);
  }
  return words;
}

export function wayOf({ way = '', at = '' }: Account['settings']): Way | string {
  if (way === 'command') {
    const [command, ...args] = splitCommand(at) ?? [];
    if (command === undefined) return t`That command has a quote without its other half.`;
    return { kind: 'command', command, args };
  }
  const url = URL.parse(at);
  if (url === null || !/^https?:$/.test(url.protocol)) return t`That is no address. It begins with https://`;
  if (url.username !== '' || url.password !== '') return t`Put the key into its own field and not into the address.`;
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && !isHere) {
    return t`That address is not encrypted. It has to begin with https://, except on this computer.`;
  }
  return { kind: 'address', url };
}

/** What is said to its process, one NAME=value a line; the sentence why not where one can’t be read. */
export function readEnvironment(secret: string): Readonly<Record<string, string>> | string {
  const lines = secret.split(/\r?\n/).filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => LINE.exec(line.trim()));
  if (pairs.includes(null)) return t`Write NAME=value, each on a line of its own.`;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
}

/** Why this can’t be how a member is reached; null when it can. */
export function whyNotReached(settings: Account['settings'], secret: string): string | null {
  const way = wayOf(settings);
  if (typeof way === 'string') return way;
  if (way.kind === 'address')
    return /^[\x21-\x7e]*$/.test(secret) ? null : t`That key holds characters that no key has.`;
  const environment = readEnvironment(secret);
  return typeof environment === 'string' ? environment : null;
}

/** What the person entered for it, read at the moment of use; empty where they entered nothing. */
export async function secretOf({ settings, secret }: Account): Promise<Result<string>> {
  return settings.hasSecret === 'yes' ? secret('secret') : succeed('');
}
