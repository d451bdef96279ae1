import type { Plugin } from 'vite';

/** The file in which a bundle says whose code is in it. */
export const NOTE = 'bundled-packages.json';

/** Writes beside each bundle the folders of the packages whose code went into it, for the list of licences. */
export function noteBundledPackages(): Plugin {
  return {
    name: 'note-bundled-packages',
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? Object.keys(each.modules) : []));
      const folders = new Set(ids.flatMap((id) => packageFolderOf(id) ?? []));
      this.emitFile({ type: 'asset', fileName: NOTE, source: JSON.stringify([...folders].sort()) });
    },
  };
}

/** `node_modules/a/node_modules/@b/c` for a file of it; null for our own. */
export function packageFolderOf(id: string): string | null {
  const path = id.replaceAll('\\', '/');
  return (
    /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path.slice(path.indexOf('node_modules/')))?.[0] ??
    null
  );
}
