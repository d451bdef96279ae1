// The second half of `npm run docs`: draws the picture in docs/architecture.md from the imports.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsPicture } from './documents/generated-documents.ts';
import { projectFolder } from './project-folder.ts';

writeFileSync(join(projectFolder, importsPicture.file), await importsPicture.render());
