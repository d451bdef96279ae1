/** One property of a component with its exact text, line breaks and folds included. */
export type ContentLine = {
  /** In capitals; empty for a line that is no property. */
  readonly name: string;
  /** As they stand there, with the semicolon before them: `;TZID=Europe/Lisbon`. */
  readonly params: string;
  readonly value: string;
  readonly text: string;
  /** 1 for the component's own properties, more for those of a component inside it. */
  readonly depth: number;
  /** Whether it is new: it is written with the line ends of its file. */
  readonly isNew: boolean;
};

const MOST_OCTETS = 75;

/** Reads the text of one component, from its BEGIN to its END. Nothing of it is lost. */
export function readLines(component: string): ContentLine[] {
  const logicalLine = /[^\r\n]*(?:\r\n|\n|\r|$)(?:[ \t][^\r\n]*(?:\r\n|\n|\r|$))*/y;
  const lines: ContentLine[] = [];
  let depth = 0;
  while (logicalLine.lastIndex < component.length) {
    const text = logicalLine.exec(component)?.[0] ?? '';
    const head = splitContent(text.replaceAll(/(\r\n|\n|\r)[ \t]/g, '').replace(/[\r\n]+$/, ''));
    if (head.name === 'BEGIN') depth += 1;
    lines.push({ ...head, text, depth, isNew: false });
    if (head.name === 'END') depth -= 1;
  }
  return lines;
}

/** Name, parameters and value of an unfolded line; a colon inside quotes belongs to a parameter. */
function splitContent(content: string): Pick<ContentLine, 'name' | 'params' | 'value'> {
  const [head, name = '', params = ''] = /^([^:;"]+)((?:;(?:"[^"]*"|[^":])*)?):/.exec(content) ?? [];
  if (head === undefined) return { name: '', params: '', value: content };
  return { name: name.trim().toUpperCase(), params, value: content.slice(head.length) };
}

/** The text again. */
export const joinLines = (lines: readonly ContentLine[], lineEnd: string): string =>
  lines.map(({ text, isNew }) => (isNew ? text.replaceAll('\r\n', lineEnd) : text)).join('');

/** The component's own properties of a name. */
export const ownLines = (lines: readonly ContentLine[], name: string): ContentLine[] =>
  lines.filter((line) => line.depth === 1 && line.name === name);

/** Sets a property of the component itself: in its place when it has one, else at the end; null takes it away. */
export function setLine(lines: readonly ContentLine[], name: string, content: string | null): ContentLine[] {
  const [first] = ownLines(lines, name);
  if (first === undefined) return content === null ? [...lines] : addLine(lines, content);
  return mapLines(lines, name, (line) => (line === first ? content : null));
}

/** Adds a property after the component's own, before any component inside it. */
export function addLine(lines: readonly ContentLine[], content: string): ContentLine[] {
  const end = lines.findIndex(({ name, depth }) => depth > 1 || name === 'END');
  return lines.toSpliced(end, 0, newLine(content));
}

/** Rewrites each of the component's own properties of a name; null takes it away. */
export function mapLines(
  lines: readonly ContentLine[],
  name: string,
  rewrite: (line: ContentLine) => string | null,
): ContentLine[] {
  return lines.flatMap((line) => {
    if (line.depth !== 1 || line.name !== name) return [line];
    const content = rewrite(line);
    return content === null ? [] : [newLine(content)];
  });
}

/** A property that is new, from its content without folds. */
export const newLine = (content: string): ContentLine => ({
  ...splitContent(content),
  text: `${foldLine(content)}\r\n`,
  depth: 1,
  isNew: true,
});

/** Breaks a line so that none is longer than 75 octets, never inside a character. */
export function foldLine(content: string): string {
  let folded = '';
  let octets = 0;
  for (const character of content) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Text as a property's value. */
export const escapeText = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');

/** A parameter's value, in quotes where it needs them. */
export const quoteParam = (value: string): string => (/[:;,]/.test(value) ? `"${value}"` : value);
