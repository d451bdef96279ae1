import { SMTPServer } from 'smtp-server';

/** A message that was taken for delivery, as it came in. */
export type Delivered = { readonly from: string; readonly to: readonly string[]; readonly text: string };

/** A server that takes mail for delivery and keeps it for the test to look at. */
export type Smtp = {
  readonly port: number;
  readonly delivered: Delivered[];
  /** Called for each message before it is taken, as a service does that keeps a copy by itself. */
  onTaken: ((user: string, text: string) => Promise<void>) | null;
  /** An answer instead of the usual one, for a stage of the conversation. */
  answers: Partial<Record<'sign-in' | 'recipient' | 'message', { code: number; says: string }>>;
  stop(): Promise<void>;
};

export async function startSmtp(password: () => string): Promise<Smtp> {
  const refusal = ({ code, says }: { code: number; says: string }) =>
    Object.assign(new Error(says), { responseCode: code });
  const smtp: Omit<Smtp, 'port' | 'stop'> = { delivered: [], onTaken: null, answers: {} };
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: false,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth({ username = '', password: given }, _session, callback) {
      const refused = smtp.answers['sign-in'];
      if (refused) return callback(refusal(refused));
      if (given !== password()) return callback(refusal({ code: 535, says: '5.7.8 Bad credentials' }));
      callback(null, { user: username });
    },
    onRcptTo({ address }, _session, callback) {
      const refused = smtp.answers.recipient;
      if (refused && !address.includes('fine')) return callback(refusal(refused));
      callback();
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refused = smtp.answers.message;
        if (refused) return callback(refusal(refused));
        const text = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const taken = smtp.onTaken?.(String(session.user), text) ?? Promise.resolve();
        taken.then(() => {
          smtp.delivered.push({ from, to: rcptTo.map(({ address }) => address), text });
          callback(null, 'Taken');
        }, callback);
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return Object.assign(smtp, {
    port: address.port,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  });
}
