import { t } from '#contract/language/t.ts';
import type { Provenance, ProvenanceMark } from '#contract/model/provenance.ts';
import type { Source } from '#contract/model/source.ts';
import type { Fact } from '#renderer/words/effect.ts';
import { listOf, whenShort } from '#renderer/words/time.ts';

/** Where a value came from, as it stands after the value. */
export function originWords(provenance: Provenance, sources: readonly Source[] = []): string {
  const words = provenance.map((mark) => markWords(mark, sources));
  return provenance.length === 0 ? t`set by Life OS` : t`from ${listOf([...new Set(words)])}`;
}

function markWords(mark: ProvenanceMark, sources: readonly Source[]): string {
  const source = sources.find((each) => each.mark === mark);
  if (source && mark === 'memory') return itemWords(source);
  if (source?.what === 'program') return t`${itemWords(source)}, and not from you`;
  if (source) return t`${itemWords(source)}, which somebody else may have written`;
  switch (mark) {
    case 'person':
      return t`your words`;
    case 'memory':
      return t`your memory`;
    case 'contact':
      return t`your contacts`;
    case 'model':
      return t`the assistant’s own wording`;
  }
  const [connector = '', item = ''] = mark.slice('outside:'.length).split(/\/(.*)/s);
  return t`${connector} (“${item}”), which somebody else may have written`;
}

const what: Readonly<Record<Source['what'], string>> = {
  email: t`the email`,
  event: t`the event`,
  note: t`the note`,
  page: t`the page`,
  memory: t`your memory`,
  answer: t`an answer of`,
  file: t`the file`,
  message: t`the message`,
  program: t`the program`,
};

/** `the email “Invoice 204” by billing@example.com`; of the memory, when it was learnt. */
const itemWords = ({ what: kind, title, by }: Source): string =>
  kind === 'memory'
    ? `${what[kind]} (${whenShort(title)})`
    : by === null
      ? `${what[kind]} “${title || t`without a title`}”`
      : t`${what[kind]} “${title || t`without a title`}” by ${by}`;

/** `“To” came from the email “Invoice 204” by billing@example.com. These are its words:` */
export const sourceSentence = (label: string, source: Source): string =>
  source.words === null
    ? t`“${label}” came from ${itemWords(source)}.`
    : t`“${label}” came from ${itemWords(source)}. These are its words:`;

/** Said beside a draft that was made without asking. */
export const fromOthersSays = t`Somebody else wrote part of this. Read it before you use it.`;

export const originsLabel = t`Where it comes from`;

type Origin = {
  readonly label: string;
  readonly value: string;
  readonly provenance: Provenance;
  readonly sources?: readonly Source[] | undefined;
};

/** Where a card's values came from: one line when all is the person's own, else one line for each value. */
export function originsOf(values: readonly Origin[]): readonly Fact[] {
  if (values.length === 0) return [];
  const first = values[0]?.provenance ?? [];
  const alike = values.every(({ provenance }) => provenance.join() === first.join());
  const isOwn = values.every(({ sources = [] }) => sources.length === 0);
  if (alike && isOwn) return [{ label: originsLabel, value: t`All of it ${originWords(first)}` }];
  return values.map(({ label, value, provenance, sources }) => {
    return { label, value: `${value}, ${originWords(provenance, sources)}` };
  });
}
