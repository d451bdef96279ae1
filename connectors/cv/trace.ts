import { type CvLine, PART_TITLES } from '#connectors/cv/lay-out.ts';
import type { Match } from '#connectors/cv/match.ts';
import type { Resume, Section } from '#connectors/cv/resume.ts';
import type { Pointer, Tailored } from '#connectors/cv/tailor.ts';
import { inLanguage, t } from '#contract/language/t.ts';
import type { CvTrace } from '#contract/model/cv-trace.ts';
import type { Json } from '#contract/model/json.ts';
import { readPointer } from '#contract/model/json-pointer.ts';

type Place = CvTrace['leftOut'][number];

/** For people and for programs: where each line of the result stands in the person's CV, and what was done with the rest. */
export function traceOf(source: Resume, lines: readonly CvLine[], tailored: Tailored, match: Match): CvTrace {
  const { resume, sources, putFirst, leftOut } = tailored;
  const isReworded = (place: Pointer) =>
    readPointer(resume as Json, place) !== readPointer(source as Json, sources[place] ?? '');
  return {
    matched: [...match.matched],
    missing: [...match.missing],
    putFirst: putFirst.map((place) => placeIn(source, place)),
    leftOut: leftOut.map((place) => placeIn(source, place)),
    lines: lines.map(({ text, from }) => ({
      text,
      from: from.map((place) => placeIn(source, sources[place] ?? '')),
      isReworded: from.some(isReworded),
    })),
  };
}

export function placeIn(source: Resume, pointer: Pointer): Place {
  return { pointer, where: whereIs(source, pointer), words: wordsAt(readPointer(source as Json, pointer)) };
}

/** `Experience, TechCorp Inc, line 2` */
function whereIs(source: Resume, pointer: Pointer): string {
  const [, part = '', index] = pointer.split('/');
  if (part === 'basics') return t`Name, contact and profile`;
  const title = inLanguage(PART_TITLES[part as Section] ?? part);
  const entry = index === undefined ? undefined : readPointer(source as Json, `/${part}/${index}`);
  const name = entry === undefined ? '' : titleOf(entry);
  const [, line] = /\/(?:highlights|courses|keywords)\/(\d+)$/.exec(pointer) ?? [];
  const told = line === undefined ? '' : t`, line ${Number(line) + 1}`;
  return name === '' || pointer === `/${part}/${index}` ? title : `${title}, ${name}${told}`;
}

const NAMES = ['name', 'organization', 'institution', 'title', 'language', 'position'];

function titleOf(entry: Json): string {
  const found = NAMES.map((name) => readPointer(entry, `/${name}`)).find(
    (each) => typeof each === 'string' && each !== '',
  );
  return typeof found === 'string' ? found : '';
}

/** A text as it stands; of an entry what it is called. */
function wordsAt(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object'
    ? titleOf(value) ||
        Object.values(value)
          .filter((each) => typeof each === 'string')
          .join(', ')
    : String(value);
}
