import type { Resume, Section } from '#connectors/cv/resume.ts';
import type { Pointer } from '#connectors/cv/tailor.ts';
import { inEnglish } from '#contract/language/t.ts';

/** One line of a CV as it is printed, and the places in the CV that it is made of. Headings of parts are made of none. */
export type CvLine = {
  readonly kind: 'name' | 'label' | 'contact' | 'part' | 'entry' | 'when' | 'text' | 'point';
  readonly text: string;
  readonly from: readonly Pointer[];
};

/** As a CV has them; what shows one to the person says them in their language. */
export const PART_TITLES: Readonly<Record<Section | 'summary', string>> = {
  summary: inEnglish`Profile`,
  work: inEnglish`Experience`,
  projects: inEnglish`Projects`,
  skills: inEnglish`Skills`,
  education: inEnglish`Education`,
  certificates: inEnglish`Certificates`,
  volunteer: inEnglish`Volunteering`,
  awards: inEnglish`Awards`,
  publications: inEnglish`Publications`,
  languages: inEnglish`Languages`,
  interests: inEnglish`Interests`,
  references: inEnglish`References`,
};

/** A text at its place; none where it is empty. */
type Piece = { readonly text: string; readonly from: readonly Pointer[] } | null;

/** The lines of a CV from the top down, in the order of its parts. Nothing is added but the headings of parts, labels and dates. */
export function layOut(resume: Resume): readonly CvLine[] {
  const { basics = {} } = resume;
  const sections = Object.keys(resume).filter((key): key is Section => key in layouts);
  return [
    ...line('name', at(basics.name, '/basics/name')),
    ...line('label', at(basics.label, '/basics/label')),
    ...line('contact', joined(' · ', contactOf(basics))),
    ...under('summary', line('text', at(basics.summary, '/basics/summary'))),
    ...sections.flatMap((section) =>
      under(
        section,
        (resume[section] ?? []).flatMap((entry, index) => layouts[section](entry, `/${section}/${index}`)),
      ),
    ),
  ];
}

const under = (part: Section | 'summary', lines: readonly CvLine[]): readonly CvLine[] =>
  lines.length === 0 ? [] : [{ kind: 'part', text: PART_TITLES[part], from: [] }, ...lines];

function at(value: unknown, from: Pointer): Piece {
  const text = typeof value === 'string' ? value.trim().replaceAll(/\s+/g, ' ') : '';
  return text === '' ? null : { text, from: [from] };
}

const line = (kind: CvLine['kind'], piece: Piece): CvLine[] => (piece === null ? [] : [{ kind, ...piece }]);

function joined(between: string, pieces: readonly Piece[]): Piece {
  const there = pieces.filter((piece) => piece !== null);
  if (there.length === 0) return null;
  return { text: there.map(({ text }) => text).join(between), from: there.flatMap(({ from }) => from) };
}

const labelled = (label: string, piece: Piece): Piece =>
  piece === null ? null : { text: `${label}: ${piece.text}`, from: piece.from };

const inBrackets = (piece: Piece): Piece => (piece === null ? null : { text: `(${piece.text})`, from: piece.from });

function listAt(values: unknown, from: Pointer): Piece {
  const texts = Array.isArray(values) ? values : [];
  return joined(
    ', ',
    texts.map((value, index) => at(value, `${from}/${index}`)),
  );
}

const pointsAt = (values: unknown, from: Pointer): CvLine[] =>
  (Array.isArray(values) ? values : []).flatMap((value, index) => line('point', at(value, `${from}/${index}`)));

type Entry = Readonly<Record<string, unknown>>;

function whenOf({ startDate, endDate }: Entry, from: Pointer): Piece {
  const [start, end] = [dateAt(startDate, `${from}/startDate`), dateAt(endDate, `${from}/endDate`)];
  // What has no end may well go on, but the CV does not say so.
  if (start !== null && end === null) return { text: `From ${start.text}`, from: start.from };
  return joined(' – ', start?.text === end?.text ? [start] : [start, end]);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2021-03-01` is “Mar 2021”; what is no such date stays as it is. */
function dateAt(value: unknown, from: Pointer): Piece {
  const piece = at(value, from);
  const [, year, month] = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(piece?.text ?? '') ?? [];
  const name = MONTHS[Number(month) - 1];
  return piece === null || name === undefined ? piece : { ...piece, text: `${name} ${year}` };
}

function contactOf(basics: Entry): readonly Piece[] {
  const { location, profiles } = basics as { location?: Entry; profiles?: readonly Entry[] };
  return [
    joined(', ', [at(location?.city, '/basics/location/city'), at(location?.region, '/basics/location/region')]),
    at(basics.email, '/basics/email'),
    at(basics.phone, '/basics/phone'),
    at(basics.url, '/basics/url'),
    ...(profiles ?? []).map((profile, index) => {
      const from = `/basics/profiles/${index}`;
      const address = at(profile.url, `${from}/url`) ?? at(profile.username, `${from}/username`);
      return address === null ? null : joined(': ', [at(profile.network, `${from}/network`), address]);
    }),
  ];
}

/** What somebody did somewhere, for a time. */
const position =
  (place: string) =>
  (entry: Entry, from: Pointer): CvLine[] => [
    ...line('entry', joined(', ', [at(entry.position, `${from}/position`), at(entry[place], `${from}/${place}`)])),
    ...line('when', joined(' · ', [whenOf(entry, from), at(entry.location, `${from}/location`)])),
    ...line('text', at(entry.summary, `${from}/summary`)),
    ...pointsAt(entry.highlights, `${from}/highlights`),
  ];

/** Something that has a name, somebody who gave it, and a date. */
const dated =
  (name: string, giver: string, date: string) =>
  (entry: Entry, from: Pointer): CvLine[] => [
    ...line('entry', joined(', ', [at(entry[name], `${from}/${name}`), at(entry[giver], `${from}/${giver}`)])),
    ...line('when', joined(' · ', [dateAt(entry[date], `${from}/${date}`), at(entry.url, `${from}/url`)])),
    ...line('text', at(entry.summary, `${from}/summary`)),
  ];

const layouts: Readonly<Record<Section, (entry: Entry, from: Pointer) => readonly CvLine[]>> = {
  work: position('name'),
  volunteer: position('organization'),
  projects: (entry, from) => [
    ...line(
      'entry',
      joined(', ', [
        at(entry.name, `${from}/name`),
        listAt(entry.roles, `${from}/roles`),
        entry.entity === entry.name ? null : at(entry.entity, `${from}/entity`),
      ]),
    ),
    ...line('when', joined(' · ', [whenOf(entry, from), at(entry.url, `${from}/url`)])),
    ...line('text', at(entry.description, `${from}/description`)),
    ...pointsAt(entry.highlights, `${from}/highlights`),
    ...line('text', labelled('Keywords', listAt(entry.keywords, `${from}/keywords`))),
  ],
  education: (entry, from) => [
    ...line(
      'entry',
      joined(', ', [
        at(entry.studyType, `${from}/studyType`),
        at(entry.area, `${from}/area`),
        at(entry.institution, `${from}/institution`),
      ]),
    ),
    ...line('when', joined(' · ', [whenOf(entry, from), labelled('Grade', at(entry.score, `${from}/score`))])),
    ...line('text', labelled('Courses', listAt(entry.courses, `${from}/courses`))),
  ],
  skills: (entry, from) => {
    const name = joined(' ', [at(entry.name, `${from}/name`), inBrackets(at(entry.level, `${from}/level`))]);
    return line('point', joined(': ', [name, listAt(entry.keywords, `${from}/keywords`)]));
  },
  languages: (entry, from) =>
    line('point', joined(': ', [at(entry.language, `${from}/language`), at(entry.fluency, `${from}/fluency`)])),
  interests: (entry, from) =>
    line('point', joined(': ', [at(entry.name, `${from}/name`), listAt(entry.keywords, `${from}/keywords`)])),
  awards: dated('title', 'awarder', 'date'),
  certificates: dated('name', 'issuer', 'date'),
  publications: dated('name', 'publisher', 'releaseDate'),
  references: (entry, from) => [
    ...line('entry', at(entry.name, `${from}/name`)),
    ...line('text', at(entry.reference, `${from}/reference`)),
  ],
};
