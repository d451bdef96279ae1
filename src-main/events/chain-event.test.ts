import { hash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalJson } from '#main/events/canonical-json.ts';
import { GENESIS, hashEvent } from '#main/events/chain-event.ts';

it('hashes the canonical JSON of an entry, whatever the order of its fields', () => {
  const entry = {
    seq: 7,
    at: '2026-11-24T10:00:00.000Z',
    actor: 'you',
    runId: null,
    stepId: 'a "step"',
    kind: 'app.started',
    body: '{"kind":"app.started","version":"ä"}',
    previousHash: GENESIS,
  };
  const turned = Object.fromEntries(Object.entries(entry).reverse()) as typeof entry;
  expect(hashEvent(entry)).toBe(hash('sha256', canonicalJson(entry), 'hex'));
  expect(hashEvent(turned)).toBe(hashEvent(entry));
});
