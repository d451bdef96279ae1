import { t } from '#contract/language/t.ts';
import type { StepUndo, UndoForecast, UndoQuestion } from '#contract/model/undo.ts';
import { capitalised } from '#renderer/words/capitalised.ts';
import { countOf, figure } from '#renderer/words/time.ts';

export const undoWords = {
  undo: t`Undo`,
  redo: t`Put it back`,
  takeBackDay: t`Take back this day`,
  reading: t`Looking what can be taken back…`,
  will: t`Taken back, in this order`,
  asks: t`Changed since: you will be asked`,
  cannot: t`Stays, because it can’t be taken back`,
  nothing: t`Nothing of this can be taken back.`,
  confirm: t`Take it back`,
  back: t`Leave it as it is`,
  keep: t`Keep my change`,
  overwrite: t`Take it back anyway`,
  leave: t`Leave it taken back`,
  redoAnyway: t`Put it back like this`,
  difference: t`What would change`,
  before: t`Now`,
  after: t`Then`,
} as const;

/** Over the list of what goes and what stays. */
export function previewTitle(what: 'step' | 'run' | 'day', day: string): string {
  if (what === 'day') return t`Take back everything of ${day}?`;
  return what === 'run' ? t`Take all of this back?` : t`Take this back, with what builds on it?`;
}

export function previewSays(items: readonly UndoForecast[]): string {
  const count = (verdict: UndoForecast['verdict']) => items.filter((item) => item.verdict === verdict).length;
  const [goes, asked, stays] = [count('will'), count('asks'), count('cannot')];
  if (goes + asked === 0) return undoWords.nothing;
  return [
    ...(goes > 0
      ? [
          goes === 1
            ? t`1 thing is taken back, the latest first.`
            : t`${figure(goes)} things are taken back, the latest first.`,
        ]
      : []),
    ...(asked > 0 ? [t`You are asked about ${countOf(asked, t`thing`, t`things`)}.`] : []),
    ...(stays > 0 ? [stays === 1 ? t`1 thing stays.` : t`${figure(stays)} things stay.`] : []),
    t`You can put each back afterwards.`,
  ].join(' ');
}

/** One line of the list, with the reason where there is one. */
export function forecastLine({ says, whyNot, changed }: UndoForecast): string {
  if (changed !== null) return t`${says} (You changed ${changed} since.)`;
  return whyNot === null ? says : `${says} (${capitalised(whyNotWords[whyNot])}.)`;
}

const whyNotWords = {
  'not-undoable': t`what reached others or was paid can’t be called back`,
  'too-late': t`the time for it is over`,
  'out-of-reach': t`it can’t be reached just now`,
} as const;

/** Why a row has no Undo, where one might look for it. */
export const whyNoUndo = (whyNot: NonNullable<StepUndo['whyNot']>): string =>
  whyNot === 'too-late' ? t`The time to take this back is over.` : t`This can’t be taken back.`;

export function questionSentence(question: UndoQuestion): string {
  switch (question.about) {
    case 'undo':
      return t`${capitalised(question.what)} has changed since this was done, so it was left alone. Taking it back anyway puts it as it was before; your version is kept with this request.`;
    case 'redo':
      return t`Something has changed since this was taken back, so nothing was done. Putting it back now would be: ${question.card.title}.`;
  }
}
