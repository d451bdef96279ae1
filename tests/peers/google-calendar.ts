import { type Answer, problem } from '#tests/peers/google-problems.ts';

/**
 * Our own addition to `emulate`, which knows of Google's Calendar only list, insert and delete, and keeps neither ids nor
 * repetitions: events as Google's reference describes them (v3), as far as the app uses them. Ids of the caller's choice,
 * ETags, sync tokens, events that repeat with single ones that differ, deleted events that can be put back.
 */
type Fields = Record<string, unknown>;
export type StoredEvent = Fields & { readonly id: string; readonly status: string; readonly etag: string };

export type CalendarStore = {
  answer(request: {
    readonly method: string;
    /** What follows `/events`: empty, or the id of one. */
    readonly id: string;
    readonly query: URLSearchParams;
    readonly body: Fields;
    readonly ifMatch: string | undefined;
  }): Answer;
  /** Events as they mean something: without what the service counts up by itself. */
  meaning(): Record<string, unknown>;
  /** From now on a token of before is too old. */
  forgetTokens(): void;
};

const own = new Set(['etag', 'updated', 'created', 'sequence', 'kind', 'htmlLink', 'iCalUID', 'creator', 'organizer']);

export function createCalendarStore(owner: string): CalendarStore {
  const events = new Map<string, Fields & { version: number }>();
  let version = 0;
  let oldest = 0;

  const show = (event: Fields): StoredEvent => {
    const { version: at, ...fields } = event;
    return { ...fields, etag: `"${String(at)}"` } as StoredEvent;
  };
  const find = (id: string) => events.get(id);
  function keep(id: string, fields: Fields): StoredEvent {
    version += 1;
    const kept = { ...fields, id, version };
    events.set(id, kept);
    return show(kept);
  }

  /** One of a series that is told by itself only once it was changed: its id holds when it would have been. */
  function instanceOf(id: string): Fields | null {
    const [, seriesId = '', stamp = ''] = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(id) ?? [];
    const series = find(seriesId);
    if (!series?.recurrence || series.status === 'cancelled') return null;
    const start = series.start as { date?: string; dateTime?: string; timeZone?: string };
    const isDate = start.date !== undefined;
    if (isDate !== (stamp.length === 8)) return null;
    const end = series.end as typeof start;
    const iso = `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`;
    const { recurrence: _recurrence, extendedProperties: _own, version: _version, ...fields } = series;
    if (isDate) {
      const days = Date.parse(end.date ?? '') - Date.parse(start.date ?? '');
      const last = new Date(Date.parse(iso) + days).toISOString().slice(0, 10);
      const [from, to] = [{ date: iso }, { date: last }];
      return { ...fields, id, recurringEventId: seriesId, originalStartTime: from, start: from, end: to };
    }
    const begins = `${iso}T${stamp.slice(9, 11)}:${stamp.slice(11, 13)}:${stamp.slice(13, 15)}Z`;
    const length = Date.parse(end.dateTime ?? '') - Date.parse(start.dateTime ?? '');
    const ends = new Date(Date.parse(begins) + length).toISOString().replace('.000', '');
    const { timeZone } = start;
    return {
      ...fields,
      id,
      recurringEventId: seriesId,
      originalStartTime: { dateTime: begins, timeZone },
      start: { dateTime: begins, timeZone },
      end: { dateTime: ends, timeZone },
    };
  }

  /** A single one whose series is deleted is out of sight with it. */
  const isSeen = (event: Fields): boolean =>
    event.recurringEventId === undefined || find(String(event.recurringEventId))?.status !== 'cancelled';

  function list(query: URLSearchParams): Answer {
    const since = query.get('syncToken');
    if (since !== null && Number(since) < oldest) return problem(410, 'fullSyncRequired');
    const found = [...events.values()]
      .filter((event) => (since === null ? isSeen(event) : event.version > Number(since)))
      .filter((event) => since !== null || event.status !== 'cancelled' || event.recurringEventId !== undefined)
      .map((event) =>
        isSeen(event) ? show(event) : show({ id: event.id, status: 'cancelled', version: event.version }),
      );
    const size = Number(query.get('maxResults') ?? 250);
    const from = Number(query.get('pageToken') ?? 0);
    const isLast = from + size >= found.length;
    const next = isLast ? { nextSyncToken: String(version) } : { nextPageToken: String(from + size) };
    return { status: 200, body: { summary: owner, items: found.slice(from, from + size), ...next } };
  }

  function insert(body: Fields): Answer {
    const id = String(body.id ?? `made${version}`);
    if (!/^[a-v0-9]{5,1024}$/.test(id)) return problem(400, 'invalid', 'Invalid resource id value.');
    if (find(id)) return problem(409, 'duplicate', 'The requested identifier already exists.');
    if (!isTime(body.start) || !isTime(body.end)) return problem(400, 'required', 'Missing end time.');
    return { status: 200, body: keep(id, { status: 'confirmed', ...body }) };
  }

  function patch(id: string, body: Fields, ifMatch: string | undefined): Answer {
    const stored = find(id) ?? instanceOf(id);
    if (!stored) return problem(404, 'notFound');
    if (ifMatch !== undefined && ifMatch !== show(stored).etag) return problem(412, 'conditionNotMet');
    const merged = merge(stored, body);
    if (!isTime(merged.start) || !isTime(merged.end)) return problem(400, 'invalid', 'Invalid start time.');
    return { status: 200, body: keep(id, merged) };
  }

  function remove(id: string, ifMatch: string | undefined): Answer {
    const stored = find(id) ?? instanceOf(id);
    if (!stored) return problem(404, 'notFound');
    if (stored.status === 'cancelled') return problem(410, 'deleted', 'Resource has been deleted');
    if (ifMatch !== undefined && ifMatch !== show(stored).etag) return problem(412, 'conditionNotMet');
    keep(id, { ...stored, status: 'cancelled' });
    // Its single ones go with it, which whoever keeps in step has to be told.
    for (const [key, event] of events) if (event.recurringEventId === id) keep(key, event);
    return { status: 204, body: null };
  }

  return {
    answer({ method, id, query, body, ifMatch }) {
      if (id === '') return method === 'POST' ? insert(body) : list(query);
      if (method === 'PATCH') return patch(id, body, ifMatch);
      if (method === 'DELETE') return remove(id, ifMatch);
      const found = find(id) ?? instanceOf(id);
      return found ? { status: 200, body: show(found) } : problem(404, 'notFound');
    },
    meaning() {
      const seen = [...events.values()].filter((event) => isSeen(event) && meansSomething(event, instanceOf));
      return Object.fromEntries(seen.map((event) => [String(event.id), meant(event)]).sort());
    },
    forgetTokens() {
      version += 1;
      oldest = version;
    },
  };
}

/** A single one that says nothing else than its series means nothing of its own. */
function meansSomething(event: Fields, instanceOf: (id: string) => Fields | null): boolean {
  if (event.recurringEventId === undefined) return event.status !== 'cancelled';
  const plain = instanceOf(String(event.id));
  return plain === null || JSON.stringify(meant(event)) !== JSON.stringify(meant(plain));
}

function meant(event: Fields): Fields {
  const entries = Object.entries(event)
    .filter(
      ([name, value]) => name !== 'version' && !own.has(name) && value !== null && value !== '' && !isEmpty(value),
    )
    // What an event is when nothing is said of it.
    .filter(([name, value]) => !(name === 'transparency' && value === 'opaque'))
    .map(([name, value]) => [name, isTime(value) ? momentOf(value) : value] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

type Time = { readonly date?: string; readonly dateTime?: string; readonly timeZone?: string };
const isTime = (value: unknown): value is Time =>
  typeof value === 'object' &&
  value !== null &&
  ('date' in value || 'dateTime' in value) &&
  (Boolean((value as Time).date) || Boolean((value as Time).dateTime));
const momentOf = ({ date, dateTime = '', timeZone }: Time): string =>
  date ?? `${new Date(dateTime).toISOString()} ${timeZone ?? ''}`;
const isEmpty = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => each === null || each === '' || isEmpty(each)));

/** As a PATCH of Google's does: what is not named stays, null takes away, an object is gone into, a list replaced. */
function merge(before: Fields, change: Fields): Fields {
  const merged: Fields = { ...before };
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete merged[name];
    else if (typeof value === 'object' && !Array.isArray(value))
      merged[name] = merge((merged[name] ?? {}) as Fields, value as Fields);
    else merged[name] = value;
  }
  return merged;
}
