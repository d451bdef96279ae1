import type { ImapFlow } from 'imapflow';
import type { MailSettings } from '#connectors/mail/settings.ts';

/** Signs in to the incoming server. Whatever goes wrong is thrown as imapflow tells it; nothing was changed then. */
export async function openImap(
  { imapHost, imapPort, imapSecurity, user }: MailSettings,
  password: string,
  signal: AbortSignal,
  options: { idles?: boolean } = {},
): Promise<ImapFlow> {
  signal.throwIfAborted();
  // Loaded when mail is used for the first time: the app starts without it.
  const { ImapFlow: Client } = await import('imapflow');
  const client = new Client({
    host: imapHost.replace(/^\[|\]$/g, ''),
    port: imapPort,
    secure: imapSecurity === 'tls',
    ...(imapSecurity === 'tls' ? {} : { doSTARTTLS: imapSecurity === 'starttls' }),
    auth: { user, pass: password },
    tls: { minVersion: 'TLSv1.2' },
    // Its log would hold what people write.
    logger: false,
    clientInfo: { name: 'Life OS' },
    disableAutoIdle: !options.idles,
    connectionTimeout: 15_000,
    greetingTimeout: 10_000,
    ...(options.idles ? {} : { socketTimeout: 55_000 }),
    // Memory stays bounded whatever a server sends.
    maxLiteralSize: 64 * 1024 * 1024,
    maxResponseSize: 96 * 1024 * 1024,
    maxLineLength: 16 * 1024 * 1024,
  });
  // An error after the promise has settled must not end the process; what is under way is rejected anyway.
  client.on('error', () => {});
  const close = () => client.close();
  signal.addEventListener('abort', close, { once: true });
  client.once('close', () => signal.removeEventListener('abort', close));
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}
