import { t } from '#contract/language/t.ts';
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
    { label: t`Who gets it`, value: audienceWords(effect, card.people) },
    { label: t`Cost`, value: effect.money ? moneyOf(effect.money) : t`Nothing` },
    { label: t`Undo`, value: undoWords(effect, card.undo) },
  ];
}

function audienceWords({ audience, recipients }: Effect, people: Card['people']): string {
  const words = recipients.map((address) => visible(addressWords(address, people)));
  const named = recipients.length > 0 ? listOf(words) : null;
  switch (audience) {
    case 'nobody':
      return t`Nobody; it stays on this computer`;
    case 'self':
      return t`Only you`;
    case 'known':
      return named ?? t`People you know`;
    case 'stranger':
      return named === null ? t`Somebody you haven’t dealt with before` : t`${named} (new to you)`;
    case 'public':
      return named === null ? t`Everyone; it is public` : t`Everyone, at ${named}`;
  }
}

function undoWords(effect: Effect, says: string): string {
  if (effect.reversible === 'until' && effect.until) return t`Until ${dayAndTime(effect.until)}. ${says}`;
  return says;
}
