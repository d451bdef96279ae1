import { type Goal, wordAt } from '#main/planner/goals/goal.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

const SURE = loadPhrases(pack.draft.opens);
const INVERTED = loadPhrases(pack.draft.inverted, 'who');
const INVERTED_LOOSE = loadPhrases(pack.draft.invertedLoose, 'who');
const LOOSE = loadPhrases(pack.draft.looseOpens);
const DIRECT = loadPhrases(pack.draft.directOpens);
const SEND_WORDS = new Set(pack.draft.sendWords);
const REPLY_WORDS = new Set(pack.draft.replyWords);

/** How an email is asked for. */
export type MailOpening = {
  /** `sure` says email; `loose` says message or letter; `direct` says only what to do: tell, ask, thank. */
  readonly kind: 'sure' | 'loose' | 'direct';
  /** The token after it, where the recipient stands. */
  readonly end: number;
  /** The recipient, where it stands inside the opening: “send Ana an email”. */
  readonly who: Span | null;
  /** The person expects it to be sent. */
  readonly sends: boolean;
  /** The person expects an answer to a message that they got. */
  readonly replies: boolean;
};

/** What a goal about an email begins with. */
export function findMailOpening(goal: Goal): MailOpening | null {
  const kinds = [
    ['sure', SURE],
    ['sure', INVERTED],
    ['loose', INVERTED_LOOSE],
    ['loose', LOOSE],
    ['direct', DIRECT],
  ] as const;
  for (const [kind, phrases] of kinds) {
    const match = matchAny(phrases, goal.tokens, goal.head);
    if (match === null) continue;
    const opening = goal.tokens.slice(goal.head, match.end).map(({ lower }) => lower);
    const replies = opening.some((word) => REPLY_WORDS.has(word));
    return {
      kind,
      end: match.end,
      who: match.spans.who ?? null,
      sends: SEND_WORDS.has(wordAt(goal, goal.head)),
      replies,
    };
  }
  return null;
}
