import { parseSync } from '@swc/core';
import { keyOf } from '#contract/language/t.ts';

export type Found = { readonly text: string; readonly line: number };

export type Sentences = {
  /** What is said as t`…`, by what it is kept under in the other languages. */
  readonly said: readonly Found[];
  /** What is kept in English as inEnglish`…`; where a person reads it, it may be said in their language. */
  readonly english: readonly string[];
  /** What reads as a sentence and is none that another language could say. */
  readonly untold: readonly Found[];
};

type Node = { readonly type: string; readonly span: { readonly start: number }; readonly [part: string]: unknown };

/** What a tool reads, by the name of the attribute. */
const READ_OUT = new Set(['aria-label', 'aria-description', 'alt', 'label', 'placeholder', 'title']);

/**
 * The sentences of a source file, by its syntax tree. `inWords`: of the room whose every text is for people; elsewhere
 * only what stands in the page, and what plainly is a sentence, counts as one.
 */
export function findSentences(file: string, source: string, inWords: boolean): Sentences {
  // The tree counts bytes from wherever the last one ended, so the place of a first statement of ours is looked up.
  const { body } = parseSync(`;${source}`, { syntax: 'typescript', tsx: file.endsWith('.tsx') });
  const begin = (body[0]?.span.start ?? 0) + 1;
  const bytes = Buffer.from(source);
  const lineOf = (node: Node) =>
    bytes
      .subarray(0, node.span.start - begin)
      .toString()
      .split('\n').length;
  const said: Found[] = [];
  const english: string[] = [];
  const untold: Found[] = [];
  const isSentence = inWords ? readsAsWords : readsAsSentence;

  /** How deep in what no person reads: a t`…` counts there as well. */
  let aside = 0;

  const note = (node: Node, text: string) => {
    if (aside === 0) untold.push({ text, line: lineOf(node) });
  };
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) walk(each);
    else if (isNode(part)) look(part);
    else if (typeof part === 'object' && part !== null) for (const each of Object.values(part)) walk(each);
  };
  const look = (node: Node): void => {
    const isAside = isNoSentence(node);
    if (isAside) aside += 1;
    lookInto(node);
    if (isAside) aside -= 1;
  };
  const lookInto = (node: Node): void => {
    if (node.type === 'TaggedTemplateExpression') {
      const { tag, template } = node as unknown as { tag: { value?: string }; template: Template };
      const text = keyOf(template.quasis.map(cooked));
      if (tag.value === 't') said.push({ text, line: lineOf(node) });
      if (tag.value === 'inEnglish') english.push(text);
      walk(template.expressions);
      return;
    }
    const { read } = partsToRead(node);
    if (read) {
      walk(read);
      return;
    }
    if (node.type === 'JSXText' && /\p{L}/u.test(String(node.value))) note(node, String(node.value).trim());
    if (node.type === 'JSXAttribute') lookAtAttribute(node);
    if (node.type === 'StringLiteral' && isSentence(String(node.value))) note(node, String(node.value));
    if (node.type === 'TemplateLiteral') {
      const text = (node as unknown as Template).quasis.map(cooked).join('{}');
      if (isSentence(text)) note(node, text);
    }
    for (const [name, part] of Object.entries(node)) if (name !== 'span') walk(part);
  };
  const lookAtAttribute = (node: Node): void => {
    const { name, value } = node as unknown as { name: { value?: string }; value: Node | null };
    const isRead = READ_OUT.has(String(name.value)) && value?.type === 'StringLiteral';
    if (isRead && /\p{L}/u.test(String(value.value))) note(node, String(value.value));
  };
  walk(body);
  return { said, english, untold };
}

/** Names of cases and of properties are no sentences; what stands under them may be. */
function partsToRead({ type, consequent, key, value }: Node): { readonly read?: readonly unknown[] } {
  if (type === 'SwitchCase') return { read: [consequent] };
  if (type !== 'KeyValueProperty') return {};
  return { read: isNode(key) && key.type === 'Computed' ? [key, value] : [value] };
}

type Template = { readonly quasis: readonly Node[]; readonly expressions: readonly Node[] };

const cooked = (quasi: Node): string => String(quasi.cooked);
const isNode = (part: unknown): part is Node =>
  typeof part === 'object' && part !== null && 'type' in part && 'span' in part;

/** What no person reads, wherever it stands: names of files and types, what is compared, options, what a bug says. */
function isNoSentence({ type, operator }: Node): boolean {
  if (type === 'BinaryExpression') return operator === '===' || operator === '!==';
  return type === 'ImportDeclaration' || type === 'NewExpression' || (type.startsWith('Ts') && !holdsValue.has(type));
}

/** `as const` and its like stand around values. */
const holdsValue = new Set(['TsConstAssertion', 'TsAsExpression', 'TsSatisfiesExpression', 'TsNonNullExpression']);

/** More than one word, or one that is written as it is read: `UTC`, `mail-domain` and `FREQ=DAILY` are none. */
const readsAsWords = (text: string): boolean =>
  /\p{Ll}/u.test(text) && (/\p{L}.* .*\p{L}|[…?!]/u.test(text) || /^\p{Lu}/u.test(text)) && text !== 'Life OS';

/** Begins as a sentence does, and goes on with a small word. */
const readsAsSentence = (text: string): boolean => /^\p{Lu}[\p{L}’]* \p{Ll}+/u.test(text);
