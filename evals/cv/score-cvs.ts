import { findViolations } from '#connectors/cv/check-claims.ts';
import { linesOf, type Made, makeCv, reworded } from '#connectors/cv/make-cv.ts';
import { type Resume, readResume } from '#connectors/cv/resume.ts';
import { MAY_BE_REWORDED, type Tailored } from '#connectors/cv/tailor.ts';
import { traceOf } from '#connectors/cv/trace.ts';
import { writeDocx } from '#connectors/cv/write-docx.ts';
import { writeMarkdown } from '#connectors/cv/write-markdown.ts';
import { writePdf } from '#connectors/cv/write-pdf.ts';
import type { Reword } from '#connectors/sdk/action.ts';
import type { Json } from '#contract/model/json.ts';
import { writePointer } from '#contract/model/json-pointer.ts';
import type { Score } from '../score.ts';
import { foreignWords, unsourcedLines } from './find-unsourced.ts';
import { inventingModel } from './inventing-model.ts';
import { textOfDocx, textOfPdf } from './read-documents.ts';

export type Named = { readonly name: string; readonly text: string };
type OnWrong = (line: string) => void;

const PLANTED = ['Kubernetes expert since 1999', 'Google', '2031-01', 'PhD', '987654'];

/**
 * Every CV for every posting, by order and choice alone and with a model that invents: each line of the Markdown and the
 * JSON, and of a Word file and a PDF for each person, held against the person's CV by a check that knows nothing of how it was made. And
 * inventions that are planted into each: whether the app's own last check finds them.
 */
export async function scoreCvs(
  set: string,
  resumes: readonly Named[],
  postings: readonly Named[],
  onWrong: OnWrong,
): Promise<readonly Score[]> {
  const plain = { right: 0, of: 0 };
  const withModel = { right: 0, of: 0 };
  const planted = { right: 0, of: 0 };
  for (const { name, text } of resumes) {
    const read = readResume(text);
    if (!read.ok) throw new Error(`${name} can’t be read: ${JSON.stringify(read.failure)}`);
    for (const [index, posting] of postings.entries()) {
      const made = makeCv(read.value, posting.text);
      const invented = await reworded(read.value, made, {
        reword: inventingModel,
        signal: AbortSignal.timeout(60_000),
      });
      const tell: OnWrong = (what) => onWrong(`${set}, ${name} for ${posting.name}: ${what}`);
      // Word files and PDFs are set from the very same lines, and take longest: one of each person's is read.
      add(plain, await check(read.value, text, made, made.tailored, index === 0, tell));
      add(withModel, await check(read.value, text, made, invented, false, tell));
      add(planted, plant(read.value, made.tailored, tell));
    }
  }
  return [
    { set, measure: 'lines that stand in their source', ...plain, least: 1 },
    { set, measure: 'lines, with a model that invents', ...withModel, least: 1 },
    { set, measure: 'planted inventions that are found', ...planted, least: 1 },
  ];
}

type Count = { right: number; of: number };

function add(sum: Count, { right, of }: Count): void {
  sum.right += right;
  sum.of += of;
}

async function check(
  source: Resume,
  own: string,
  made: Made,
  tailored: Tailored,
  withFiles: boolean,
  onWrong: OnWrong,
): Promise<Count> {
  const lines = linesOf(tailored);
  const markdown = writeMarkdown(lines);
  const pdf = withFiles ? await writePdf(lines) : { cannotShow: '' };
  const documents = [markdown.replaceAll('\\', ''), JSON.stringify(Object.values(tailored.resume))];
  if (withFiles) documents.push(textOfDocx(await writeDocx(lines)));
  if ('bytes' in pdf) documents.push(joinedAgain(await textOfPdf(pdf.bytes)));
  const ownText = JSON.stringify(JSON.parse(own));
  const wrong = [
    ...unsourcedLines(traceOf(source, lines, tailored, made.match)),
    ...documents.flatMap((document) => foreignWords(unquoted(document), unquoted(ownText))),
    ...findViolations(source, tailored).map(({ place, because }) => `${place}: ${because}`),
  ];
  wrong.forEach(onWrong);
  return { right: lines.length - Math.min(lines.length, wrong.length), of: lines.length };
}

/** Words that a PDF breaks at the end of a line stand in it in two parts. */
const joinedAgain = (text: string): string => text.replaceAll(/-\s*\n\s*/g, '-');
/** JSON writes some signs as escapes, whose letters are no words. */
const unquoted = (text: string): string => text.replaceAll(/\\[nrtbf"\\/]/g, ' ');

/** Puts an invention in the place of each text, one after the other: the last check has to find every one of them. */
function plant(source: Resume, { resume, sources }: Tailored, onWrong: OnWrong): Count {
  const places = Object.keys(sources);
  const count = { right: 0, of: places.length };
  for (const [index, place] of places.entries()) {
    const invention = PLANTED[index % PLANTED.length] ?? '';
    const before = String(textAt(resume, place));
    const said = MAY_BE_REWORDED.test(place) ? `${before} ${invention}` : invention;
    const wrong = writePointer(resume as Json, place, said) as Resume;
    if (findViolations(source, { resume: wrong, sources }).some((one) => one.place === place)) count.right += 1;
    else onWrong(`planted at ${place} and not found: ${said}`);
  }
  return count;
}

function textAt(resume: Resume, place: string): unknown {
  return place
    .split('/')
    .slice(1)
    .reduce<unknown>((here, key) => (here as Record<string, unknown>)[key], resume);
}

/** The same check on a model whose word is taken as it stands: it has to find inventions in every CV. */
export async function findsWhatIsUnchecked(resume: Named, posting: Named, reword: Reword): Promise<number> {
  const read = readResume(resume.text);
  if (!read.ok) throw new Error(`${resume.name} can’t be read.`);
  const made = makeCv(read.value, posting.text);
  const places = Object.keys(made.tailored.sources).filter((place) => MAY_BE_REWORDED.test(place));
  const asked = places.map((place) => ({ text: String(textAt(made.tailored.resume, place)), first: [] }));
  const said = await reword({ lines: asked, check: () => null, signal: AbortSignal.timeout(60_000) });
  let believed = made.tailored.resume as Json;
  for (const [index, place] of places.entries()) believed = writePointer(believed, place, said[index] ?? '') as Json;
  const tailored = { ...made.tailored, resume: believed as Resume };
  return unsourcedLines(traceOf(read.value, linesOf(tailored), tailored, made.match)).length;
}
