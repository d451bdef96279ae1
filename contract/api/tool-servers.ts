import { z } from 'zod';
import { owning, viewing } from '#contract/api/errors.ts';
import { t } from '#contract/language/t.ts';
import { AccountTroubleSchema } from '#contract/model/account.ts';
import { NewToolServerSchema, ToolMapSchema, ToolServerSchema } from '#contract/model/tool-server.ts';

const tags = ['Tools of other programs'];
const ByProvider = z.object({ provider: z.string().min(1).max(100) });

/** Says why it could not be reached. Nothing was saved. */
const CANNOT_SIGN_IN = {
  status: 422,
  message: t`It could not be reached. Nothing was saved.`,
  data: AccountTroubleSchema,
} as const;

export const toolServers = {
  list: viewing
    .route({ method: 'GET', path: '/tool-servers', summary: 'Programs whose tools can be used', tags })
    .output(z.object({ items: z.array(ToolServerSchema) })),
  add: owning
    .route({
      method: 'POST',
      path: '/tool-servers',
      successStatus: 201,
      summary: 'Add a program that speaks MCP; it is reached first, and only then saved',
      tags,
    })
    .errors({ CANNOT_SIGN_IN })
    .input(NewToolServerSchema)
    .output(ToolServerSchema),
  refresh: owning
    .route({
      method: 'POST',
      path: '/tool-servers/{provider}/refresh',
      summary: 'Reach it and look which tools it has now',
      tags,
    })
    .errors({ CANNOT_SIGN_IN })
    .input(ByProvider)
    .output(ToolServerSchema),
  /** Given to exactly the version that was seen; null takes the description away again. */
  mapTool: owning
    .route({
      method: 'PUT',
      path: '/tool-servers/{provider}/tools/{tool}',
      summary: 'Say what a tool does, so that the rules can tell',
      tags,
    })
    .input(
      ByProvider.extend({
        tool: z.string().min(1).max(200),
        version: z.string().max(100),
        map: ToolMapSchema.nullable(),
      }),
    )
    .output(ToolServerSchema),
  remove: owning
    .route({
      method: 'POST',
      path: '/tool-servers/{provider}/remove',
      summary: 'End it and forget its secrets and what was said of its tools',
      tags,
    })
    .input(ByProvider)
    .output(z.object({ says: z.string() })),
};
