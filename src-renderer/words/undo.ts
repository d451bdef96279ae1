import type { StepUndo, UndoForecast, UndoQuestion } from '#contract/model/undo.ts';
import { capitalised } from '#renderer/words/capitalised.ts';
import { countOf } from '#renderer/words/time.ts';

export const undoWords = {
  undo: 'Undo',
  redo: 'Put it back',
  takeBackDay: 'Take back this day',
  reading: 'Looking what can be taken back…',
  will: 'Taken back, in this order',
  asks: 'Changed since: you will be asked',
  cannot: 'Stays, because it can’t be taken back',
  nothing: 'Nothing of this can be taken back.',
  confirm: 'Take it back',
  back: 'Leave it as it is',
  keep: 'Keep my change',
  overwrite: 'Take it back anyway',
  leave: 'Leave it taken back',
  redoAnyway: 'Put it back like this',
  difference: 'What would change',
  before: 'Now',
  after: 'Then',
} as const;

/** Over the list of what goes and what stays. */
export function previewTitle(what: 'step' | 'run' | 'day', day: string): string {
  if (what === 'day') return `Take back everything of ${/\d/.test(day) ? day : day.toLowerCase()}?`;
  return what === 'run' ? 'Take all of this back?' : 'Take this back, with what builds on it?';
}

export function previewSays(items: readonly UndoForecast[]): string {
  const count = (verdict: UndoForecast['verdict']) => items.filter((item) => item.verdict === verdict).length;
  const [goes, asked, stays] = [count('will'), count('asks'), count('cannot')];
  if (goes + asked === 0) return undoWords.nothing;
  return [
    ...(goes > 0 ? [`${countOf(goes, 'thing is', 'things are')} taken back, the latest first.`] : []),
    ...(asked > 0 ? [`You are asked about ${countOf(asked, 'thing', 'things')}.`] : []),
    ...(stays > 0 ? [`${countOf(stays, 'thing stays', 'things stay')}.`] : []),
    'You can put each back afterwards.',
  ].join(' ');
}

/** One line of the list, with the reason where there is one. */
export function forecastLine({ says, whyNot, changed }: UndoForecast): string {
  if (changed !== null) return `${says} (You changed ${changed} since.)`;
  return whyNot === null ? says : `${says} (${capitalised(whyNotWords[whyNot])}.)`;
}

const whyNotWords = {
  'not-undoable': 'what reached others or was paid can’t be called back',
  'too-late': 'the time for it is over',
  'out-of-reach': 'it can’t be reached just now',
} as const;

/** Why a row has no Undo, where one might look for it. */
export const whyNoUndo = (whyNot: NonNullable<StepUndo['whyNot']>): string =>
  whyNot === 'too-late' ? 'The time to take this back is over.' : 'This can’t be taken back.';

export function questionSentence(question: UndoQuestion): string {
  switch (question.about) {
    case 'undo':
      return `${capitalised(question.what)} has changed since this was done, so it was left alone. Taking it back anyway puts it as it was before; your version is kept with this request.`;
    case 'redo':
      return `Something has changed since this was taken back, so nothing was done. Putting it back now would be: ${question.card.title}.`;
  }
}
