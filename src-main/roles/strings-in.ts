/** The values of one field in JSON that may not be whole yet; the last may stop in the middle of a word. */
export function stringsIn(json: string, field: string): string[] {
  const found = json.matchAll(new RegExp(`"${field}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)`, 'gs'));
  return [...found].flatMap(([, inside = '']) => {
    const text = readString(inside);
    return text === '' ? [] : [text];
  });
}

function readString(inside: string): string {
  try {
    // An escape of four digits that has only begun is left out until the rest of it is there.
    return String(JSON.parse(`"${inside.replace(/\\u[0-9a-f]{0,3}$/i, '')}"`));
  } catch {
    return '';
  }
}
