import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectors } from '#connectors/registry.ts';
import { computeCapability } from '#connectors/sdk/capability.ts';
import { projectFolder } from '../project-folder.ts';

const rows = readFileSync(join(projectFolder, 'README.md'), 'utf8').split('\n');

test.each(connectors)('README.md says of $title what is computed of it', (connector) => {
  const about = rows.filter((row) => row.startsWith('|') && row.includes(`connectors/${connector.provider}/README.md`));
  expect(about, 'rows of the table that link its page').toHaveLength(1);
  const state = about[0]?.split('|')[3]?.trim() ?? '';
  expect(state.split(':')[0]).toBe(computeCapability(connector));
});
