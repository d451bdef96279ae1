// The first half of `npm run docs`: writes docs/api.md from the contract and docs/delivery.md from the actions.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiDocs, deliveryPage } from './documents/generated-documents.ts';
import { projectFolder } from './project-folder.ts';

for (const page of [apiDocs, deliveryPage]) writeFileSync(join(projectFolder, page.file), await page.render());
