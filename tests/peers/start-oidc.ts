import type { Server } from 'node:http';
import Provider from 'oidc-provider';

/** A real server for sign-ins (oidc-provider) on this computer, with one client and a browser to use it by. */
export type Oidc = {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  /** What the person's browser does with an address: signs in, then allows or declines. Answers where it ends up. */
  visit(url: string, decision?: 'allow' | 'decline'): Promise<Landing>;
  stop(): Promise<void>;
};

/** The address that the service sends the browser back to, which is not opened yet. */
export type Landing = { readonly url: string };

const client = { id: 'life-os-trial', secret: 'a-desktop-client-has-no-real-secret' };
const MOST_STEPS = 20;

export async function startOidc(): Promise<Oidc> {
  let issuer = '';
  const provider = () =>
    new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          application_type: 'native',
          redirect_uris: ['http://127.0.0.1/signed-in'],
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      scopes: ['calendar', 'mail', 'files'],
      pkce: { required: () => true },
      rotateRefreshToken: true,
      issueRefreshToken: async () => true,
      features: { revocation: { enabled: true }, devInteractions: { enabled: true } },
      cookies: { keys: ['a key for trials'] },
      ttl: {
        AccessToken: 3600,
        RefreshToken: 86_400,
        Grant: 86_400,
        Session: 86_400,
        Interaction: 600,
        AuthorizationCode: 60,
      },
    });
  const { createServer } = await import('node:http');
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  issuer = `http://127.0.0.1:${address.port}`;
  server.on('request', provider().callback());

  async function visit(from: string, decision: 'allow' | 'decline' = 'allow'): Promise<Landing> {
    const cookies = new Map<string, string>();
    let url = from;
    let form: { readonly action: string; readonly fields: URLSearchParams } | null = null;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const response: Response = await fetch(form ? form.action : url, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
        ...(form ? { method: 'POST', body: form.fields } : {}),
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      form = null;
      const location = response.headers.get('location');
      if (location !== null) {
        url = new URL(location, url).href;
        if (!url.startsWith(issuer)) return { url };
        continue;
      }
      const page = await response.text();
      const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
      if (action === undefined || prompt === undefined) return { url };
      if (prompt === 'consent' && decision === 'decline') {
        url = `${new URL(action, url).href}/abort`;
        continue;
      }
      const fields = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: 'ana', password: 'any' } : {}) });
      form = { action: new URL(action, url).href, fields };
    }
    throw new Error('The sign-in led nowhere.');
  }

  return {
    issuer,
    client,
    visit,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
