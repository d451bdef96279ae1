import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { TestLife } from '#main/compose-for-tests.ts';

/**
 * No secret stands in a file of the life, in its log, in what its doors answer or export, or in what Node would write
 * down of a crash. Closes the life.
 */
export async function expectNoSecret(life: TestLife, secrets: readonly string[]): Promise<void> {
  expect(secrets.length).toBeGreaterThan(0);
  const { integrations, workflows, attention, toolServers, events, memory } = life.api;
  const answers = [
    await integrations.list(),
    await workflows.list({}),
    await attention.get({}),
    await toolServers.list(),
    await events.history({}),
    await memory.export(),
  ];
  const said = JSON.stringify([life.logged, answers, process.report.getReport()]);
  await life.close();
  const files = readdirSync(life.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ name, bytes: readFileSync(join(parentPath, name)) }));
  expect(files.map(({ name }) => name)).toContain('life-os.db');
  for (const secret of secrets.flatMap(formsOf)) {
    expect(said).not.toContain(secret);
    expect(files.filter(({ bytes }) => bytes.includes(secret)).map(({ name }) => name)).toEqual([]);
  }
}

/** Fewer characters than this stand somewhere by chance. */
const TELLING = 10;

/** As it is, and as it goes over the wire. */
const formsOf = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  // Wherever it begins in a longer text that is encoded, this much of it looks the same.
  ...[0, 1, 2].map(shiftedBy(secret)).filter((form) => form.length >= TELLING),
];

const shiftedBy = (secret: string) => (by: number) =>
  Buffer.from('-'.repeat(by) + secret)
    .toString('base64')
    .slice(by === 0 ? 0 : 4, -4);
