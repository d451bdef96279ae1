import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project-folder.ts';
import { placeBetweenMarkers } from './place-between-markers.ts';
import { renderApiDocs } from './render-api-docs.ts';
import { renderDelivery } from './render-delivery.ts';
import { renderImports } from './render-imports.ts';
import { renderRegistry } from './render-registry.ts';

export type GeneratedDocument = {
  readonly file: string;
  /** The command that writes it. */
  readonly writtenBy: string;
  render(): Promise<string>;
};

export const registry: GeneratedDocument = {
  file: 'connectors/registry.ts',
  writtenBy: 'npm run registry',
  render: renderRegistry,
};

export const apiDocs: GeneratedDocument = { file: 'docs/api.md', writtenBy: 'npm run docs', render: renderApiDocs };

export const deliveryPage: GeneratedDocument = {
  file: 'docs/delivery.md',
  writtenBy: 'npm run docs',
  render: renderDelivery,
};

export const importsPicture: GeneratedDocument = {
  file: 'docs/architecture.md',
  writtenBy: 'npm run docs',
  async render() {
    const page = readFileSync(join(projectFolder, 'docs/architecture.md'), 'utf8');
    return placeBetweenMarkers(page, await renderImports());
  },
};
