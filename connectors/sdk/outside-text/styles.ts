/** What a page says of an element's look: property and value, in lower case. */
export type Style = ReadonlyMap<string, string>;

const MOST_RULES = 2_000;

export function readDeclarations(text: string): Style {
  const style = new Map<string, string>();
  for (const declaration of text.slice(0, 4_000).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important/i, '');
    style.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().slice(0, 200).toLowerCase());
  }
  return style;
}

/** The rules of a style sheet that hold always, by the last simple part of their selectors: `p`, `.note`, `#end`. */
export function readStyleSheet(sheet: string): Map<string, Style> {
  const rules = new Map<string, Style>();
  const text = sheet.slice(0, 200_000).replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
  let at = 0;
  while (at < text.length && rules.size < MOST_RULES) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const close = endOfBlock(text, open);
    const selectors = text.slice(at, open).trim();
    // What holds on paper or on a small screen alone says nothing about what is seen.
    if (!selectors.startsWith('@')) noteRule(rules, selectors, readDeclarations(text.slice(open + 1, close)));
    at = close + 1;
  }
  return rules;
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

function noteRule(rules: Map<string, Style>, selectors: string, style: Style): void {
  for (const selector of selectors.split(',')) {
    const last =
      selector
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? '';
    if (/[:[]/.test(last)) continue;
    const key = /[.#][\w-]+$/.exec(last)?.[0] ?? last.toLowerCase();
    if (key !== '') rules.set(key, new Map([...(rules.get(key) ?? []), ...style]));
  }
}
