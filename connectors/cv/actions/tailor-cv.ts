import { z } from 'zod';
import { loadCv, readMade } from '#connectors/cv/cv-file.ts';
import { documentsOf } from '#connectors/cv/documents-of.ts';
import { holdAgainst, linesOf, type Made, makeCv, reworded } from '#connectors/cv/make-cv.ts';
import { type Resume, readResume } from '#connectors/cv/resume.ts';
import { reportCv } from '#connectors/cv/say-cv.ts';
import type { Tailored } from '#connectors/cv/tailor.ts';
import { traceOf } from '#connectors/cv/trace.ts';
import type { ActionContext, Folder } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { deriveId, hashOf } from '#connectors/sdk/derive-id.ts';
import { makesDraft } from '#connectors/sdk/effects.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { freeName, stemFrom } from '#connectors/sdk/file-name.ts';
import { FindingSchema } from '#connectors/sdk/outside-text/finding.ts';
import { PlaceSchema } from '#connectors/sdk/places/place.ts';
import { nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { overwriteFile, putFileBack } from '#connectors/sdk/way-back.ts';
import { t } from '#contract/language/t.ts';
import { CV_TRACE_TYPE, type CvTrace } from '#contract/model/cv-trace.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

const MOST_SAID = 30;

const InputSchema = z.strictObject({
  posting: textOf(200_000).refine((text) => text.trim() !== '', t`The posting is empty.`),
  /** A CV in a picked folder, in place of the one that is kept here. */
  cv: PlaceSchema.optional(),
  /** What the person calls the job; it names the files and stands nowhere in them. */
  called: nonEmptyLineOf(80).optional(),
  /** No model puts any line shorter. */
  asItIs: z.boolean().optional(),
});
type Input = z.output<typeof InputSchema>;

/** `version` is SHA-256 of the JSON Resume file as it was written. */
const OutputSchema = z.object({
  fileName: z.string(),
  version: z.string(),
  called: z.string().nullable(),
  matched: z.array(z.string()),
  missing: z.array(z.string()),
  putFirst: z.array(z.string()),
  leftOut: z.int().nonnegative(),
  reworded: z.int().nonnegative(),
  /** Letters that no PDF was made for. */
  cannotShow: z.string(),
  found: z.array(FindingSchema),
});
type Output = z.output<typeof OutputSchema>;

/** The person's CV as it was looked at: the consent is to this one. */
type Before = { readonly text: string };
type Context = ActionContext<Before>;

export const tailorCv = defineAction({
  name: 'cv.tailor',
  title: t`Make a CV for one job`,
  input: InputSchema,
  output: OutputSchema,
  risk: 'L1',
  scopes: [],
  delivery: 'exactly-once',
  labels: { posting: t`Job posting`, cv: 'CV', called: t`Job`, asItIs: t`Word for word` },
  async look({ cv }, where) {
    const loaded = await loadCv(where, cv);
    return loaded.ok ? succeed({ before: { text: loaded.value.text }, version: hashOf(loaded.value.text) }) : loaded;
  },
  effect: () => makesDraft,
  describe({ posting, called }, { text }: Before) {
    const { matched, missing } = makeCv(resumeIn(text), posting).match;
    return {
      title:
        called === undefined ? t`Make a CV for this job out of yours` : t`Make a CV for ${quote(called)} out of yours`,
      differences: [
        ...(matched.length === 0
          ? []
          : [{ label: t`Asked for, and in your CV`, before: null, after: matched.join(', ') }]),
        ...(missing.length === 0
          ? []
          : [{ label: t`Asked for, and not in it`, before: null, after: missing.join(', ') }]),
      ],
      undo: t`Undo takes the new CV away again, as long as you haven’t changed it. Your own stays as it is.`,
    };
  },
  report: reportCv,
  // Which skills are asked for, somebody else wrote; nothing else of the posting is kept.
  outside: ({ called }) =>
    ['/matched', '/missing'].map((path) => ({
      path,
      item: 'posting',
      what: 'page',
      title: called ?? t`job posting`,
      by: null,
    })),
  async run(input, context) {
    const source = resumeIn(context.before.text);
    const made = makeCv(source, input.posting);
    const isAsked = context.mode === 'execute' && input.asItIs !== true && (await findMade(context)) === null;
    const tailored = isAsked ? await reworded(source, made, context) : made.tailored;
    const text = holdAgainst(source, tailored, deriveId(context.key));
    if (text === null) return fail({ kind: 'refused', because: notTraceable });
    const written = await writeOnce(context, stemOf(source, input), text);
    return succeed(await handOut(source, made, input, written, context));
  },
  async findEarlier(input, context) {
    const found = await findMade(context);
    if (found === null) return succeed(null);
    const source = resumeIn(context.before.text);
    return succeed(await handOut(source, makeCv(source, input.posting), input, found, context));
  },
  async readBack({ fileName, version }, { folder }) {
    const bytes = await folder.read(fileName);
    return succeed(bytes !== null && hashOf(bytes) === version);
  },
  undo({ fileName, version }, context) {
    return context.folder.exclusively(async (): Promise<Result<null>> => {
      const now = await context.folder.read(fileName);
      if (now === null) return succeed(null);
      const back = { name: fileName, now, former: null };
      if (hashOf(now) === version) await putFileBack(context, back);
      else if (context.overwrite) await overwriteFile(context, back, 'application/json');
      else return changedSince(t`the CV ${quote(fileName)}`);
      return succeed(null);
    });
  },
});

const notTraceable = t`Not every line of it could be traced back to your CV, so none was made. Your CV is as it was.`;

/** It was read before it was looked at, so it can be read. */
function resumeIn(text: string): Resume {
  const read = readResume(text);
  if (!read.ok) throw new Error('The CV was looked at and can’t be read.');
  return read.value;
}

/** `CV Jane Developer for gardener`: the person's words alone, since the file goes to others. */
function stemOf({ basics }: Resume, { called }: Input): string {
  return stemFrom(`CV ${basics?.name ?? ''}${called === undefined ? '' : ` for ${called}`}`, 'CV');
}

type Written = { readonly fileName: string; readonly text: string };

/** The file that this very call has made: it says so itself. */
async function findMade({ folder, key }: Pick<Context, 'folder' | 'key'>): Promise<Written | null> {
  const madeBy = deriveId(key);
  for (const fileName of await listMade(folder)) {
    const text = Buffer.from((await folder.read(fileName)) ?? []).toString('utf8');
    if (text.includes(madeBy) && readMade(text)?.madeBy === madeBy) return { fileName, text };
  }
  return null;
}

const listMade = async (folder: Folder): Promise<readonly string[]> =>
  (await folder.list()).filter((name) => /^CV.*\.json$/.test(name));

function writeOnce(context: Context, stem: string, text: string): Promise<Written> {
  const { folder, mode } = context;
  return folder.exclusively(async () => {
    const earlier = await findMade(context);
    if (earlier !== null) return earlier;
    const fileName = freeName(await folder.list(), stem, '.json');
    if (mode === 'execute') await folder.write(fileName, text);
    return { fileName, text };
  });
}

const noDocuments = { documents: [], cannotShow: '' };

/** Attaches the CV in its forms, and where each line of it comes from. */
async function handOut(
  source: Resume,
  made: Made,
  input: Input,
  { fileName, text }: Written,
  context: Context,
): Promise<Output> {
  const tailored: Tailored = { ...made.tailored, ...(readMade(text) ?? {}) };
  const lines = linesOf(tailored);
  const trace = traceOf(source, lines, tailored, made.match);
  const stem = fileName.replace(/\.json$/, '');
  const isRehearsed = context.mode === 'dry-run';
  const { documents, cannotShow } = isRehearsed ? noDocuments : await documentsOf(stem, text, lines);
  for (const document of documents) await context.attach(document);
  const bytes = JSON.stringify(trace);
  if (!isRehearsed) await context.attach({ name: `${stem} (sources).json`, mediaType: CV_TRACE_TYPE, bytes });
  return outputOf(trace, made, { fileName, version: hashOf(text), called: input.called ?? null, cannotShow });
}

function outputOf(
  { matched, missing, putFirst, leftOut, lines }: CvTrace,
  { posting }: Made,
  written: Pick<Output, 'fileName' | 'version' | 'called' | 'cannotShow'>,
): Output {
  return {
    ...written,
    matched: matched.slice(0, MOST_SAID),
    missing: missing.slice(0, MOST_SAID),
    putFirst: putFirst.map(({ words }) => words).slice(0, MOST_SAID),
    leftOut: leftOut.length,
    reworded: lines.filter(({ isReworded }) => isReworded).length,
    found: [...posting.found],
  };
}
