import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../project-folder.ts';

const read = (file: string): string => readFileSync(join(projectFolder, file), 'utf8');

test('docs/connectors.md explains the action as it is', () => {
  expect(read('docs/connectors.md')).toContain(read('connectors/documents/actions/delete-note.ts').trimEnd());
});
