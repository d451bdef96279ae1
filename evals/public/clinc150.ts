import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Score } from '../score.ts';

const RowsSchema = z.array(z.object({ text: z.string(), intent: z.string() }));
const MapSchema = z.object({ domains: z.record(z.string(), z.string()), oos: z.string() });

/** The validation part of CLINC150, by domain; a refused sentence counts as wrong. */
export function scoreClinc150(folder: string): readonly Score[] {
  const rows = RowsSchema.parse(JSON.parse(readFileSync(join(folder, 'val.json'), 'utf8')));
  const map = MapSchema.parse(JSON.parse(readFileSync(join(folder, 'life-os-domains.json'), 'utf8')));
  const read = rows.map(({ text, intent }) => ({
    wanted: intent === 'oos' ? map.oos : map.domains[intent],
    domain: ask(text).goals[0]?.domain,
  }));
  const inside = read.filter(({ wanted }) => wanted !== map.oos);
  const outside = read.filter(({ wanted }) => wanted === map.oos);
  const refused = (ones: typeof read) => ones.filter(({ domain }) => domain === map.oos).length;
  const set = 'clinc150 val';
  return [
    {
      set,
      measure: 'domain',
      right: inside.filter(({ wanted, domain }) => wanted === domain).length,
      of: inside.length,
      least: 0.95,
    },
    { set, measure: 'out of scope said', right: refused(outside), of: outside.length, least: 0.7 },
    { set, measure: 'in scope refused', right: refused(inside), of: inside.length, least: 0.05, atMost: true },
  ];
}
