/** A stretch of a text that was read as a time or an amount. */
export type Place = { readonly start: number; readonly end: number };

/** The text with blanks where a time or an amount stands. */
export const blanked = (text: string, places: readonly Place[]): string =>
  places.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
