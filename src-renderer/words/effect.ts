import type { Card } from '#contract/model/card.ts';
import type { Effect } from '#contract/model/effect.ts';
import { addressWords } from '#renderer/words/people.ts';
import { dayAndTime, listOf, moneyOf } from '#renderer/words/time.ts';
import { visible } from '#renderer/words/visible.ts';

export type Fact = { readonly label: string; readonly value: string };

/** Who receives it, what it costs, and until when it can be undone, in this order always. */
export function effectFacts(card: Pick<Card, 'effect' | 'undo' | 'people'>): readonly Fact[] {
  const { effect } = card;
  return [
    { label: 'Who gets it', value: audienceWords(effect, card.people) },
    { label: 'Cost', value: effect.money ? moneyOf(effect.money) : 'Nothing' },
    { label: 'Undo', value: undoWords(effect, card.undo) },
  ];
}

function audienceWords({ audience, recipients }: Effect, people: Card['people']): string {
  const words = recipients.map((address) => visible(addressWords(address, people)));
  const named = recipients.length > 0 ? listOf(words) : null;
  switch (audience) {
    case 'nobody':
      return 'Nobody; it stays on this computer';
    case 'self':
      return 'Only you';
    case 'known':
      return named ?? 'People you know';
    case 'stranger':
      return named === null ? 'Somebody you haven’t dealt with before' : `${named} (new to you)`;
    case 'public':
      return named === null ? 'Everyone; it is public' : `Everyone, at ${named}`;
  }
}

function undoWords(effect: Effect, says: string): string {
  if (effect.reversible === 'until' && effect.until) return `Until ${dayAndTime(effect.until)}. ${says}`;
  return says;
}
