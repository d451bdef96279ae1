import {
  type BlankKind,
  type Blanks,
  type BlankValue,
  blankSchemas,
  type RuleTemplate,
} from '#contract/model/own-rule.ts';

/** A template as its file has it. `cedar` is its rule without name and sentence. */
export type WrittenTemplate = RuleTemplate & { readonly cedar: string };

export type Filled =
  | { readonly ok: true; readonly says: string; readonly cedar: string }
  /** The name of the first blank that can't be what it was given. */
  | { readonly ok: false; readonly blank: string };

/** How a blank reads in the person's sentence. */
export type SayBlank = (kind: BlankKind, value: BlankValue) => string;

/**
 * Fills the blanks of a template, each checked by its kind and written as the value that Cedar knows, so that nothing
 * that was typed can become a part of the rule itself.
 */
export function fillTemplate(
  template: WrittenTemplate,
  blanks: Blanks,
  of: { readonly id: string; readonly automationId: string | null; readonly say: SayBlank },
): Filled {
  const literals = new Map<string, string>();
  const words = new Map<string, string>();
  const stray = Object.keys(blanks).find((name) => !(name in template.blanks));
  if (stray !== undefined) return { ok: false, blank: stray };
  for (const [name, kind] of Object.entries(template.blanks)) {
    const value = blankSchemas[kind].safeParse(blanks[name]);
    if (!value.success) return { ok: false, blank: name };
    words.set(name, of.say(kind, value.data));
    for (const [part, literal] of literalsOf(kind, value.data)) literals.set(`${name}${part}`, literal);
  }
  const says = put(template.says, (name) => words.get(name));
  const body = put(template.cedar, (name) => literals.get(name));
  const cedar = `@id(${quote(of.id)})\n@says(${quote(says)})\n${body}\n`;
  return { ok: true, says, cedar: of.automationId === null ? cedar : onlyFor(cedar, of.automationId) };
}

/** A rule may have several conditions; all of them have to hold. */
const onlyFor = (cedar: string, automationId: string): string =>
  cedar.replace(/;\s*$/, () => `\nwhen { context has automation && context.automation == ${quote(automationId)} };\n`);

const put = (text: string, valueFor: (name: string) => string | undefined): string =>
  text.replace(/\{([a-z]+(\.[a-z]+)?)\}/g, (whole, name: string) => valueFor(name) ?? whole);

function literalsOf(kind: BlankKind, value: BlankValue): [string, string][] {
  if (kind === 'time' && typeof value === 'string') {
    const [hours = 0, minutes = 0] = value.split(':').map(Number);
    return [['', String(hours * 60 + minutes)]];
  }
  if (kind === 'tool' && typeof value === 'string') return [['', `Tool::${quote(value)}`]];
  if (typeof value === 'string') return [['', quote(value)]];
  if (typeof value === 'number') return [['', String(value)]];
  if (Array.isArray(value)) return [['', value.map(quote).join(', ')]];
  return [
    ['.minor', String(value.minor)],
    ['.currency', quote(value.currency)],
  ];
}

/** A string as Cedar writes it: every character that could mean something is written by its number. */
const quote = (text: string): string =>
  `"${[...text].map((each) => (/[\p{L}\p{N} @._+\-,:;!?'’“”€£$()]/u.test(each) ? each : `\\u{${each.codePointAt(0)?.toString(16)}}`)).join('')}"`;
