import { tailorCv } from '#connectors/cv/actions/tailor-cv.ts';
import { takeInCv } from '#connectors/cv/actions/take-in-cv.ts';
import { CV_FILE } from '#connectors/cv/cv-file.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'cv',
  title: t`Your CV`,
  says: t`Keeps your CV on this computer and makes others of it, each for one job, in which every line is your own.`,
  lives: 'computer',
  actions: [takeInCv, tailorCv],
  takesFile: {
    title: t`Take in your CV (JSON Resume)`,
    ending: '.json',
    mostBytes: 1_000_000,
    asks: (name) => `Keep the file “${name}” as my CV`,
  },
  files: [{ name: CV_FILE, title: t`Your CV`, mediaType: 'application/json' }],
});
