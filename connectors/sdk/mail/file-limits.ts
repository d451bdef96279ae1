export const MOST_FILE_BYTES = 25 * 1024 * 1024;
export const MOST_BYTES = 50 * 1024 * 1024;
export const MOST_FILES = 50;

/** Somebody else chose the name: no path, nothing that can’t be seen, never empty. */
export function attachedName(given: string, index: number): string {
  const bare = given.split(/[/\\]/).at(-1) ?? '';
  const seen = bare
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, 150);
  return seen === '' ? `File ${index + 1}` : seen;
}
