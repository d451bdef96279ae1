// The first half of `npm run docs`: writes docs/api.md from the contract.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiDocs } from './documents/generated-documents.ts';
import { projectFolder } from './project-folder.ts';

writeFileSync(join(projectFolder, apiDocs.file), await apiDocs.render());
