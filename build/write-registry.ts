// `npm run registry`: writes connectors/registry.ts from the folders that are there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from './documents/generated-documents.ts';
import { projectFolder } from './project-folder.ts';

writeFileSync(join(projectFolder, registry.file), await registry.render());
