/** A line and the line break that ends it; the last one of a file may have none. */
export type Line = { readonly text: string; readonly lineBreak: string };

export function splitLines(text: string): Line[] {
  return [...text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)]
    .map(([, line = '', lineBreak = '']) => ({ text: line, lineBreak }))
    .filter(({ text: line, lineBreak }) => line !== '' || lineBreak !== '');
}

export const joinLines = (lines: readonly Line[]): string =>
  lines.map(({ text, lineBreak }) => text + lineBreak).join('');

/** The lines with others put before the one at `at`. They end as the file’s lines do, its last one included. */
export function insertLines(lines: readonly Line[], at: number, texts: readonly string[]): Line[] {
  const lineBreak = lines.find((line) => line.lineBreak !== '')?.lineBreak ?? '\n';
  const before = lines.slice(0, at);
  const added = texts.map((text) => ({ text, lineBreak }));
  const last = before.at(-1);
  if (added.length > 0 && last !== undefined && last.lineBreak === '') {
    before[before.length - 1] = { ...last, lineBreak };
    added[added.length - 1] = { text: texts.at(-1) ?? '', lineBreak: '' };
  }
  return [...before, ...added, ...lines.slice(at)];
}

/** The lines without those from `from` up to, not including, `to`. A file without a last line break stays one. */
export function removeLines(lines: readonly Line[], from: number, to: number): Line[] {
  const before = lines.slice(0, from);
  const last = before.at(-1);
  const endsOpen = to >= lines.length && lines.at(-1)?.lineBreak === '';
  if (endsOpen && last !== undefined) before[before.length - 1] = { ...last, lineBreak: '' };
  return [...before, ...lines.slice(to)];
}
