import { afterEach, describe, expect, it } from 'vitest';
import { speak, spokenLanguage, spokenLocale, t } from './t.ts';

afterEach(() => speak({}));

describe('t', () => {
  it('says the English sentence where there is no other', () => {
    expect(t`Couldn’t reach ${'Gmail'}, ${2} times.\n`).toBe('Couldn’t reach Gmail, 2 times.\n');
  });

  it('says the sentence of the language, its values where they belong there', () => {
    speak({ '{0} of {1} are done.': 'De {1} están hechas {0}.', Undo: 'Deshacer' });
    expect(t`${3} of ${5} are done.`).toBe('De 5 están hechas 3.');
    expect(t`Undo`).toBe('Deshacer');
  });

  it('leaves values as they are, also where they look like a place', () => {
    speak({ 'Take {0} back': 'Retirar {0}' });
    expect(t`Take ${'{0} $& {1}'} back`).toBe('Retirar {0} $& {1}');
  });
});

describe('the locale that is spoken', () => {
  it('is the person’s own, where it is of the language', () => {
    expect(spokenLocale(['de-DE', 'en-US', 'en-GB'])).toBe('en-US');
    speak({}, 'es');
    expect(spokenLanguage()).toBe('es');
    expect(spokenLocale(['en-US', 'es-MX'])).toBe('es-MX');
  });

  it('is else that of the language, whatever the computer’s is', () => {
    expect(spokenLocale(['de-DE'])).toBe('en-GB');
    speak({}, 'es');
    expect(spokenLocale(['en-US'])).toBe('es');
    expect(spokenLocale([])).toBe('es');
  });
});
