import { maySendOn } from '#connectors/followed/link.ts';
import { parseCalendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { readTextProperty } from '#connectors/sdk/calendar/ics-text.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

const PROVIDER = 'followed';
const MOST_BYTES = 10_000_000;
const MOST_REDIRECTS = 5;
const WAIT_SECONDS = 60;

/** What was known of a calendar when it was last asked for, so that an unchanged one is not sent again. */
export type Known = { readonly etag: string | null; readonly lastModified: string | null };
/** `text` null: it is as it was known. */
export type Fetched = Known & { readonly text: string | null };
type Reach = { readonly fetch: typeof globalThis.fetch; readonly signal: AbortSignal };

/** Asks for the calendar behind a link; nothing but what the person typed and where that sends on is asked. */
export async function fetchCalendar(link: URL, known: Known | null, reach: Reach): Promise<Result<Fetched>> {
  let at = link;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const headers = new Headers({ accept: 'text/calendar, */*;q=0.5' });
    if (known?.etag) headers.set('if-none-match', known.etag);
    if (known?.lastModified) headers.set('if-modified-since', known.lastModified);
    let response: Response;
    try {
      response = await reach.fetch(at.href, { headers, redirect: 'manual', credentials: 'omit', signal: reach.signal });
    } catch {
      return fail(unreachable(link));
    }
    const location = response.headers.get('location');
    if (response.status >= 301 && response.status <= 308 && response.status !== 304 && location !== null) {
      await response.body?.cancel().catch(() => {});
      const next = URL.canParse(location, at.href) ? new URL(location, at.href) : null;
      if (next === null || !maySendOn(at, next))
        return fail(unusable(t`What the link to ${link.host} leads to sends on to where I don’t follow.`));
      at = next;
      continue;
    }
    return readAnswer(link, response, known);
  }
  return fail(unusable(t`What the link to ${link.host} leads to sends on again and again.`));
}

async function readAnswer(link: URL, response: Response, known: Known | null): Promise<Result<Fetched>> {
  if (response.status === 304 && known) return succeed({ ...known, text: null });
  if (!response.ok) {
    await response.body?.cancel().catch(() => {});
    return fail(failureOf(link, response));
  }
  const bytes = await readAtMost(response).catch(() => null);
  if (bytes === null) return fail(unreachable(link));
  if (bytes === 'too large') {
    return fail(unusable(t`What the link to ${link.host} leads to is larger than ${MOST_BYTES / 1e6} MB.`));
  }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (!/^BEGIN:VCALENDAR/i.test(text.trimStart()) || !parseCalendar(text, 'calendar').ok) {
    return fail(unusable(t`What the link to ${link.host} leads to is no calendar.`));
  }
  const { headers } = response;
  return succeed({ text, etag: headers.get('etag'), lastModified: headers.get('last-modified') });
}

/** Stops as soon as it is too much, whatever the server said of its size. */
async function readAtMost(response: Response): Promise<Buffer | 'too large'> {
  if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) {
    await response.body?.cancel();
    return 'too large';
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) return 'too large';
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The link itself may be all that keeps a calendar private, so that only its host is told. */
const unreachable = ({ host }: URL): Failure => ({ kind: 'unreachable', service: t`the calendar at ${host}` });

const unusable = (because: string): Failure => ({ kind: 'unreadable', because });

function failureOf(link: URL, { status, headers }: Response): Failure {
  if ([401, 403, 404, 410].includes(status)) return { kind: 'needs-reconnect', provider: PROVIDER };
  if (status === 429 || status === 503) {
    const said = Number(headers.get('retry-after') ?? WAIT_SECONDS);
    return {
      kind: 'rate-limited',
      retryAfterSeconds: Number.isFinite(said) && said >= 0 ? Math.ceil(said) : WAIT_SECONDS,
    };
  }
  return status >= 500
    ? unreachable(link)
    : unusable(t`What the link to ${link.host} leads to was not given out (${status}).`);
}

/** What the calendar calls itself; its host where it says nothing. */
export function nameOfCalendar(text: string, link: URL): string {
  const name = readTextProperty({ name: 'VCALENDAR', text, start: 0, end: text.length }, '(?:X-WR-CALNAME|NAME)');
  return (
    name
      ?.replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
      .trim()
      .slice(0, 100) || link.host
  );
}

export const countEvents = (text: string): number => text.match(/^BEGIN:VEVENT\s*$/gim)?.length ?? 0;
