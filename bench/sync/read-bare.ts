// A program of its own: a bare IMAP client that reads the heads of all emails of an inbox at once.
import { ImapFlow } from 'imapflow';

export type BareReading = { readonly milliseconds: number; readonly found: number; readonly grown: number };

const { port, user, pass } = JSON.parse(process.argv[2] ?? 'null') as { port: number; user: string; pass: string };
const before = process.memoryUsage().rss;
const began = performance.now();
const client = new ImapFlow({
  host: '127.0.0.1',
  port,
  secure: false,
  doSTARTTLS: false,
  auth: { user, pass },
  logger: false,
});
await client.connect();
await client.mailboxOpen('INBOX', { readOnly: true });
const query = { uid: true, flags: true, envelope: true, internalDate: true, size: true, bodyStructure: true };
const found = (await client.fetchAll('1:*', query)).length;
const reading: BareReading = {
  milliseconds: performance.now() - began,
  found,
  grown: process.memoryUsage().rss / before,
};
process.send?.(reading);
await client.logout();
