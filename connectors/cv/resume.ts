import { z } from 'zod';
import { misfit } from '#connectors/sdk/failures.ts';
import { t } from '#contract/language/t.ts';
import type { Json, JsonObject } from '#contract/model/json.ts';
import { type Result, succeed } from '#contract/model/result.ts';

const Text = z.string().max(20_000);
const Texts = z.array(Text).max(500);
const Entries = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.looseObject(shape).partial()).max(500);

/** JSON Resume (https://jsonresume.org, schema 1.0.0). What it does not know of stays in the file and is left alone. */
const ResumeSchema = z
  .looseObject({
    basics: z
      .looseObject({
        name: Text,
        label: Text,
        email: Text,
        phone: Text,
        url: Text,
        summary: Text,
        location: z.looseObject({ city: Text, region: Text, countryCode: Text }).partial(),
        profiles: Entries({ network: Text, username: Text, url: Text }),
      })
      .partial(),
    work: Entries({
      name: Text,
      position: Text,
      location: Text,
      startDate: Text,
      endDate: Text,
      summary: Text,
      highlights: Texts,
    }),
    volunteer: Entries({
      organization: Text,
      position: Text,
      startDate: Text,
      endDate: Text,
      summary: Text,
      highlights: Texts,
    }),
    education: Entries({
      institution: Text,
      area: Text,
      studyType: Text,
      startDate: Text,
      endDate: Text,
      score: Text,
      courses: Texts,
    }),
    awards: Entries({ title: Text, date: Text, awarder: Text, summary: Text }),
    certificates: Entries({ name: Text, date: Text, issuer: Text, url: Text }),
    publications: Entries({ name: Text, publisher: Text, releaseDate: Text, url: Text, summary: Text }),
    skills: Entries({ name: Text, level: Text, keywords: Texts }),
    languages: Entries({ language: Text, fluency: Text }),
    interests: Entries({ name: Text, keywords: Texts }),
    references: Entries({ name: Text, reference: Text }),
    projects: Entries({
      name: Text,
      description: Text,
      highlights: Texts,
      keywords: Texts,
      startDate: Text,
      endDate: Text,
      url: Text,
      roles: Texts,
      entity: Text,
    }),
  })
  .partial();
export type Resume = z.infer<typeof ResumeSchema>;

/** The parts of a CV that are lists, in the order in which they usually stand. */
export const SECTIONS = [
  'work',
  'projects',
  'skills',
  'education',
  'certificates',
  'volunteer',
  'awards',
  'publications',
  'languages',
  'interests',
  'references',
] as const;
export type Section = (typeof SECTIONS)[number];

/** The text of a file as a CV, or what is wrong with it in one plain sentence. */
export function readResume(text: string): Result<Resume> {
  const parsed = parse(text.replace(/^\ufeff/, ''));
  if (parsed === undefined || parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) {
    return misfit(t`This file is no CV in the JSON Resume format, so it can’t be read. Nothing was done.`);
  }
  const read = ResumeSchema.safeParse(withoutNulls(parsed));
  if (!read.success) {
    const [issue] = read.error.issues;
    return misfit(t`In this CV, ${sayPlace(issue?.path ?? [])} is not as JSON Resume wants it. Nothing was done.`);
  }
  if (!read.data.basics?.name?.trim()) return misfit(t`There is no name in this CV (under basics). Nothing was done.`);
  if (SECTIONS.every((section) => (read.data[section]?.length ?? 0) === 0)) {
    return misfit(t`There is nothing in this CV but a name. Nothing was done.`);
  }
  return succeed(read.data);
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Some programs write null for what is not there. */
function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.filter((each) => each !== null).map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value as JsonObject).filter(([, each]) => each !== null);
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutNulls(each as Json)]));
}

/** `work, entry 2, startDate` */
function sayPlace(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? t`entry ${part + 1}` : String(part)));
  return parts.length === 0 ? t`something` : `“${parts.join(', ')}”`;
}
