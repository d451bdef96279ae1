import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LanguageSchema } from '#contract/language/language.ts';
import { listProjectFiles } from '../list-project-files.ts';
import { projectFolder } from '../project-folder.ts';
import type { Check } from './check.ts';
import { findSentences } from './find-sentences.ts';

/**
 * What is loaded together: the files of a language, the code that says what stands in them, and the data whose sentences
 * are said as well.
 */
const parts = [
  { files: ['window.json'], says: /^src-renderer\/(?!gallery\/)/, data: /^$/ },
  {
    files: ['core.json', 'connectors.json'],
    says: /^(contract|policies|connectors|db|src-main)\//,
    data: /^resources\/(?!languages\/|understanding\/model).*\.json$|^policies\/.*\.cedar$/,
  },
] as const;

const isCode = /\.tsx?$/;
const isTest = /(\.(test|testsuite)|-for-tests)\.tsx?$/;
const wordsOfWindow = /^src-renderer\/words\//;

/** A sentence of the code: where it stands, and what it is kept under. */
type Said = { readonly file: string; readonly line: number; readonly text: string };

/** Every sentence can be said in every language, and none is kept that nobody says. */
export const languages: Check = {
  name: 'languages',
  async run() {
    const all = await listProjectFiles();
    const files = all.filter((file) => isCode.test(file) && !isTest.test(file));
    const problems: string[] = [];
    const said: Said[] = [];
    const inEnglish: { readonly file: string; readonly text: string }[] = [];
    for (const file of files.filter((each) => parts.some(({ says }) => says.test(each)))) {
      const inWords = wordsOfWindow.test(file);
      const found = findSentences(file, readFileSync(join(projectFolder, file), 'utf8'), inWords);
      said.push(...found.said.map((each) => ({ file, ...each })));
      inEnglish.push(...found.english.map((text) => ({ file, text })));
      if (file.startsWith('src-renderer/')) problems.push(...findMisplaced(file, found));
    }
    const others = LanguageSchema.options.filter((language) => language !== 'en');
    const folders = join(projectFolder, 'resources/languages');
    const strange = readdirSync(folders).filter((folder) => others.every((each) => each !== folder));
    problems.push(...strange.map((folder) => `resources/languages/${folder}: no language of contract/language`));
    for (const language of others) {
      for (const { files: names, says, data } of parts) {
        const kept = names.map((name) => readKept(`resources/languages/${language}/${name}`));
        const ofPart = said.filter(({ file }) => says.test(file));
        const inData = [
          ...all.filter((file) => data.test(file)).flatMap(readData),
          ...inEnglish.filter(({ file }) => says.test(file)).map(({ text }) => text),
        ];
        problems.push(...findGaps(ofPart, kept, new Set(inData)));
      }
    }
    const count = new Set(said.map(({ text }) => text)).size;
    return { looked: `${count} sentences, ${others.length + 1} languages`, problems };
  },
};

/** The sentences of a language that stand in one file, by their English. */
export type Kept = { readonly file: string; readonly sentences: Readonly<Record<string, unknown>> };

function readKept(file: string): Kept {
  const path = join(projectFolder, file);
  return { file, sentences: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {} };
}

/** Every text in a file of data: the leaves of JSON, and what rules say. */
function readData(file: string): string[] {
  const text = readFileSync(join(projectFolder, file), 'utf8');
  if (file.endsWith('.cedar')) return [...text.matchAll(/@says\("([^"]*)"\)/g)].map(([, says = '']) => says);
  const leavesOf = (part: unknown): string[] => {
    if (typeof part === 'string') return [part];
    return typeof part === 'object' && part !== null ? Object.values(part).flatMap(leavesOf) : [];
  };
  return leavesOf(JSON.parse(text));
}

/** Sentences of the window that stand where no other language reaches them, or outside the room of its words. */
export function findMisplaced(file: string, found: ReturnType<typeof findSentences>): string[] {
  return [
    ...found.untold.map(({ line, text }) => `${file}:${line}: “${text}” is said in English only; write it as t\`…\``),
    ...(wordsOfWindow.test(file) ? [] : found.said).map(
      ({ line, text }) => `${file}:${line}: “${text}” belongs in src-renderer/words`,
    ),
  ];
}

/** What the files of one part lack, and what is wrong in them; what stands in data may be there as well. */
export function findGaps(
  said: readonly Said[],
  kept: readonly Kept[],
  inData: ReadonlySet<string> = new Set(),
): string[] {
  const wanted = new Map(said.map((each) => [each.text, each]));
  const where = kept.map(({ file }) => file).join(' or ');
  return [
    ...[...wanted.values()].flatMap(({ file, line, text }) => {
      const holders = kept.filter(({ sentences }) => Object.hasOwn(sentences, text));
      if (holders.length === 0) return [`${file}:${line}: “${text}” stands not in ${where}`];
      return holders.length === 1
        ? []
        : [`${file}:${line}: “${text}” stands twice, in ${where.replace(' or ', ' and ')}`];
    }),
    ...kept.flatMap(({ file, sentences }) =>
      Object.entries(sentences).flatMap(([english, other]) => {
        if (!wanted.has(english) && !inData.has(english)) return [`${file}: “${english}” is said nowhere any more`];
        if (typeof other !== 'string' || other.trim() === '') return [`${file}: “${english}” is empty`];
        return placesOf(english) === placesOf(other) ? [] : [`${file}: “${english}” has other places in “${other}”`];
      }),
    ),
  ];
}

/** `{0} {1} {number}`: where values stand, in whatever order. */
const placesOf = (sentence: string): string => [...new Set(sentence.match(/\{\w+\}/g))].sort().join(' ');
