import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { speak, spokenLanguage, t } from '#contract/language/t.ts';
import { makeFolder } from '#main/compose-for-tests.ts';
import { speakChosen } from '#main/language/speak-chosen.ts';

afterEach(() => speak({}));

/** A data folder and the sentences of one language, as the app finds them when it starts. */
function start(options: { kept?: string; core?: string; wanted?: readonly string[] } = {}) {
  const folder = makeFolder();
  const languagesFolder = join(folder, 'languages');
  mkdirSync(join(languagesFolder, 'es'), { recursive: true });
  writeFileSync(join(languagesFolder, 'es/core.json'), options.core ?? '{ "Undo": "Deshacer" }');
  writeFileSync(join(languagesFolder, 'es/connectors.json'), '{ "A note": "Una nota" }');
  if (options.kept !== undefined) writeFileSync(join(folder, 'language.json'), options.kept);
  const logged: string[] = [];
  const open = () =>
    speakChosen({
      dataFolder: folder,
      languagesFolder,
      wanted: options.wanted ?? ['en-GB'],
      startAgain: null,
      log: { info: () => {}, error: (_fields, message) => logged.push(message) },
    });
  return { folder, logged, open, setting: open() };
}

describe('the language that the core speaks', () => {
  it('is that of the system where nothing was chosen', () => {
    expect(start({ wanted: ['de', 'es-AR'] }).setting).toMatchObject({ speaks: 'es' });
    expect([t`Undo`, t`A note`]).toEqual(['Deshacer', 'Una nota']);
  });

  it('is the chosen one, whatever the system’s', () => {
    expect(start({ kept: '{ "language": "en" }', wanted: ['es'] }).setting.speaks).toBe('en');
    expect(t`Undo`).toBe('Undo');
  });

  it.each(['', '{', '{ "language": "tlh" }', '[]'])(
    'is that of the system where the file says %j, and the log says so',
    (kept) => {
      const { setting, logged } = start({ kept, wanted: ['es'] });
      expect(setting.speaks).toBe('es');
      expect(setting.choice()).toBe('auto');
      expect(logged).toEqual(['the chosen language could not be read, so it is that of the system']);
    },
  );

  it('is English where its sentences can’t be read', () => {
    const { setting, logged } = start({ kept: '{ "language": "es" }', core: '{ "Undo": 3 }' });
    expect(setting.speaks).toBe('en');
    expect(spokenLanguage()).toBe('en');
    expect(logged).toHaveLength(1);
  });

  it('is another one from the next start on, and no sooner', () => {
    const { setting, open, folder } = start();
    setting.keep('es');
    expect([setting.choice(), setting.speaks, setting.next(), t`Undo`]).toEqual(['es', 'en', 'es', 'Undo']);
    expect(JSON.parse(readFileSync(join(folder, 'language.json'), 'utf8'))).toEqual({ language: 'es' });
    expect(open().speaks).toBe('es');
    expect(t`Undo`).toBe('Deshacer');
  });
});
