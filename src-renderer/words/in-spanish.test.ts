import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '#contract/language/t.ts';
import { paceSays } from '#renderer/words/approvals.ts';
import { decisionNote, progressWords } from '#renderer/words/command-center.ts';
import { pausedBanner } from '#renderer/words/pause.ts';
import { recurrenceWords } from '#renderer/words/recurrence.ts';
import { ruleName } from '#renderer/words/rules.ts';
import { dayAndTime, dayAndTimeFirst, figure, listOf, moneyOf, tenths, whenShort } from '#renderer/words/time.ts';
import { previewTitle } from '#renderer/words/undo.ts';

const sentences = JSON.parse(
  readFileSync(new URL('../../resources/languages/es/window.json', import.meta.url), 'utf8'),
) as Record<string, string>;

beforeEach(() => {
  // A browser that prefers another language than the one that was chosen.
  vi.stubGlobal('navigator', { languages: ['en-US', 'de'] });
  speak(sentences, 'es');
});
afterEach(() => {
  vi.unstubAllGlobals();
  speak({});
});

describe('the window in Spanish', () => {
  it('says days and times as they stand in a sentence, and as they begin a line', () => {
    const now = new Date(2026, 10, 24, 12);
    const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 5).toISOString();
    expect(dayAndTime(at(24, 9), now)).toBe('hoy, 9:05');
    expect(dayAndTime(at(26, 9), now)).toBe('el jueves, 26 de noviembre, 9:05');
    expect(dayAndTimeFirst(at(26, 9), now)).toBe('Jueves, 26 de noviembre, 9:05');
    expect([whenShort(at(24, 11), now), whenShort(at(23, 9), now)]).toEqual(['Hace 55 min', 'Ayer']);
    expect(previewTitle('day', 'hoy')).toBe('¿Deshacer todo lo que se hizo hoy?');
  });

  it('says money, numbers and lists by its own custom', () => {
    expect(moneyOf({ minor: 1_234_550, currency: 'EUR' }).replaceAll('\u00a0', ' ')).toBe('12.345,50 €');
    expect([figure(12_345), tenths(0.25)]).toEqual(['12.345', '0,3']);
    expect([listOf(['uno', 'dos', 'tres']), listOf(['Ana', 'Inés'])]).toEqual(['uno, dos y tres', 'Ana e Inés']);
  });

  it.each([
    ['FREQ=DAILY;INTERVAL=3', 'Cada 3 días'],
    ['FREQ=WEEKLY;BYDAY=MO,TH', 'Cada lunes y jueves'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'De lunes a viernes'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', 'Cada mes el día 1'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Cada mes el último día'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=2;COUNT=4', 'Cada año el 2 de marzo (4 veces)'],
  ])('says %s', (rrule, says) => {
    expect(recurrenceWords(rrule)).toBe(says);
  });

  it('counts one and many', () => {
    expect(decisionNote(3, 1, 3)).toBe('1 de 3 pasos necesita tu visto bueno. Nada empieza antes.');
    expect(decisionNote(3, 2, 3)).toBe('2 de 3 pasos necesitan tu visto bueno. Nada empieza antes.');
    expect(paceSays({ askedToday: 1, usually: 4 })).toBe('Hoy se te preguntó una vez; lo normal es 4 veces al día.');
    expect(pausedBanner(null, 1)).toContain('1 acción ya estaba en marcha');
    const counts = { total: 4, done: 2, failed: 1, skipped: 1, undone: 1, waiting: 0 };
    const stands = { over: true, canceled: false, shadow: false, held: false };
    expect(progressWords({ ...counts, ...stands })).toBe('1 hecho, 1 deshecho, 1 no funcionó y 1 omitido.');
  });

  it('leaves out the name of a rule, which is English', () => {
    expect(ruleName('first-week')).toBeNull();
  });
});
