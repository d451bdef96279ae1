// Who may import whom, as data; the table is in docs/architecture.md. Run by `npm run check`.
const test = '(\\.(test|testsuite)|-for-tests)\\.tsx?$';
const ours =
  '^(contract|policies|connectors|db|src-main|src-preload|src-renderer|sync-service|build|tests|bench|evals)/';

/** Real servers for tests; that only tests import them is a rule of its own below. */
const peers = '^tests/peers/';

/** A rule that lets `from` import only what `mayImport` names, of all that is ours. */
const onlyImports = (name, from, mayImport) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: ours, pathNot: mayImport },
});

/** The rooms of src-main from the top down; none may import a room that stands before its own line. */
const stack = [
  ['shell'],
  ['api'],
  ['automations'],
  ['orchestrator'],
  ['planner', 'executor', 'approvals', 'schedules'],
  [
    'gate',
    'extractor',
    'links',
    'queue',
    'events',
    'model-router',
    'memory',
    'artifacts',
    'onboarding',
    'practice',
    'roles',
    'storage',
    'vault',
    'telemetry',
    'understanding',
    'writer',
  ],
];
const neverLooksUp = stack.slice(1).map((rooms, index) => ({
  name: `src-main: ${rooms.join(', ')} never look${rooms.length === 1 ? 's' : ''} up`,
  severity: 'error',
  from: { path: `^src-main/(${rooms.join('|')})/`, pathNot: test },
  to: {
    path: `^src-main/((${stack
      .slice(0, index + 1)
      .flat()
      .join('|')})/|compose\\.ts$)`,
  },
}));

module.exports = {
  forbidden: [
    onlyImports('contract imports nothing of ours', '^contract/', '^contract/'),
    onlyImports('policies import only contract', '^policies/', '^(policies|contract)/'),
    onlyImports('db imports only contract', '^db/', '^(db|contract)/'),
    onlyImports('src-preload imports only contract', '^src-preload/', '^(src-preload|contract)/'),
    onlyImports('src-renderer imports only contract', '^src-renderer/', '^(src-renderer|contract)/'),
    onlyImports('sync-service imports only contract', '^sync-service/', '^(sync-service|contract)/'),
    onlyImports('connectors/sdk imports only contract', '^connectors/sdk/', '^(connectors/sdk|contract)/'),
    onlyImports(
      'a connector imports only itself, the sdk and contract',
      '^connectors/(?!sdk/)([^/]+)/',
      `^(connectors/$1|connectors/sdk|contract)/|${peers}`,
    ),
    onlyImports(
      'connectors/registry imports only connectors and contract',
      '^connectors/registry',
      '^(connectors|contract)/',
    ),
    onlyImports(
      'src-main sees contract, policies, db, connectors/sdk and connectors/registry',
      '^src-main/',
      `^(src-main/|contract/|policies/|db/|connectors/sdk/|connectors/registry)|${peers}`,
    ),
    ...neverLooksUp,
    {
      name: 'src-main: compose.ts sees all, and only a door or a test sees compose.ts',
      severity: 'error',
      from: { path: '^src-main/', pathNot: [test, '^src-main/(shell/|compose-with-practice\\.ts$)'] },
      to: { path: '^src-main/compose\\.ts$' },
    },
    {
      name: 'src-main: the seams stand on their own',
      severity: 'error',
      from: { path: '^src-main/[^/]+\\.ts$', pathNot: ['^src-main/compose', test] },
      to: { path: '^src-main/[^/]+/' },
    },
    {
      name: 'src-main: the two doors do not know each other',
      severity: 'error',
      from: { path: '^src-main/shell/([^/]+)/' },
      to: { path: '^src-main/shell/', pathNot: '^src-main/shell/($1/|[^/]+$)' },
    },
    {
      name: 'src-renderer: features never import each other, nor the frame',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/(app|features)/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'src-renderer: client, design and words never look up',
      severity: 'error',
      from: { path: '^src-renderer/(client|design|words)/' },
      to: { path: '^src-renderer/(app|features)/' },
    },
    {
      name: 'src-renderer: words know nothing of screens or transport',
      severity: 'error',
      from: { path: '^src-renderer/words/' },
      to: { path: '^src-renderer/(client|design)/' },
    },
    {
      name: 'electron only in src-main/shell/electron and src-preload',
      severity: 'error',
      // The recorder is loaded by Electron itself, or by what stands in for it.
      from: { pathNot: '^(src-main/shell/electron|src-preload)/|^tests/electron-host/record-calls\\.cjs$' },
      to: { path: '(^|node_modules/)electron(/|$)' },
    },
    {
      name: 'contract and src-renderer run without Node',
      severity: 'error',
      from: { path: '^(contract|src-renderer)/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the app never imports tests, benchmarks or build scripts',
      severity: 'error',
      from: {
        path: '^(contract|policies|connectors|db|src-main|src-preload|src-renderer|sync-service)/',
        pathNot: test,
      },
      to: { path: ['^(tests|bench|evals|build)/', test] },
    },
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every import leads somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API yet, so the imports are read by swc.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|node_modules/\\.cache|bench/peers)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
