import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Score } from '../score.ts';

const RowsSchema = z.array(z.object({ text: z.string(), intent: z.string() }));
const MapSchema = z.object({ intents: z.record(z.string(), z.string()) });

/** SLURP's calendar, lists, email and alarm. The model has learnt from these, so this says less than the held-out share. */
export function scoreSlurp(folder: string): readonly Score[] {
  const rows = RowsSchema.parse(JSON.parse(readFileSync(join(folder, 'devel.json'), 'utf8')));
  const { intents } = MapSchema.parse(JSON.parse(readFileSync(join(folder, 'life-os-intents.json'), 'utf8')));
  const wanted = rows.filter(({ intent }) => intents[intent] !== undefined);
  const right = wanted.filter(({ text, intent }) => ask(text).goals[0]?.intent === intents[intent]).length;
  return [{ set: 'slurp devel (learnt from)', measure: 'intent', right, of: wanted.length, least: 0.85 }];
}
