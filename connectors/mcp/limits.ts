/** How long it may take to start and to say who it is. `npx` may have to fetch it first. */
export const START_MS = 25_000;
/** How long one request may take. */
export const REQUEST_MS = 30_000;
/** The longest message that is taken, in bytes: what is longer ends it. */
export const LONGEST_MESSAGE = 8_000_000;
/** So many messages that nobody asked for, between one request and its answer, end it. */
export const MOST_NOISE = 2_000;
export const MOST_TOOLS = 300;
export const MOST_PAGES = 30;
/** Not used for so long, it is ended; the next use starts it again. */
export const IDLE_MS = 5 * 60_000;
/** So much of an answer is kept, in characters. */
export const LONGEST_ANSWER = 50_000;
/** The largest picture or recording that is kept, in bytes. */
export const LARGEST_FILE = 5_000_000;
