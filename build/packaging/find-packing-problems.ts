/** What a packed app holds, by the paths inside it. */
export type PackedApp = {
  readonly files: readonly string[];
  /** Those that lie beside the archive, where the system can load them. */
  readonly unpacked: readonly string[];
  /** What lies beside the archive for people to read. */
  readonly resources: readonly string[];
};

/** What the app opens by its path at run time; `src-main/shell/electron/main.ts` names most of it. */
const mustHave = [
  'package.json',
  'out/main/electron.js',
  'out/main/web.js',
  'out/main/mcp.js',
  'out/main/check-file-worker.js',
  'out/main/memory-index-worker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'resources/icons/icon.png',
  'resources/languages/es/core.json',
  'resources/languages/es/connectors.json',
  'resources/icons/waiting-mark.png',
  ...['tray', 'tray-waiting', 'tray-paused'].flatMap((name) =>
    ['', '@2x', 'Template', 'Template@2x'].map((kind) => `resources/icons/${name}${kind}.png`),
  ),
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/sqlite-vec/package.json',
  'node_modules/sqlite-vec/index.mjs',
  'node_modules/@napi-rs/keyring/package.json',
  'node_modules/@napi-rs/keyring/index.js',
  'node_modules/@cedar-policy/cedar-wasm/package.json',
  'node_modules/@cedar-policy/cedar-wasm/nodejs/cedar_wasm.js',
  'node_modules/@expo-google-fonts/inter/LICENSE_FONT',
  'node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
];

const mayHave = [
  /^package\.json$/,
  /^out\/(main|preload|renderer)\//,
  /^db\/migrations\/.*\.(sql|json)$/,
  /^resources\/icons\/[^/]+\.png$/,
  /^resources\/languages\/[a-z]+\/(core|connectors)\.json$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.*\.js|prebuilds\/[^/]+\.node)$/,
  /^node_modules\/sqlite-vec\/(package\.json|index\.[cm]js)$/,
  /^node_modules\/sqlite-vec-[a-z0-9-]+\/(package\.json|vec0\.(so|dll|dylib))$/,
  /^node_modules\/@napi-rs\/keyring\/(package\.json|LICENSE|index\.js)$/,
  /^node_modules\/@napi-rs\/keyring-[a-z0-9-]+\/(package\.json|[^/]+\.node)$/,
  /^node_modules\/@cedar-policy\/cedar-wasm\/(package\.json|nodejs\/[^/]+)$/,
  /^node_modules\/@expo-google-fonts\/inter\/(package\.json|LICENSE_FONT|(400Regular|600SemiBold)\/[^/]+\.ttf)$/,
];

const neverShips =
  /\.(test|testsuite|spec)\.|\.tsx?$|\.map$|(^|\/)\.|\.(pem|key|p12|db)$|(^|\/)api-token$|bundled-packages\.json$/;

/** As sqlite-vec calls the systems, and as they call what they load. */
const systems: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const libraries: Readonly<Record<string, string>> = { linux: 'so', darwin: 'dylib', win32: 'dll' };

/** The file that reaches the system's keychain; on Linux and Windows its name also says by which compiler it was made. */
const isKeychain = ({ platform, arch }: { readonly platform: string; readonly arch: string }) =>
  new RegExp(`^node_modules/@napi-rs/keyring-${platform}-${arch}[^/]*/[^/]+\\.node$`);

/** What is missing from a packed app, and what has no business in it; empty when it can go out. */
export function findPackingProblems(
  { files, unpacked, resources }: PackedApp,
  wanted: { readonly migrations: readonly string[]; readonly platform: string; readonly arch: string },
): string[] {
  const loadedBySystem = [
    `node_modules/better-sqlite3/prebuilds/${wanted.platform}-${wanted.arch}.node`,
    'node_modules/@cedar-policy/cedar-wasm/nodejs/cedar_wasm_bg.wasm',
    `node_modules/sqlite-vec-${systems[wanted.platform]}-${wanted.arch}/vec0.${libraries[wanted.platform]}`,
  ];
  const migrations = wanted.migrations.map((name) => `db/migrations/${name}`);
  return [
    ...[...mustHave, ...migrations].filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...loadedBySystem.filter((file) => !unpacked.includes(file)).map((file) => `${file} is missing beside the archive`),
    ...(unpacked.some((file) => isKeychain(wanted).test(file))
      ? []
      : ['the keychain’s own part is missing beside the archive']),
    ...['licences.txt', 'update.yml']
      .filter((file) => !resources.includes(file))
      .map((file) => `${file} is missing beside the archive`),
    ...files
      .filter((file) => neverShips.test(file) || !mayHave.some((pattern) => pattern.test(file)))
      .map((file) => `${file} has no business in the packed app`),
  ];
}

/** Files whose text tells something about the machine that packed them. */
export function findLeaks(texts: ReadonlyMap<string, string>, secrets: readonly string[]): string[] {
  return [...texts].flatMap(([file, text]) =>
    secrets.filter((secret) => secret !== '' && text.includes(secret)).map((secret) => `${file} holds “${secret}”`),
  );
}
