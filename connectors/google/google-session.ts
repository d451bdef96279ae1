import { Readable } from 'node:stream';
import type { calendar_v3 } from '@googleapis/calendar';
import type { docs_v1 } from '@googleapis/docs';
import type { drive_v3 } from '@googleapis/drive';
import type { gmail_v1 } from '@googleapis/gmail';
import { failureOf, GoogleFailure, lacksScope, PROVIDER, SERVICE } from '#connectors/google/google-failure.ts';
import { type GoogleSettings, readGoogleSettings } from '#connectors/google/google-settings.ts';
import { type Account, accountOf } from '#connectors/sdk/account.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { brokenWire } from '#connectors/sdk/service-failure.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** Signed in to Google, for as long as one action takes. Each client is loaded with the first use of it. */
export type GoogleSession = {
  readonly settings: GoogleSettings;
  calendar(): Promise<calendar_v3.Calendar>;
  gmail(): Promise<gmail_v1.Gmail>;
  drive(): Promise<drive_v3.Drive>;
  docs(): Promise<docs_v1.Docs>;
};

const MOST_BYTES = 64 * 1024 * 1024;

type Reach = Pick<Surroundings, 'fetch' | 'signal'>;

/** Works at Google with what the person allowed. Every failure is translated here and in `failureOf`. */
export async function withGoogle<T>(
  surroundings: Reach & Pick<Surroundings, 'account'>,
  scope: string,
  work: (session: GoogleSession) => Promise<Result<T>>,
): Promise<Result<T>> {
  const account = accountOf(surroundings, PROVIDER);
  if (!account.ok) return account;
  const settings = readGoogleSettings(account.value.settings);
  if (!settings.scope.includes(scope)) return fail(lacksScope);
  const session = await openGoogle(account.value, surroundings);
  if (!session.ok) return session;
  try {
    return await work(session.value);
  } catch (error) {
    return fail(failureIn(error).failure);
  }
}

export async function openGoogle(account: Account, reach: Reach): Promise<Result<GoogleSession>> {
  const settings = readGoogleSettings(account.settings);
  const token = await account.secret('accessToken');
  if (!token.ok) return token;
  const options = {
    ...(settings.server === null ? {} : { rootUrl: settings.server }),
    fetchImplementation: speaking(account, token.value, reach),
    // What is tried again, and when, is decided in one place, which knows what was changed already.
    retry: false,
    signal: reach.signal,
  };
  return succeed({
    settings,
    calendar: async () => (await import('@googleapis/calendar')).calendar({ version: 'v3', ...options }),
    gmail: async () => (await import('@googleapis/gmail')).gmail({ version: 'v1', ...options }),
    drive: async () => (await import('@googleapis/drive')).drive({ version: 'v3', ...options }),
    docs: async () => (await import('@googleapis/docs')).docs({ version: 'v1', ...options }),
  });
}

/** Every request goes through here, with the token, and every answer that is no yes becomes a `GoogleFailure`. */
function speaking(account: Account, first: string, { fetch }: Reach): typeof globalThis.fetch {
  let token = first;
  return async (target, init = {}) => {
    const changes = (init.method ?? 'GET') !== 'GET';
    // What is sent in parts comes as a stream, which could not be sent a second time.
    const body = init.body instanceof Readable ? Buffer.concat(await init.body.toArray()) : init.body;
    const send = async () => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token}`);
      // What the client library tells of itself and of this computer is nobody's business.
      headers.delete('x-goog-api-client');
      try {
        return await fetch(target, { ...init, ...(body != null && { body }), headers });
      } catch {
        throw new GoogleFailure(brokenWire(SERVICE, changes));
      }
    };
    let response = await send();
    if (response.status === 401) {
      // Ended before its time, which a clock that was set back looks like too. Nothing was done, so once more is safe.
      const renewed = await account.secret('accessToken', token);
      if (!renewed.ok) throw new GoogleFailure(renewed.failure);
      if (renewed.value !== token) {
        token = renewed.value;
        response = await send();
      }
    }
    if (!response.ok) throw await failureOf(response, changes);
    return wholeOf(response, String(target).includes('alt=media'), changes);
  };
}

/** The answer once all of it is there. Google answers in JSON wherever this asks for anything but a file. */
async function wholeOf(response: Response, isFile: boolean, changes: boolean): Promise<Response> {
  const { status, headers } = response;
  if (Number(headers.get('content-length') ?? 0) > MOST_BYTES) {
    throw new GoogleFailure({ kind: 'unreadable', because: t`What Google answered is too large` });
  }
  try {
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > 0 && !isFile) JSON.parse(new TextDecoder().decode(bytes));
    return new Response(status === 204 ? null : bytes, { status, headers });
  } catch {
    throw new GoogleFailure(brokenWire(SERVICE, changes));
  }
}

/** The library wraps what it was answered with; a bug is not told as Google's failure. */
export function failureIn(error: unknown): GoogleFailure {
  if (error instanceof GoogleFailure) return error;
  if (error instanceof Error && error.cause instanceof GoogleFailure) return error.cause;
  throw error;
}
