import { Readable } from 'node:stream';
import { signInFailure } from '#connectors/mail/mail-session.ts';
import { openSmtp } from '#connectors/mail/open-smtp.ts';
import type { Parcel } from '#connectors/mail/parcel.ts';
import type { MailStandIn } from '#connectors/mail/practice/mail-stand-in.ts';
import type { MailSettings } from '#connectors/mail/settings.ts';
import { serverWords } from '#connectors/mail/sign-in-error.ts';
import type { Folder } from '#connectors/sdk/action.ts';
import { unreadable } from '#connectors/sdk/failures.ts';
import { findMark, saveMark } from '#connectors/sdk/mail/outbox.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

type Way = {
  readonly settings: MailSettings;
  readonly password: string;
  readonly signal: AbortSignal;
  readonly folder: Folder;
  readonly standIn: MailStandIn | null;
};

/**
 * Gives an email to the outgoing server, once. The mark is on disk before the first byte of the text leaves, and not
 * sooner: whatever breaks off before that surely sent nothing, and after it nobody can know until the server is asked.
 * Answers with the recipients that the server did not take.
 */
export async function handOver(
  parcel: Parcel,
  { settings, password, signal, folder, standIn }: Way,
): Promise<Result<readonly string[]>> {
  if (standIn) {
    const refused = await standIn.deliver(parcel);
    await saveMark(folder, parcel.messageId, { state: 'taken', refused: [...refused] });
    return succeed(refused);
  }
  let connection: Awaited<ReturnType<typeof openSmtp>>;
  try {
    connection = await openSmtp(settings, password, signal);
  } catch (error) {
    return fail(signInFailure(error));
  }
  const { messageId, from, to, bytes } = parcel;
  // The server asks for the text with its answer to DATA; only then is anything read from here.
  async function* text() {
    await saveMark(folder, messageId, { state: 'handing-over', refused: [] });
    yield bytes;
  }
  try {
    const rejected = await new Promise<readonly string[]>((resolve, reject) => {
      connection.once('error', reject);
      connection.once('end', () => reject(new Error('The connection ended.')));
      connection.send({ from, to: [...to] }, Readable.from(text()), (error, info) =>
        error ? reject(error) : resolve(info.rejected),
      );
    });
    await saveMark(folder, messageId, { state: 'taken', refused: [...rejected] });
    return succeed(rejected);
  } catch (error) {
    return await tell(error, folder, messageId);
  } finally {
    connection.quit();
    connection.close();
  }
}

const WAIT_SECONDS = 60;

/** A server that said no has not taken it; one that fell silent while it had the text may have. */
async function tell(error: unknown, folder: Folder, messageId: string): Promise<Result<never>> {
  const code = typeof error === 'object' && error !== null && 'responseCode' in error ? Number(error.responseCode) : 0;
  const hasBegun = (await findMark(folder, messageId)) !== null;
  if (code < 400 && hasBegun) return fail({ kind: 'outcome-unknown', service: t`your mail server` });
  if (hasBegun) await saveMark(folder, messageId, null);
  if (code >= 500) return unreadable(t`Your mail server didn’t take this email: ${quote(serverWords(error))}`);
  if (code >= 400) return fail({ kind: 'rate-limited', retryAfterSeconds: WAIT_SECONDS });
  return fail({ kind: 'unreachable', service: t`your mail server` });
}
