/**
 * The sentences of another language, by the English ones that they stand for. A sentence with values in it has their
 * places as `{0}`, `{1}` …, counted from the left of the English one.
 */
export type Sentences = Readonly<Record<string, string>>;

let spoken: Sentences = {};
let language = 'en';

/**
 * Says everything in these sentences from now on, which are of `inLanguage`; `{}` is English. Called once, before the
 * rest of the app is loaded: much that is said is put together while it loads.
 */
export function speak(sentences: Sentences, inLanguage = 'en'): void {
  spoken = sentences;
  language = inLanguage;
}

/** The language that is spoken, such as `es`: for `Intl`, and for the little that no sentence can say. */
export const spokenLanguage = (): string => language;

const USUAL: Readonly<Record<string, string>> = { en: 'en-GB' };

/**
 * The locale in which dates, numbers and lists are said: the first of these that is of the spoken language, so that the
 * person's own way of writing them is kept; else what is usual for the language.
 */
export const spokenLocale = (wanted: readonly string[]): string =>
  wanted.find((each) => each.toLowerCase().split(/[-_.]/)[0] === language) ?? USUAL[language] ?? language;

/** A sentence that the person reads, in their language; in English where theirs has none for it. */
export function t(english: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const said = spoken[keyOf(english)];
  if (said === undefined) return String.raw({ raw: english }, ...values);
  return said.replace(PLACE, (place, number: string) => String(values[Number(number)] ?? place));
}

/** A whole English sentence that stands in a file of data, in the person's language. */
export const inLanguage = (english: string): string => spoken[english] ?? english;

/**
 * A sentence that stays English in every language, because what reads it is not a person who speaks another: the built-in
 * planner understands these.
 */
export const inEnglish = (english: TemplateStringsArray): string => english.join('');

/** What a sentence is kept under: `Couldn’t reach {0}.` */
export const keyOf = (english: readonly string[]): string =>
  english.reduce((key, part, index) => (index === 0 ? part : `${key}{${index - 1}}${part}`), '');

const PLACE = /\{(\d+)\}/g;
