import { type Line, splitLines } from '#connectors/lists/text-lines.ts';
import { readHeading } from '#connectors/sdk/markdown-heading.ts';

/** An item as it stands in the file. */
export type Item = {
  readonly text: string;
  readonly done: boolean;
  /** Its own line, and the first line after it that does not belong to it: what is indented under it does. */
  readonly from: number;
  readonly to: number;
  /** The line up to its words, in parts: `  `, `-`, ` `. */
  readonly indent: string;
  readonly marker: string;
  readonly space: string;
  /** A bullet without a box, which counts as open. */
  readonly hasBox: boolean;
};

export type ParsedList = {
  readonly lines: readonly Line[];
  readonly title: string | null;
  readonly items: readonly Item[];
};

const task = /^(\ufeff?[ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)\[([ xX])\][ \t]+(\S.*?)[ \t]*$/;
const bullet = /^(\ufeff? ?)([-*+])([ \t]+)(?!\[[ xX]?\](?:[ \t]|$))(\S.*?)[ \t]*$/;
const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const fence = /^[ \t]*(`{3,}|~{3,})/;

/**
 * Reads a Markdown file as a list: every task (`- [ ] milk`) and every bullet at the left edge is an
 * item. Front matter, code and comments are not looked into.
 */
export function parseList(text: string): ParsedList {
  const lines = splitLines(text);
  const items: Item[] = [];
  let title: string | null = null;
  for (const index of readableLines(lines)) {
    const line = lines[index]?.text ?? '';
    const item = readItem(line);
    if (item !== null) items.push({ ...item, from: index, to: endOfItem(lines, index) });
    else if (items.length === 0) title ??= readHeading(line);
  }
  return { lines, title, items };
}

export const indentWidth = (line: string): number =>
  (/^\ufeff?([ \t]*)/.exec(line)?.[1] ?? '').replaceAll('\t', '    ').length;

function readItem(line: string): Omit<Item, 'from' | 'to'> | null {
  if (rule.test(line)) return null;
  const [, indent, marker, space, box, text] = task.exec(line) ?? [];
  if (indent !== undefined && marker && space && box && text) {
    return { text, done: box !== ' ', indent, marker, space, hasBox: true };
  }
  const [, edge, point, gap, words] = bullet.exec(line) ?? [];
  if (edge === undefined || !point || !gap || !words) return null;
  return { text: words, done: false, indent: edge, marker: point, space: gap, hasBox: false };
}

function endOfItem(lines: readonly Line[], from: number): number {
  const own = indentWidth(lines[from]?.text ?? '');
  let end = from + 1;
  for (let index = end; index < lines.length; index += 1) {
    const line = lines[index]?.text ?? '';
    if (line.trim() === '') continue;
    if (indentWidth(line) <= own) break;
    end = index + 1;
  }
  return end;
}

function* readableLines(lines: readonly Line[]): Generator<number> {
  let inside: ((line: string) => boolean) | null = null;
  for (const [index, { text: line }] of lines.entries()) {
    if (inside !== null) {
      if (inside(line)) inside = null;
      continue;
    }
    inside = hiddenUntil(line, index, lines);
    if (inside === null) yield index;
  }
}

/** What ends the hidden part that this line begins; null when it begins none. */
function hiddenUntil(line: string, index: number, lines: readonly Line[]): ((line: string) => boolean) | null {
  const isEnd = ({ text }: Line) => /^(---|\.\.\.)[ \t]*$/.test(text);
  if (index === 0 && /^\ufeff?---[ \t]*$/.test(line) && lines.slice(1).some(isEnd))
    return (text) => isEnd({ text, lineBreak: '' });
  const opening = fence.exec(line)?.[1];
  if (opening !== undefined) {
    return (text) => {
      const closing = fence.exec(text)?.[1] ?? '';
      return closing.startsWith(opening) && text.trim() === closing;
    };
  }
  if (/^ {0,3}<!--/.test(line) && !line.includes('-->')) return (text) => text.includes('-->');
  return null;
}
