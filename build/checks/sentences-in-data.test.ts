import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../project-folder.ts';
import { sentencesInData } from './sentences-in-data.ts';

const folder = join(projectFolder, 'resources/languages');
const gapsOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

describe.each(readdirSync(folder))('what data of ours says, in %s', (language) => {
  const kept: Record<string, string> = JSON.parse(readFileSync(join(folder, language, 'core.json'), 'utf8'));

  it('is all there, with the same gaps', () => {
    const found = sentencesInData();
    expect(found.length).toBeGreaterThan(500);
    expect(found.filter(({ text }) => kept[text] === undefined)).toEqual([]);
    for (const { text } of found) expect([text, gapsOf(kept[text] ?? '')]).toEqual([text, gapsOf(text)]);
  });

  it('leaves English what the planner reads', () => {
    for (const text of ['remind me to {what}', 'Cancel the dentist', 'Hi {name},', 'Shopping']) {
      expect(kept[text]).toBeUndefined();
    }
  });
});
