import { Provider, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater';
import { type ProviderRuntimeOptions, parseUpdateInfo, resolveFiles } from 'electron-updater/out/providers/Provider.js';
import { isSigned } from '#main/shell/electron/updates/is-signed.ts';
import type { UpdateSource } from '#main/shell/electron/updates/update-source.ts';

/**
 * Reads what the newest version is, and believes it only with the publisher's signature over it. It names the SHA-512 of
 * the file to fetch, so that nothing which was changed on its way or on the server is ever started.
 */
export class SignedProvider extends Provider<UpdateInfo> {
  readonly #source: UpdateSource;

  constructor({ url, publicKey }: Partial<UpdateSource>, _updater: unknown, options: ProviderRuntimeOptions) {
    super(options);
    if (url === undefined || publicKey === undefined) throw new Error('It is not said where new versions come from.');
    this.#source = { url: url.endsWith('/') ? url : `${url}/`, publicKey };
  }

  async getLatestVersion(): Promise<UpdateInfo> {
    const name = `${this.getDefaultChannelName()}.yml`;
    const url = new URL(name, this.#source.url);
    const text = (await this.httpRequest(url)) ?? '';
    const signature = (await this.httpRequest(new URL(`${name}.sig`, this.#source.url))) ?? '';
    if (!isSigned(text, signature, this.#source.publicKey))
      throw new Error(
        'What was offered as a new version is not signed by who publishes this app. Nothing was fetched.',
      );
    return parseUpdateInfo(text, name, url);
  }

  resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
    return resolveFiles(info, new URL(this.#source.url));
  }
}
