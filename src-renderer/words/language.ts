import type { Language, LanguageChoice } from '#contract/language/language.ts';
import { spokenLanguage, t } from '#contract/language/t.ts';
import { capitalised } from '#renderer/words/capitalised.ts';

export const languageWords = {
  title: t`Language`,
  auto: t`That of this computer`,
} as const;

/** Each in itself, so that whoever can’t read the window finds their own: `English`, `Español`. */
const ownName = (language: Language): string =>
  capitalised(new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language);

/** As the language that is spoken calls it, made to stand inside a sentence. */
const nameOf = (language: Language): string =>
  new Intl.DisplayNames([spokenLanguage()], { type: 'language' }).of(language) ?? language;

export const languageName = (choice: LanguageChoice): string =>
  choice === 'auto' ? languageWords.auto : ownName(choice);

/** After another one was chosen: when it is spoken. */
export const languageLater = (language: Language): string =>
  t`Life OS speaks ${nameOf(language)} from its next start on. Close it and open it again whenever it suits you.`;
export const languageNow = (language: Language): string => t`Life OS starts again in ${nameOf(language)}…`;

/** The language in which one can ask, where it is another than that of the window: the built-in planner reads English. */
export const askLanguage: string | undefined = spokenLanguage() === 'en' ? undefined : 'en';

/** Said beside where one asks; null where nothing needs saying. */
export const askedIn: string | null =
  askLanguage === undefined
    ? null
    : t`Say it in English; so far that is the only language in which I understand what you ask for.`;

export const withAskLanguage = (hint: string): string => (askedIn === null ? hint : `${hint} ${askedIn}`);
