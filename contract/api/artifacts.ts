import { z } from 'zod';
import { viewing } from '#contract/api/errors.ts';
import { ById, PageQuerySchema, pageOf } from '#contract/api/paging.ts';
import { ArtifactSchema } from '#contract/model/artifact.ts';

const tags = ['Artifacts'];

export const artifacts = {
  list: viewing
    .route({ method: 'GET', path: '/artifacts', summary: 'Documents that runs made, newest first', tags })
    .input(PageQuerySchema.extend({ runId: z.string().max(200).optional() }))
    .output(pageOf(ArtifactSchema)),
  get: viewing
    .route({ method: 'GET', path: '/artifacts/{id}', summary: 'What is known of one document', tags })
    .input(ById)
    .output(ArtifactSchema),
  content: viewing
    .route({ method: 'GET', path: '/artifacts/{id}/content', summary: 'The document itself', tags })
    .input(ById)
    .output(z.file()),
};
