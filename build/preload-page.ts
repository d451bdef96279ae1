import type { Plugin } from 'vite';

/**
 * Has the browser fetch what the first screen consists of together with the entry, which imports it only once it knows
 * the language: else it would stand a round trip later.
 */
export const preloadPage = (): Plugin => ({
  name: 'preload-page',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk');
      const page = chunks.find(({ name, isDynamicEntry }) => isDynamicEntry && name === 'page');
      if (!page) return [];
      return [page.fileName, ...page.imports].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        injectTo: 'head' as const,
      }));
    },
  },
});
