import type { Provenance, ProvenanceMark } from '#contract/model/provenance.ts';
import type { Source } from '#contract/model/source.ts';
import type { Fact } from '#renderer/words/effect.ts';
import { listOf, whenShort } from '#renderer/words/time.ts';

/** Where a value came from, as it stands after the value. */
export function originWords(provenance: Provenance, sources: readonly Source[] = []): string {
  const words = provenance.map((mark) => markWords(mark, sources));
  return provenance.length === 0 ? 'set by Life OS' : `from ${listOf([...new Set(words)])}`;
}

function markWords(mark: ProvenanceMark, sources: readonly Source[]): string {
  const source = sources.find((each) => each.mark === mark);
  if (source && mark === 'memory') return itemWords(source);
  if (source?.what === 'program') return `${itemWords(source)}, and not from you`;
  if (source) return `${itemWords(source)}, which somebody else may have written`;
  switch (mark) {
    case 'person':
      return 'your words';
    case 'memory':
      return 'your memory';
    case 'contact':
      return 'your contacts';
    case 'model':
      return 'the assistant’s own wording';
  }
  const [connector = '', item = ''] = mark.slice('outside:'.length).split(/\/(.*)/s);
  return `${connector} (“${item}”), which somebody else may have written`;
}

const what: Readonly<Record<Source['what'], string>> = {
  email: 'the email',
  event: 'the event',
  note: 'the note',
  page: 'the page',
  memory: 'your memory',
  answer: 'an answer of',
  file: 'the file',
  message: 'the message',
  program: 'the program',
};

/** `the email “Invoice 204” by billing@example.com`; of the memory, when it was learnt. */
const itemWords = ({ what: kind, title, by }: Source): string =>
  kind === 'memory'
    ? `${what[kind]} (${whenShort(title)})`
    : `${what[kind]} “${title || 'without a title'}”${by === null ? '' : ` by ${by}`}`;

/** `“To” came from the email “Invoice 204” by billing@example.com. These are its words:` */
export const sourceSentence = (label: string, source: Source): string =>
  `“${label}” came from ${itemWords(source)}.${source.words === null ? '' : ' These are its words:'}`;

/** Said beside a draft that was made without asking. */
export const fromOthersSays = 'Somebody else wrote part of this. Read it before you use it.';

export const originsLabel = 'Where it comes from';

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
  if (alike && isOwn) return [{ label: originsLabel, value: `All of it ${originWords(first)}` }];
  return values.map(({ label, value, provenance, sources }) => {
    return { label, value: `${value}, ${originWords(provenance, sources)}` };
  });
}
