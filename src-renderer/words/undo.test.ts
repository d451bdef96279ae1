import { expect, test } from 'vitest';
import type { UndoForecast } from '#contract/model/undo.ts';
import { forecastLine, previewSays, previewTitle, questionSentence } from '#renderer/words/undo.ts';

const forecast = (verdict: UndoForecast['verdict'], more: Partial<UndoForecast> = {}): UndoForecast => ({
  callId: 'c',
  runId: 'r',
  stepId: 's',
  says: '“Dentist” is in your calendar.',
  doneAt: '2026-11-24T10:00:00.000Z',
  verdict,
  changed: null,
  whyNot: null,
  ...more,
});

test.each([
  [['will', 'will'], '2 things are taken back, the latest first. You can put each back afterwards.'],
  [
    ['cannot', 'asks', 'will'],
    '1 thing is taken back, the latest first. You are asked about 1 thing. 1 thing stays. You can put each back afterwards.',
  ],
  [['cannot'], 'Nothing of this can be taken back.'],
  [[], 'Nothing of this can be taken back.'],
] as const)('what taking back %s comes to', (verdicts, says) => {
  expect(previewSays(verdicts.map((verdict) => forecast(verdict)))).toBe(says);
});

test('a line says why it stays, or what was changed since', () => {
  expect(forecastLine(forecast('cannot', { whyNot: 'too-late' }))).toBe(
    '“Dentist” is in your calendar. (The time for it is over.)',
  );
  expect(forecastLine(forecast('asks', { changed: '“Dentist”' }))).toMatch(/\(You changed “Dentist” since\.\)$/);
});

test('a day is named inside the question as it is in a sentence', () => {
  expect(previewTitle('day', 'today')).toBe('Take back everything of today?');
  expect(previewTitle('day', 'Tuesday 24 November')).toBe('Take back everything of Tuesday 24 November?');
});

test('what was changed since is asked in whole sentences', () => {
  const asked = questionSentence({ about: 'undo', what: 'the note “Garden”' });
  expect(asked).toMatch(/^The note “Garden” has changed since this was done, so it was left alone\. .*\.$/);
});
