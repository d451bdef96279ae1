import { domainOf, findProviderOfHost } from '#connectors/mail/known-providers.ts';
import type { AccountReach } from '#connectors/sdk/account.ts';
import type { AccountValues } from '#contract/model/account.ts';

const MOST_BYTES = 256 * 1024;
const TIME_LIMIT_MS = 6_000;

/**
 * Where a mail service says how programs reach it, in the order of Thunderbird's autoconfiguration
 * (https://wiki.mozilla.org/Thunderbird:Autoconfiguration): the domain itself, then Mozilla's list. Only the part after
 * the @ is told, over TLS, and only when the person connects.
 */
const placesFor = (domain: string): readonly string[] => [
  `https://autoconfig.${domain}/mail/config-v1.1.xml`,
  `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
  `https://autoconfig.thunderbird.net/v1.1/${domain}`,
];

/** Asks all places at once and takes the first in their order that knows; null when none does. */
export async function askAutoconfig(address: string, { fetch, signal }: AccountReach): Promise<AccountValues | null> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
  const answers = placesFor(domainOf(address)).map(async (place) => {
    try {
      const response = await fetch(place, { signal: limit, headers: { accept: 'application/xml, text/xml' } });
      return response.ok ? await readAutoconfig(await textOf(response), address) : null;
    } catch {
      return null;
    }
  });
  for (const answer of answers) {
    const settings = await answer;
    if (settings) return settings;
  }
  return null;
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('That is no configuration.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

type Server = { readonly type: string; readonly values: Record<string, string[]> };

/** The first encrypted IMAP and SMTP server of a configuration that a password opens; null when it names none. */
export async function readAutoconfig(xml: string, address: string): Promise<AccountValues | null> {
  const servers = await readServers(xml);
  const usable = servers.filter(isUsable);
  const [imap, smtp] = ['imap', 'smtp'].map((type) => usable.find((server) => server.type === type));
  const [imapHost, smtpHost] = [imap?.values.hostname?.[0], smtp?.values.hostname?.[0]];
  if (!imap || !smtp || !imapHost || !smtpHost) return null;
  return {
    user: fillIn(imap.values.username?.[0] ?? '%EMAILADDRESS%', address),
    imapHost: fillIn(imapHost, address).toLowerCase(),
    imapPort: imap.values.port?.[0] ?? '993',
    imapSecurity: securityOf(imap),
    smtpHost: fillIn(smtpHost, address).toLowerCase(),
    smtpPort: smtp.values.port?.[0] ?? '465',
    smtpSecurity: securityOf(smtp),
    sentCopies: findProviderOfHost(smtpHost)?.keepsSent ? 'server' : 'app',
  };
}

async function readServers(xml: string): Promise<readonly Server[]> {
  // Loaded when somebody connects an account: the app starts without it.
  const { Parser } = await import('htmlparser2');
  const servers: Server[] = [];
  let server: Server | null = null;
  let field: string | null = null;
  const parser = new Parser(
    {
      onopentag(name, { type = '' }) {
        if (name === 'incomingServer' || name === 'outgoingServer') server = { type, values: {} };
        else field = name;
      },
      ontext(text) {
        const value = text.trim();
        if (server && field !== null && value !== '') server.values[field] = [...(server.values[field] ?? []), value];
      },
      onclosetag(name) {
        field = null;
        if (server && (name === 'incomingServer' || name === 'outgoingServer')) servers.push(server);
        if (name === 'incomingServer' || name === 'outgoingServer') server = null;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return servers;
}

/** Encrypted, and open to a password: what wants a sign-in of its own alone (OAuth2) is passed over. */
function isUsable({ values }: Server): boolean {
  const isEncrypted = ['SSL', 'STARTTLS'].includes(values.socketType?.[0] ?? '');
  const ways = values.authentication ?? ['password-cleartext'];
  return isEncrypted && ways.some((way) => way.startsWith('password-') || way === 'plain');
}

const securityOf = ({ values }: Server): 'tls' | 'starttls' => (values.socketType?.[0] === 'SSL' ? 'tls' : 'starttls');

const fillIn = (template: string, address: string): string =>
  template
    .replaceAll('%EMAILADDRESS%', address)
    .replaceAll('%EMAILLOCALPART%', address.slice(0, address.lastIndexOf('@')))
    .replaceAll('%EMAILDOMAIN%', domainOf(address));
