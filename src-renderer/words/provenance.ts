import type { Provenance, ProvenanceMark } from '#contract/model/provenance.ts';
import type { Fact } from '#renderer/words/effect.ts';
import { listOf } from '#renderer/words/time.ts';

/** Where a value came from, as it stands after the value. */
export function originWords(provenance: Provenance): string {
  return provenance.length === 0 ? 'set by Life OS' : `from ${listOf(provenance.map(markWords))}`;
}

function markWords(mark: ProvenanceMark): string {
  switch (mark) {
    case 'person':
      return 'your words';
    case 'memory':
      return 'your memory';
    case 'contact':
      return 'your people';
    case 'model':
      return 'the assistant’s own wording';
  }
  const [connector = '', item = ''] = mark.slice('outside:'.length).split(/\/(.*)/s);
  return `${connector} (“${item}”), which somebody else may have written`;
}

export const originsLabel = 'Where it comes from';

type Origin = { readonly label: string; readonly value: string; readonly provenance: Provenance };

/** Where a card's values came from: one line when all is the person's own, else one line for each value. */
export function originsOf(values: readonly Origin[]): readonly Fact[] {
  if (values.length === 0) return [];
  const first = values[0]?.provenance ?? [];
  const alike = values.every(({ provenance }) => provenance.join() === first.join());
  if (alike) return [{ label: originsLabel, value: `All of it ${originWords(first)}` }];
  return values.map(({ label, value, provenance }) => ({ label, value: `${value}, ${originWords(provenance)}` }));
}
