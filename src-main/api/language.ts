import type { LanguageState } from '#contract/api/language.ts';
import { door } from '#main/api/door.ts';
import type { LanguageSetting } from '#main/language/language-setting.ts';

const stateOf = ({ choice, speaks, next, startAgain }: LanguageSetting): LanguageState => ({
  choice: choice(),
  speaks,
  next: next(),
  startsAgain: startAgain !== null,
});

export const language = {
  get: door.language.get.handler(({ context }) => stateOf(context.language)),
  choose: door.language.choose.handler(async ({ input: { choice }, context }) => {
    const { language: setting, engine, actor } = context;
    if (choice !== setting.choice()) {
      await engine.journal.write((tx) => {
        tx.append({ actor, body: { kind: 'language.changed', to: choice } });
        setting.keep(choice);
      });
    }
    // Whoever asked is answered first.
    if (setting.next() !== setting.speaks && setting.startAgain) setImmediate(setting.startAgain);
    return stateOf(setting);
  }),
};
