import { z } from 'zod';
import { type Resume, readResume } from '#connectors/cv/resume.ts';
import type { Sources } from '#connectors/cv/tailor.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { misfit, unreadable } from '#connectors/sdk/failures.ts';
import { findOne } from '#connectors/sdk/places/find-place.ts';
import { sayPlace } from '#connectors/sdk/places/say-file.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { t } from '#contract/language/t.ts';
import type { Json } from '#contract/model/json.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** The person's own CV, as they handed it over. */
export const CV_FILE = 'My CV.json';
const MOST_BYTES = 1_000_000;

export type LoadedCv = { readonly text: string; readonly resume: Resume };

/** The CV that is kept here, or the one in a picked folder that the person named. */
export async function loadCv(where: Surroundings, place: string | undefined): Promise<Result<LoadedCv>> {
  const text = place === undefined ? await keptText(where) : await textAt(where, place);
  if (!text.ok) return text;
  const resume = readResume(text.value);
  return resume.ok ? succeed({ text: text.value, resume: resume.value }) : resume;
}

async function keptText({ folder }: Surroundings): Promise<Result<string>> {
  const kept = await readTextFile(folder, CV_FILE);
  if (!kept.ok) return kept;
  return kept.value === null ? misfit(noCvYet) : succeed(kept.value);
}

const noCvYet = t`Your CV isn’t here yet. Under Integrations, at “Your CV”, take in the file with your CV (JSON Resume). Nothing was done.`;

async function textAt(where: Surroundings, place: string): Promise<Result<string>> {
  const entry = await findOne(place, 'file', where);
  if (!entry.ok) return entry;
  const read = await where.places.read(entry.value.place, MOST_BYTES);
  if (!read.ok) return read;
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(read.value.bytes));
  } catch {
    return unreadable(t`${sayPlace(entry.value.place)} is no plain text, so it can’t be read as a CV.`);
  }
}

const MadeSchema = z.object({
  meta: z.object({ lifeOs: z.object({ madeBy: z.string(), sources: z.record(z.string(), z.string()) }) }),
});

/** The result as a JSON Resume file, which says of each text where it stands in the person's CV, and by which call it was made. */
export function writeResume(resume: Resume, sources: Sources, madeBy: string): string {
  const meta = { version: 'v1.0.0', lifeOs: { madeBy, sources } };
  const schema = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';
  return `${JSON.stringify({ $schema: schema, ...resume, meta }, null, 2)}\n`;
}

/** A file of ours, as it was made or has been changed since; null for every other. */
export function readMade(text: string): { resume: Resume; sources: Sources; madeBy: string } | null {
  try {
    const raw = JSON.parse(text) as Json;
    const { lifeOs } = MadeSchema.parse(raw).meta;
    const { $schema: _schema, meta: _meta, ...resume } = raw as Record<string, Json>;
    return { resume: resume as Resume, ...lifeOs };
  } catch {
    return null;
  }
}
