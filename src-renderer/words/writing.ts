import { t } from '#contract/language/t.ts';
import type { WritingKind } from '#contract/model/text-under-way.ts';

type WordsOfKind = {
  readonly title: string;
  /** What is true of it as long as it comes. */
  readonly note: string;
  readonly stoppedByYou: string;
};

/** What a model is writing, by what it is. */
export const writingWords: Readonly<Record<WritingKind, WordsOfKind>> = {
  message: {
    title: t`A model is writing the text of this email`,
    note: t`It is not checked yet, and nothing is done with it yet.`,
    stoppedByYou: t`You stopped the text that a model was writing. What there was of it was thrown away.`,
  },
  text: {
    title: t`A model is writing this text`,
    note: t`It is not checked yet, and nothing is done with it yet.`,
    stoppedByYou: t`You stopped the text that a model was writing. What there was of it was thrown away.`,
  },
  checklist: {
    title: t`A model is writing what goes on this list`,
    note: t`It is not checked yet, and nothing is done with it yet.`,
    stoppedByYou: t`You stopped the list that a model was writing. What there was of it was thrown away.`,
  },
  'cv-lines': {
    title: t`A model is putting lines of your CV shorter`,
    note: t`Each line is checked against your own words. One that says something else is left as you wrote it.`,
    stoppedByYou: t`You stopped a model that was putting lines of your CV shorter. Your own lines stand.`,
  },
};

export const writingActs = {
  list: t`Being written`,
  stop: t`Stop writing`,
  waiting: t`Waiting for the first words…`,
} as const;
