import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project-folder.ts';
import { placeBetweenMarkers } from './place-between-markers.ts';
import { renderApiDocs } from './render-api-docs.ts';
import { renderImports } from './render-imports.ts';

export type GeneratedDocument = { readonly file: string; render(): Promise<string> };

export const apiDocs: GeneratedDocument = { file: 'docs/api.md', render: renderApiDocs };

export const importsPicture: GeneratedDocument = {
  file: 'docs/architecture.md',
  async render() {
    const page = readFileSync(join(projectFolder, 'docs/architecture.md'), 'utf8');
    return placeBetweenMarkers(page, await renderImports());
  },
};
