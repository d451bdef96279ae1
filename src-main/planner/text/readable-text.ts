const NOT_READABLE = /[[\p{Cc}\u2028\u2029]--[\n]]|[\u202d\u202e]/gv;

/** The text without what can't be seen, such as control characters; line breaks stay. As long as before, or shorter. */
export function readableText(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replaceAll(NOT_READABLE, ' ');
}
