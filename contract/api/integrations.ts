import { z } from 'zod';
import { owning, viewing } from '#contract/api/errors.ts';
import { IntegrationSchema } from '#contract/model/integration.ts';

const tags = ['Integrations'];
const ByProvider = z.object({ provider: z.string().min(1).max(100) });

export const integrations = {
  list: viewing
    .route({ method: 'GET', path: '/integrations', summary: 'What it can work with', tags })
    .output(z.object({ items: z.array(IntegrationSchema) })),
  connect: owning
    .route({ method: 'POST', path: '/integrations/{provider}/connect', summary: 'Switch one on', tags })
    .input(ByProvider)
    .output(IntegrationSchema),
  disconnect: owning
    .route({
      method: 'POST',
      path: '/integrations/{provider}/disconnect',
      summary: 'Switch one off; nothing of it is used any more',
      tags,
    })
    .input(ByProvider)
    .output(IntegrationSchema),
  file: viewing
    .route({
      method: 'GET',
      path: '/integrations/{provider}/files/{name}',
      summary: 'A file that other programs can open',
      tags,
    })
    .input(ByProvider.extend({ name: z.string().min(1).max(200) }))
    .output(z.file()),
};
