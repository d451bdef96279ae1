import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFolder } from '#connectors/sdk/local-folder.ts';
import { createArtifactStore } from '#main/artifacts/artifact-store.ts';
import { makeFolder } from '#main/compose-for-tests.ts';

it('keeps the same content once, however often and at the same time, and gives it back byte for byte', async () => {
  const folder = join(makeFolder(), 'artifacts');
  const store = createArtifactStore(openFolder(folder));
  const bytes = Uint8Array.from({ length: 5000 }, (_, n) => n % 256);
  const kept = await Promise.all([store.keep(bytes), store.keep(bytes), store.keep('words'), store.keep(bytes)]);
  expect(kept[0]).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), size: 5000 });
  expect(kept[3]).toEqual(kept[0]);
  expect(readdirSync(folder)).toHaveLength(2);
  expect(Buffer.from((await store.read(kept[0]?.sha256 ?? '')) ?? [])).toEqual(Buffer.from(bytes));
  expect(await store.read('0'.repeat(64))).toBeNull();
});
