export const LINK_SCHEME = 'lifeos';

const screens = new Set(['approvals', 'automations', 'timeline', 'insights', 'integrations', 'policies', 'memory']);
const things = new Set(['approvals', 'runs']);
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const LONGEST = 200;

/**
 * The place in the window that a `lifeos://open/…` link leads to; null when it is not exactly such a link. Anybody can
 * write one, so it only ever shows something: no part of it is a sentence, an answer or a setting.
 */
export function placeOfLink(link: string): string | null {
  if (link.length > LONGEST) return null;
  const url = URL.parse(link);
  if (url === null || url.protocol !== `${LINK_SCHEME}:` || url.host !== 'open') return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const [, first = '', id, ...rest] = url.pathname.split('/');
  if (rest.length > 0) return null;
  if (id === undefined || id === '') return first === '' || screens.has(first) ? first : null;
  return things.has(first) && ID.test(id) ? `${first}/${id}` : null;
}

/** The place that a command line names, as Windows and Linux hand a link over. */
export function placeInArguments(args: readonly string[]): string | null {
  const link = args.find((arg) => arg.toLowerCase().startsWith(`${LINK_SCHEME}:`));
  return link === undefined ? null : placeOfLink(link);
}

/** Whether what a page of ours names as a thing could be one. */
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
