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
    title: 'A model is writing the text of this email',
    note: 'It is not checked yet, and nothing is done with it yet.',
    stoppedByYou: 'You stopped the text that a model was writing. What there was of it was thrown away.',
  },
  text: {
    title: 'A model is writing this text',
    note: 'It is not checked yet, and nothing is done with it yet.',
    stoppedByYou: 'You stopped the text that a model was writing. What there was of it was thrown away.',
  },
  checklist: {
    title: 'A model is writing what goes on this list',
    note: 'It is not checked yet, and nothing is done with it yet.',
    stoppedByYou: 'You stopped the list that a model was writing. What there was of it was thrown away.',
  },
  'cv-lines': {
    title: 'A model is putting lines of your CV shorter',
    note: 'Each line is checked against your own words. One that says something else is left as you wrote it.',
    stoppedByYou: 'You stopped a model that was putting lines of your CV shorter. Your own lines stand.',
  },
};

export const writingActs = {
  list: 'Being written',
  stop: 'Stop writing',
  waiting: 'Waiting for the first words…',
} as const;
