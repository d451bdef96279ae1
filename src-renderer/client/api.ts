import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#contract/api/router.ts';

/** Everything that can be asked of the app, typed by the contract. */
export type Api = ContractRouterClient<typeof contract>;

/** In the window: over the port that the preload script hands in. */
export function apiOverPort(port: MessagePort): Api {
  const api: Api = createORPCClient(new PortLink({ port }));
  port.start();
  return api;
}

/** In a browser: over HTTP, with the token of this session. */
export function apiOverHttp(origin: string, token: string): Api {
  return createORPCClient(
    new HttpLink({ url: `${origin}/rpc`, headers: () => ({ authorization: `Bearer ${token}` }) }),
  );
}
