import type { Findings } from '#connectors/sdk/outside-text/finding.ts';
import { warningIn } from '#connectors/sdk/outside-text/look-alike.ts';
import { readLink } from '#connectors/sdk/outside-text/read-link.ts';

/** A word of a text that names a place on the web or somebody's address; longer ones are no address. */
const LONGEST_WORD = 2_000;
const WEB = /^[^\p{L}\p{N}]{0,3}((?:https?:\/\/|www\.)\S+)$/iu;
const AFTER_LINK = new Set(')]}>"\'’”.,;:!?');
const LONGEST_DOMAIN = 300;
const SCHEME = /(?:^|[^\p{L}\p{N}])((?:javascript|data|vbscript|file|blob):[^\s]*)/giu;
const DOMAIN = /[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)+/u;

/** Makes every address in a plain text readable for what it is. */
export function tellLinksIn(text: string, findings: Findings): string {
  return text.replaceAll(/\S+/gu, (word) => {
    if (word.length > LONGEST_WORD) findings.add('cut-short', '', word.length - LONGEST_WORD);
    return tellWord(word.slice(0, LONGEST_WORD), findings);
  });
}

function tellWord(word: string, findings: Findings): string {
  const harmless = word.replace(SCHEME, (whole, link: string) => {
    if (!/^(javascript|data|vbscript):[^\s]{4,}|^(file|blob):\//i.test(link)) return whole;
    findings.add('dangerous-link', link);
    return whole.slice(0, whole.length - link.length);
  });
  const found = WEB.exec(harmless)?.[1];
  if (found !== undefined) {
    const link = withoutEnd(found);
    return harmless.replace(found, () => `${tellUrl(link, findings)}${found.slice(link.length)}`);
  }
  const domain = /[.@]/.test(harmless) ? DOMAIN.exec(harmless.slice(0, LONGEST_DOMAIN))?.[0] : undefined;
  return domain === undefined ? harmless : harmless + warningFor(domain, findings);
}

/** Without what ends the sentence that it stands in. */
function withoutEnd(link: string): string {
  let end = link.length;
  while (end > 0 && AFTER_LINK.has(link[end - 1] ?? '')) end -= 1;
  return link.slice(0, end);
}

function tellUrl(link: string, findings: Findings): string {
  const { kind, shown, host, follows } = readLink(/^www\./i.test(link) ? `https://${link}` : link);
  if (kind !== 'web') return link;
  if (follows) findings.add('tracking', host);
  return (follows ? shown : link) + warningFor(host, findings);
}

function warningFor(domain: string, findings: Findings): string {
  const warning = warningIn(domain);
  if (warning !== '') findings.add('look-alike', warning.replaceAll(/^.*: |\]$/g, ''));
  return warning;
}

/** The words of a link with where it leads, when the words do not say it already. */
export function tellAnchor(words: string, href: string, findings: Findings): string {
  const { kind, shown, host, follows } = readLink(href);
  if (kind === 'dangerous') findings.add('dangerous-link', href);
  if (kind === 'dangerous' || kind === 'none' || shown === '') return words;
  if (follows) findings.add('tracking', host);
  if (kind !== 'web') return words.includes(shown) ? words : `${words} (${shown})`;
  const named = DOMAIN.exec(words)?.[0];
  const isMisleading = named !== undefined && /\.[\p{L}]{2,}$/u.test(named) && !isSameSite(named, host);
  if (isMisleading) findings.add('misleading-link', `${words} → ${host}`);
  const told = isMisleading ? ` [leads to ${host} instead]` : '';
  const place = words.trim() === shown || words.trim() === href ? '' : ` (${shown})`;
  return `${words}${place}${told}${warningFor(host, findings)}`;
}

/** `www.example.com` and `mail.example.com` are of one site, `example.com.evil.net` is not. */
function isSameSite(named: string, host: string): boolean {
  const [one, other] = [named, host].map((name) => name.toLowerCase().replace(/^www\./, ''));
  return one === other || `${other}`.endsWith(`.${one}`) || `${one}`.endsWith(`.${other}`);
}
