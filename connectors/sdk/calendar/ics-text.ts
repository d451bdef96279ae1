/** A top-level component of an iCalendar file, with its exact text including the last line break. */
export type Block = { readonly name: string; readonly text: string; readonly start: number; readonly end: number };

/** An iCalendar file as text with marked places, so that what is not changed keeps its exact bytes. */
export type IcsText = {
  readonly source: string;
  readonly blocks: readonly Block[];
  /** Where a new component goes: before the last line `END:VCALENDAR`. */
  readonly insertAt: number;
};

export type Split = { readonly ok: true; readonly value: IcsText } | { readonly ok: false; readonly line: number };

type OpenComponent = { readonly name: string; readonly start: number };

/** Finds the components of one or more VCALENDAR objects; on what is none, the line where it goes wrong. */
export function splitIcs(source: string): Split {
  const blocks: Block[] = [];
  const open: OpenComponent[] = [];
  let insertAt: number | null = null;
  let line = 0;
  for (const { text, start, end } of linesOf(source)) {
    line += 1;
    const [, edge, name] = /^(BEGIN|END):([A-Za-z0-9-]+)[ \t]*$/i.exec(text) ?? [];
    if (edge === undefined || name === undefined) {
      if (open.length === 0 && text.trim() !== '') return { ok: false, line };
      continue;
    }
    const component = name.toUpperCase();
    if (edge.toUpperCase() === 'BEGIN') {
      if ((open.length === 0) !== (component === 'VCALENDAR')) return { ok: false, line };
      open.push({ name: component, start });
      continue;
    }
    const closed = open.pop();
    if (closed?.name !== component) return { ok: false, line };
    if (open.length === 0) insertAt = start;
    if (open.length === 1)
      blocks.push({ name: component, text: source.slice(closed.start, end), start: closed.start, end });
  }
  if (open.length > 0 || insertAt === null) return { ok: false, line };
  return { ok: true, value: { source, blocks, insertAt } };
}

function* linesOf(source: string): Generator<{ text: string; start: number; end: number }> {
  const edge = /\r\n|\n|\r/g;
  let start = source.startsWith('\ufeff') ? 1 : 0;
  while (start < source.length) {
    edge.lastIndex = start;
    const found = edge.exec(source);
    const end = found === null ? source.length : edge.lastIndex;
    yield { text: source.slice(start, found?.index ?? end), start, end };
    start = end;
  }
}

/** A stretch of the text that is replaced; an empty one is a place where something is put in. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string };

/** The text with some stretches replaced; they don't overlap, and what is put in at one place keeps its order. */
export function spliceText(source: string, splices: readonly Splice[]): string {
  let here = 0;
  let made = '';
  for (const { start, end, text } of splices.toSorted((a, b) => a.start - b.start)) {
    made += source.slice(here, start) + text;
    here = end;
  }
  return made + source.slice(here);
}

/** How the lines of this file end, so that new ones end like the others. */
export const lineEndOf = (source: string): '\r\n' | '\n' => (source === '' || source.includes('\r\n') ? '\r\n' : '\n');

/** The value of a property of the component itself, not of one inside it; null when it has none. */
export function readTextProperty(block: Block, property: string): string | null {
  const pattern = new RegExp(`^${property}(?:;[^:]*)?:(.*)$`, 'i');
  let depth = 0;
  for (const text of block.text.replaceAll(/(\r\n|\n|\r)[ \t]/g, '').split(/\r\n|\n|\r/)) {
    if (/^BEGIN:/i.test(text)) depth += 1;
    else if (/^END:/i.test(text)) depth -= 1;
    else if (depth === 1) {
      const value = pattern.exec(text)?.[1];
      if (value !== undefined) return value.replaceAll(/\\([\\;,])/g, '$1');
    }
  }
  return null;
}
