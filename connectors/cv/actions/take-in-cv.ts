import { z } from 'zod';
import { CV_FILE } from '#connectors/cv/cv-file.ts';
import { type Resume, readResume, SECTIONS } from '#connectors/cv/resume.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { changedSince, misfit, notFound } from '#connectors/sdk/failures.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { overwriteFile, putFileBack } from '#connectors/sdk/way-back.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** The words of the file that was handed over, and of the CV that it takes the place of; null: there was none. */
type Before = { readonly text: string; readonly former: string | null };

const isHandedOver = (name: string): boolean =>
  /^[^./\\\0][^/\\\0]*\.json$/iu.test(name) && Buffer.byteLength(name) <= 255;

export const takeInCv = defineAction({
  name: 'cv.take-in',
  title: t`Keep a file as my CV`,
  input: z.strictObject({ fileName: z.string().refine(isHandedOver, t`This is not a file with a CV (.json).`) }),
  output: z.object({ fileName: z.string(), whose: z.string(), version: z.string() }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: {},
  async look({ fileName }, { folder }) {
    const [handed, kept] = [await readTextFile(folder, fileName), await readTextFile(folder, CV_FILE)];
    if (!handed.ok) return handed;
    if (!kept.ok) return kept;
    if (handed.value === null) return notFound(t`the file ${quote(fileName)}`);
    const read = readResume(handed.value);
    if (!read.ok) return read;
    if (handed.value === kept.value)
      return misfit(t`The file ${quote(fileName)} is your CV already. Nothing was done.`);
    const before: Before = { text: handed.value, former: kept.value };
    return succeed({ before, version: hashOf(`${handed.value}\0${kept.value ?? ''}`) });
  },
  effect: () => changesOwn,
  describe: ({ fileName }, { text, former }: Before) => ({
    title: t`Keep ${quote(fileName)} as your CV`,
    differences: [{ label: t`Your CV`, before: former === null ? null : sayText(former), after: sayText(text) }],
    undo: former === null ? t`Undo takes it away again.` : t`Undo puts the CV back that you had before.`,
  }),
  report: ({ whose, fileName }) => ({
    says: t`The file ${quote(fileName)} is kept as your CV, ${quote(whose)}. Say “tailor my CV to this job” and paste the posting.`,
    lines: [],
  }),
  run({ fileName }, { folder, mode, before }) {
    return folder.exclusively(async () => {
      const now = await readTextFile(folder, CV_FILE);
      if (!now.ok) return now;
      if (now.value !== before.text) {
        if (now.value !== before.former) return changedSince(t`your CV`);
        if (mode === 'execute') await folder.write(CV_FILE, before.text);
      }
      return succeed(told(fileName, before));
    });
  },
  async findEarlier({ fileName }, { folder, before }) {
    const now = await readTextFile(folder, CV_FILE);
    if (!now.ok) return now;
    return succeed(now.value === before.text ? told(fileName, before) : null);
  },
  async readBack({ version }, { folder }) {
    const bytes = await folder.read(CV_FILE);
    return succeed(bytes !== null && hashOf(bytes) === version);
  },
  undo(_output, context) {
    const { folder, before, overwrite } = context;
    return folder.exclusively(async (): Promise<Result<null>> => {
      const now = await readTextFile(folder, CV_FILE);
      if (!now.ok) return now;
      if (now.value === before.former) return succeed(null);
      const back = { name: CV_FILE, now: now.value, former: before.former };
      if (now.value === before.text) await putFileBack(context, back);
      else if (overwrite) await overwriteFile(context, back, 'application/json');
      else return changedSince(t`your CV`);
      return succeed(null);
    });
  },
});

const told = (fileName: string, { text }: Before) => ({ fileName, whose: nameIn(text), version: hashOf(text) });

const nameIn = (text: string): string => {
  const read = readResume(text);
  return read.ok ? (read.value.basics?.name ?? '') : '';
};

/** `Jane Developer: 3 work, 2 projects` is how much there is in it. */
function sayText(text: string): string {
  const read = readResume(text);
  if (!read.ok) return t`a file that can’t be read as a CV`;
  const parts = SECTIONS.flatMap((section) => countOf(read.value, section));
  return `${read.value.basics?.name ?? ''}: ${parts.join(', ')}`;
}

const countOf = (resume: Resume, section: (typeof SECTIONS)[number]): string[] => {
  const count = resume[section]?.length ?? 0;
  return count === 0 ? [] : [`${section} (${count})`];
};
