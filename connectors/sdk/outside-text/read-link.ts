/** Where a link leads, as a person may be told: without what only follows them around. */
export type LinkRead = {
  readonly kind: 'web' | 'mail' | 'phone' | 'dangerous' | 'none';
  /** Readable, without marks that follow the reader around; empty unless it leads somewhere. */
  readonly shown: string;
  readonly host: string;
  /** Whether marks or a stop on the way were taken out. */
  readonly follows: boolean;
};

const nowhere: LinkRead = { kind: 'none', shown: '', host: '', follows: false };
const LONGEST = 2_000;

/** Names of parameters that say who clicked, in which letter, and nothing about where it leads. */
const FOLLOWS =
  /^(utm_\w+|gclid|dclid|gbraid|wbraid|fbclid|msclkid|twclid|ttclid|yclid|igshid|mc_[ce]id|_hs(enc|mi)|mkt_tok|vero_(id|conv)|oly_(anon|enc)_id|elq\w*|ml_subscriber(_hash)?|trk\w*|cmpid|s_cid|ref_src|recipient_?id|subscriber_?id)$/i;
/** Names of the parameter that says where a stop on the way leads on to. */
const LEADS_ON = [
  'url',
  'u',
  'q',
  'target',
  'dest',
  'destination',
  'redirect',
  'redirect_url',
  'redirect_uri',
  'to',
  'link',
  'l',
];
const STOPS =
  /(^|\.)(google\.[a-z.]+|facebook\.com|instagram\.com|linkedin\.com|youtube\.com|safelinks\.protection\.outlook\.com|urldefense\.(com|proofpoint\.com)|doubleclick\.net|t\.co|slack-redir\.net|steamcommunity\.com|awstrack\.me)$|^(click|clicks|track|tracking|trk|links?|email|go|r|l|lnk|url\d*)\.[^.]+\.[a-z]/i;
const MOST_STOPS = 3;

export function readLink(href: string): LinkRead {
  const tidy = href.slice(0, LONGEST).replaceAll(/[\p{Cc}\s]+/gu, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(tidy)?.[1]?.toLowerCase();
  if (scheme === undefined) return tidy.startsWith('//') ? readWeb(`https:${tidy}`) : nowhere;
  switch (scheme) {
    case 'http':
    case 'https':
      return readWeb(tidy);
    case 'mailto':
      return { ...nowhere, kind: 'mail', shown: safeDecode(tidy.slice('mailto:'.length).split('?')[0] ?? '') };
    case 'tel':
    case 'sms':
      return { ...nowhere, kind: 'phone', shown: tidy.slice(tidy.indexOf(':') + 1) };
    case 'cid':
    case 'mid':
      return nowhere;
    default:
      return { ...nowhere, kind: 'dangerous' };
  }
}

function readWeb(text: string): LinkRead {
  let url = parse(text);
  if (!url) return nowhere;
  let follows = false;
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const onward = leadsOnTo(url);
    if (!onward) break;
    url = onward;
    follows = true;
  }
  for (const name of [...url.searchParams.keys()]) {
    if (!FOLLOWS.test(name)) continue;
    url.searchParams.delete(name);
    follows = true;
  }
  // A name before the host is there to be taken for it: https://bank.example@evil.example
  url.username = '';
  url.password = '';
  return { kind: 'web', shown: url.href, host: url.hostname, follows };
}

function leadsOnTo(url: URL): URL | null {
  if (!STOPS.test(url.hostname)) return null;
  for (const name of LEADS_ON) {
    const onward = url.searchParams.get(name);
    const next = onward && /^https?:\/\//i.test(onward) ? parse(onward) : null;
    if (next) return next;
  }
  return null;
}

const parse = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
