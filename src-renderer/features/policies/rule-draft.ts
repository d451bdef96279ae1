import {
  type BlankKind,
  type Blanks,
  type BlankValue,
  blankSchemas,
  type RuleTemplate,
} from '#contract/model/own-rule.ts';
import { toMinor } from '#renderer/words/time.ts';

/** What stands in the fields of a sentence, by the blank's name; the currency of money under `<name>.currency`. */
export type TypedBlanks = Readonly<Record<string, string>>;

export const currencyOf = (name: string): string => `${name}.currency`;

/** What stands there before anything was typed. */
export function startOf({ blanks }: Pick<RuleTemplate, 'blanks'>): TypedBlanks {
  const typed: Record<string, string> = {};
  for (const [name, kind] of Object.entries(blanks)) {
    typed[name] = kind === 'count' ? '10' : kind === 'time' ? (name === 'from' ? '22:00' : '07:00') : '';
    if (kind === 'money') typed[currencyOf(name)] = 'EUR';
  }
  return typed;
}

/** As one comes to them in the sentence. */
export const blanksInOrder = ({
  blanks,
  says,
}: Pick<RuleTemplate, 'blanks' | 'says'>): readonly [string, BlankKind][] =>
  Object.entries(blanks).sort(([one], [other]) => says.indexOf(`{${one}}`) - says.indexOf(`{${other}}`));

export type ReadBlanks = {
  /** Whatever can be what was typed, as a rule takes it. */
  readonly blanks: Blanks;
  /** The names of the blanks that can't be what was typed. */
  readonly wrong: ReadonlySet<string>;
};

/** What was typed, each blank held to what its kind takes. */
export function readBlanks(template: Pick<RuleTemplate, 'blanks'>, typed: TypedBlanks): ReadBlanks {
  const blanks: Record<string, BlankValue> = {};
  const wrong = new Set<string>();
  for (const [name, kind] of Object.entries(template.blanks)) {
    const read = blankSchemas[kind].safeParse(typedValue(kind, name, typed));
    if (read.success) blanks[name] = read.data;
    else wrong.add(name);
  }
  return { blanks, wrong };
}

function typedValue(kind: BlankKind, name: string, typed: TypedBlanks): unknown {
  const text = (typed[name] ?? '').trim();
  switch (kind) {
    case 'count':
      return text === '' ? null : Number(text);
    case 'money': {
      const currency = typed[currencyOf(name)] ?? '';
      return text === '' ? null : { minor: toMinor(Number(text), currency), currency };
    }
    case 'people':
      return [
        ...new Set(
          text
            .split(/[\n,;]+/)
            .map((each) => each.trim())
            .filter((each) => each !== ''),
        ),
      ];
    case 'mail-domain':
      return text.replace(/^@/, '');
    case 'time':
    case 'tool':
    case 'part-of-life':
      return text;
  }
}
