// `npm run eval`: the golden sets, and with `--data DIR` the public ones, with the last run beside this one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ask } from './ask.ts';
import { scoreOwnCvs } from './cv/own-cases.ts';
import { scoreGoldenSets } from './golden-sets.ts';
import { scoreClinc150 } from './public/clinc150.ts';
import { scoreRecognizersText } from './public/recognizers-text.ts';
import { scoreResumes } from './public/resumes.ts';
import { scoreSlurp } from './public/slurp.ts';
import { holds, type Score, share } from './score.ts';

const LAST = new URL('./last-run.json', import.meta.url);
const { values } = parseArgs({ options: { data: { type: 'string' }, wrong: { type: 'boolean', default: false } } });

const onWrong = values.wrong ? (line: string) => console.log(line) : () => {};

/** Each public set by the name of its folder, with a file that is in none of the others. */
const sets = [
  { name: 'clinc150', holds: 'life-os-domains.json', score: scoreClinc150 },
  { name: 'slurp', holds: 'life-os-intents.json', score: scoreSlurp },
  { name: 'recognizers_text', holds: 'DateTime/DateTimeModel.json', score: scoreRecognizersText },
  { name: 'resumes', holds: 'complete-resume.json', score: (folder: string) => scoreResumes(folder, onWrong) },
];
const publicScores = values.data === undefined ? [] : await scorePublic(resolve(values.data));
const golden = scoreGoldenSets(onWrong);
const scores = [...golden, ...(await scoreOwnCvs(onWrong)), ...publicScores];

const last = existsSync(LAST) ? z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(LAST, 'utf8'))) : {};
const nameOf = ({ set, measure }: Score) => `${set}: ${measure}`;
const percent = (value: number | undefined) => (value === undefined ? '–' : `${(100 * value).toFixed(1)}%`).padStart(7);
for (const score of scores) {
  const bound = score.least === null ? '' : `${score.atMost ? '≤' : '≥'} ${percent(score.least).trim()}`;
  const mark = holds(score) ? '✓' : '✗';
  console.log(
    `${mark} ${nameOf(score).padEnd(56)} ${percent(share(score))}  ${`${score.right}/${score.of}`.padStart(9)}  last ${percent(last[nameOf(score)])}  ${bound}`,
  );
}
const ours = scores.map((score) => [nameOf(score), Number(share(score).toFixed(4))]);
writeFileSync(LAST, `${JSON.stringify({ ...last, ...Object.fromEntries(ours) }, null, 2)}\n`);
speed();
process.exitCode = scores.every(holds) ? 0 : 1;

/** The folder of one set, or one that has several of them in it. */
async function scorePublic(data: string): Promise<readonly Score[]> {
  const found = sets.flatMap(({ name, holds: file, score }) => {
    const folder = [data, join(data, name)].find((each) => existsSync(join(each, file)));
    return folder === undefined ? [] : [() => score(folder)];
  });
  if (found.length > 0) return (await Promise.all(found.map((score) => score()))).flat();
  console.error(`There is none of the sets in ${data}: ${sets.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

function speed(): void {
  const texts = [
    'Put lunch on Friday at 1pm',
    'remind me to pay the rent on the 1st of every month',
    'what is on my list?',
  ];
  const times = Array.from({ length: 300 }, (_, at) => {
    const began = performance.now();
    ask(texts[at % texts.length] ?? '');
    return performance.now() - began;
  }).sort((a, b) => a - b);
  console.log(`One sentence takes ${times[150]?.toFixed(1)} ms (99 of 100 within ${times[297]?.toFixed(1)} ms).`);
}
