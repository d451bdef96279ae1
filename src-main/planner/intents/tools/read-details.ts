import type { Json } from '#contract/model/json.ts';
import type { ToolField } from '#contract/model/tool-server.ts';

/** Without what encloses or ends it; a minus in front stays. */
export function unquoted(text: string): string {
  const inside = text.trim().replace(/[\s,;]+$/, '');
  return (
    /^(?:“([^”]*)”|"([^"]*)"|«([^»]*)»)$/
      .exec(inside)
      ?.slice(1)
      .find((each) => each !== undefined) ?? inside
  );
}

/** What a sentence says of a tool’s arguments: each in the person’s words, and what belongs to none of them. */
export type Details = { readonly said: ReadonlyMap<string, string>; readonly rest: string };

const OPENS = /^(?:\s*(?:with|using|and|to|for|about|on|:|,|-|–)\s*)+/i;
const QUOTED = /“[^”]*”|"[^"]*"|«[^»]*»/g;

/** Reads “with message hello, and tone friendly”: names of arguments at the beginning and after a comma or “and”. */
export function readDetails(text: string, fields: readonly ToolField[]): Details {
  const rest = text.replace(OPENS, '').trim();
  // What stands in quotes is never read as a name; it keeps its length, so that places stay.
  const seen = rest.replaceAll(QUOTED, (quoted) => '\u0000'.repeat(quoted.length));
  const places = fields
    .flatMap((field) => [...seen.matchAll(nameOf(field))].map((match) => placeOf(field, match)))
    .filter(({ from }, _, all) => from === 0 || all.some((each) => each.from === 0))
    .sort((one, other) => one.from - other.from);
  if (places[0]?.from !== 0) return { said: new Map(), rest: unquoted(rest) };
  const said = new Map<string, string>();
  places.forEach(({ name, value }, at) => {
    if (!said.has(name)) said.set(name, unquoted(rest.slice(value, places[at + 1]?.from)));
  });
  return { said, rest: '' };
}

const placeOf = ({ name }: ToolField, { index, 0: whole }: RegExpExecArray) => ({
  name,
  from: index,
  value: index + whole.length,
});

/** At the beginning, or after a comma, a semicolon or “and”; as it is written or with spaces. */
function nameOf({ name }: ToolField): RegExp {
  const spaced = name.replaceAll(/(?<=[a-z])(?=[A-Z])|[-_.]+/g, ' ');
  const names = [...new Set([name, spaced])].map((each) => each.replaceAll(/[.\\]/g, '\\$&').replaceAll(' ', '\\s+'));
  return new RegExp(
    `(?:^|\\s*[,;]\\s*(?:and\\s+)?|\\s+and\\s+)(?:${names.join('|')})(?:\\s*[:=]\\s*|\\s+(?:is\\s+)?)`,
    'gi',
  );
}

const YES = /^(?:yes|true|on|y)$/i;
const NO = /^(?:no|false|off|n)$/i;

/** The value that the words come to; undefined where they come to none. */
export function valueFrom({ kind, choices }: ToolField, words: string): Json | undefined {
  switch (kind) {
    case 'text': {
      if (choices.length === 0) return words === '' ? undefined : words;
      return choices.find((choice) => choice.toLowerCase() === words.toLowerCase());
    }
    case 'number': {
      const number = Number(words.replaceAll(/(?<=\d),(?=\d{3}\b)/g, ''));
      return words !== '' && Number.isFinite(number) ? number : undefined;
    }
    case 'yes-no':
      return YES.test(words) ? true : NO.test(words) ? false : undefined;
    case 'words': {
      const items = words.split(/\s*,\s*(?:and\s+)?|\s+and\s+/).map(unquoted);
      return items.every((item) => item !== '') ? items : undefined;
    }
    case 'list':
    case 'other':
      return undefined;
  }
}
