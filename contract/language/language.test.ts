import { expect, it } from 'vitest';
import { languageOf } from './language.ts';

it.each([
  ['auto', ['es-MX', 'en-US'], 'es'],
  ['auto', ['es_ES.UTF-8'], 'es'],
  ['auto', ['de-DE', 'es'], 'es'],
  ['auto', ['de-DE', 'fr'], 'en'],
  ['auto', ['C', ''], 'en'],
  ['auto', [], 'en'],
  ['en', ['es-ES'], 'en'],
  ['es', ['en-GB'], 'es'],
] as const)('%s on a computer of %j is %s', (choice, wanted, language) => {
  expect(languageOf(choice, wanted)).toBe(language);
});
