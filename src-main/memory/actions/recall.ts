import { z } from 'zod';
import type { Action, OutsidePart } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayMoment } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';
import { insertMemoryUse } from '#db/repositories/memory-items.ts';
import { findRun } from '#db/repositories/runs.ts';
import type { Journal } from '#main/events/journal.ts';
import type { Hit, Recall } from '#main/memory/recall.ts';

const MOST = 12;

const HitSchema = z.object({
  what: z.enum(['memory', 'note', 'list', 'draft', 'event', 'request']),
  title: z.string(),
  words: z.string(),
  at: z.string().nullable(),
  key: z.string(),
  /** Told by the person and by nobody else; whatever is written or was done may hold words of others. */
  own: z.boolean(),
});

const sayFound = {
  note: (what: string) => t`In the note ${what}`,
  list: (what: string) => t`In the list ${what}`,
  draft: (what: string) => t`In the draft ${what}`,
  event: (what: string) => t`In the event ${what}`,
  request: (what: string) => t`You asked ${what}`,
};
const outsideKind = {
  memory: 'memory',
  note: 'note',
  list: 'note',
  draft: 'note',
  event: 'event',
  request: 'answer',
} as const;

export const recallAction = (journal: Journal, recall: () => Recall): Action =>
  defineAction({
    name: 'memory.recall',
    title: t`Look up what is known about something`,
    input: z.strictObject({ about: nonEmptyLineOf(300) }),
    output: z.object({ about: z.string(), hits: z.array(HitSchema) }),
    outside: ({ hits }) =>
      hits.flatMap(({ own, key, title, what }, index): OutsidePart[] => {
        const of = { item: key, what: outsideKind[what], title, by: null };
        return own
          ? []
          : [
              { path: `/hits/${index}/words`, ...of },
              { path: `/hits/${index}/title`, ...of },
            ];
      }),
    risk: 'L0',
    scopes: [],
    delivery: 'exactly-once',
    labels: { about: t`About` },
    effect: () => onlyLooks,
    describe: ({ about }) => ({
      title: t`Look up what I know about ${quote(about)}`,
      differences: [],
      undo: t`Looking changes nothing.`,
    }),
    report({ about, hits }, view) {
      if (hits.length === 0) return { says: t`I know nothing about ${quote(about)}.`, lines: [] };
      const told = hits.filter(({ what }) => what === 'memory').length;
      return {
        says:
          told > 0
            ? t`This is what I know about ${quote(about)}:`
            : t`You told me nothing about ${quote(about)}, but I found this:`,
        lines: hits.map(({ what, title, words, at }) => {
          const when = at === null ? '' : `, ${sayMoment(at, view)}`;
          return what === 'memory' ? `${words}${when}` : `${sayFound[what](quote(title || words))}${when}`;
        }),
      };
    },
    async run({ about }, { key }) {
      const hits = await recall().find(about, { limit: MOST });
      await noteUses(journal, key, hits);
      return succeed({
        about,
        hits: hits.map(({ what, title, words, at, key, own }) => ({ what, title, words, at, key, own })),
      });
    },
  });

/** That it was told again is a use of it, too. */
async function noteUses({ orm, write }: Journal, key: string, hits: readonly Hit[]): Promise<void> {
  const [runId = ''] = key.split('.');
  const ids = hits.flatMap(({ itemId }) => itemId ?? []);
  if (ids.length === 0 || !findRun(orm, runId)) return;
  await write((tx) => {
    for (const memoryId of ids) insertMemoryUse(tx, { memoryId, runId, at: tx.now });
  });
}
