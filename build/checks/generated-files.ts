import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiDocs, deliveryPage, importsPicture, registry } from '../documents/generated-documents.ts';
import { projectFolder } from '../project-folder.ts';
import type { Check } from './check.ts';

const documents = [registry, apiDocs, deliveryPage, importsPicture];

/** Files that are made from the code say what the code says now. */
export const generatedFiles: Check = {
  name: 'generated-files',
  async run() {
    const problems: string[] = [];
    for (const { file, writtenBy, render } of documents) {
      const path = join(projectFolder, file);
      const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === (await render());
      if (!isCurrent) problems.push(`${file}: not what the code says; run “${writtenBy}”`);
    }
    return { looked: documents.map(({ file }) => file).join(', '), problems };
  },
};
