import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSettings } from '#connectors/mail/settings.ts';

/** Signs in to the outgoing server. What goes wrong is thrown as nodemailer tells it; nothing was sent then. */
export async function openSmtp(
  { smtpHost, smtpPort, smtpSecurity, user }: MailSettings,
  password: string,
  signal: AbortSignal,
): Promise<SMTPConnection> {
  signal.throwIfAborted();
  // Loaded when mail is sent for the first time: the app starts without it.
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({
    host: smtpHost.replace(/^\[|\]$/g, ''),
    port: smtpPort,
    secure: smtpSecurity === 'tls',
    requireTLS: smtpSecurity === 'starttls',
    ignoreTLS: smtpSecurity === 'none',
    tls: { minVersion: 'TLSv1.2' },
    // Otherwise the name of this computer would stand in every message that is sent.
    name: '[127.0.0.1]',
    logger: false,
    connectionTimeout: 15_000,
    greetingTimeout: 10_000,
    socketTimeout: 55_000,
  });
  const close = () => connection.close();
  signal.addEventListener('abort', close, { once: true });
  connection.once('end', () => signal.removeEventListener('abort', close));
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.login({ user, credentials: { user, pass: password } }, (error) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    connection.close();
    throw error;
  }
  // An error after this has settled must not end the process; what is under way is called back anyway.
  connection.on('error', () => {});
  return connection;
}
