import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeViolations } from './boundaries.ts';
import { cruiseImports } from './cruise-imports.ts';

/** [file, what it imports, the rule that must name it]; no rule where the import is allowed. */
const imports: ReadonlyArray<readonly [from: string, to: string, rule?: string]> = [
  ['contract/plan.ts', 'db/runs.ts', 'contract imports nothing of ours'],
  ['policies/decide.ts', 'db/runs.ts', 'policies import only contract'],
  ['policies/decide.ts', 'contract/effect.ts'],
  ['db/steps.ts', 'policies/facts.ts', 'db imports only contract'],
  ['connectors/calendar/connector.ts', 'connectors/sdk/define.ts'],
  [
    'connectors/calendar/create.ts',
    'connectors/drafts/connector.ts',
    'a connector imports only itself, the sdk and contract',
  ],
  ['connectors/sdk/retry.ts', 'connectors/drafts/connector.ts', 'connectors/sdk imports only contract'],
  ['connectors/registry.ts', 'connectors/drafts/connector.ts'],
  [
    'src-main/executor/call.ts',
    'connectors/drafts/connector.ts',
    'src-main sees contract, policies, db, connectors/sdk and connectors/registry',
  ],
  ['src-main/gate/check.ts', 'src-main/planner/make-plan.ts', 'src-main: gate'],
  ['src-main/planner/read.ts', 'src-main/orchestrator/advance.ts', 'src-main: planner'],
  ['src-main/orchestrator/undo.ts', 'src-main/api/tasks.ts', 'src-main: orchestrator never looks up'],
  ['src-main/orchestrator/plan.ts', 'src-main/automations/rehearse.ts', 'src-main: orchestrator never looks up'],
  ['src-main/automations/fire.ts', 'src-main/orchestrator/submit.ts'],
  ['src-main/api/pause.ts', 'src-main/shell/web/serve.ts', 'src-main: api never looks up'],
  ['src-main/api/tasks.ts', 'src-main/events/append.ts'],
  ['src-main/executor/run.ts', 'src-main/compose.ts', 'src-main: compose.ts sees all'],
  ['src-main/shell/web/main.ts', 'src-main/compose.ts'],
  ['src-main/shell/web/door.ts', 'src-main/shell/electron/tray.ts', 'src-main: the two doors'],
  ['src-main/queue/worker.ts', 'electron', 'electron only in'],
  ['src-preload/preload.ts', 'electron'],
  ['src-renderer/app/frame.tsx', 'electron', 'electron only in'],
  ['src-renderer/features/timeline/list.tsx', 'src-renderer/features/memory/page.tsx', 'src-renderer: features never'],
  ['src-renderer/design/button.tsx', 'src-renderer/features/memory/row.tsx', 'src-renderer: client, design and words'],
  ['src-renderer/client/api.ts', 'db/runs.ts', 'src-renderer imports only contract'],
  ['src-renderer/client/file.ts', 'node:fs', 'contract and src-renderer run without Node'],
  ['connectors/calendar/server.test.ts', 'tests/peers/start-server.ts'],
  ['connectors/calendar/server.ts', 'tests/peers/start-server.ts', 'the app never imports tests'],
  ['src-main/vault/open.test.ts', 'tests/peers/start-server.ts'],
  ['db/approvals.ts', 'tests/fixture.ts', 'the app never imports tests'],
  // A circle is reported once, at its first file.
  ['db/about.ts', 'db/round.ts', 'no circles'],
  ['db/round.ts', 'db/about.ts'],
  ['db/lost.ts', 'db/nowhere.ts', 'every import leads somewhere'],
];

const roots: Record<string, string> = { 'src-main': '#main', 'src-renderer': '#renderer', 'src-preload': '#preload' };

/** `src-main/api/tasks.ts` as our code writes it: `#main/api/tasks.ts`. */
function specifierOf(path: string): string {
  const [root = '', ...rest] = path.split('/');
  return rest.length === 0 || path.startsWith('node:') ? path : [roots[root] ?? `#${root}`, ...rest].join('/');
}

describe('the boundaries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  let problems: readonly string[] = [];

  beforeAll(async () => {
    const tops = [...new Set(imports.map(([from]) => from.split('/')[0] ?? '')), 'tests'];
    const aliases = tops.map((top) => [`${roots[top] ?? `#${top}`}/*`, `./${top}/*`]);
    write('package.json', JSON.stringify({ type: 'module', imports: Object.fromEntries(aliases) }));
    write('node_modules/electron/package.json', JSON.stringify({ name: 'electron', main: './index.js' }));
    write('node_modules/electron/index.js', 'module.exports = {};');
    const written = new Set(imports.map(([from]) => from));
    for (const [, to] of imports)
      if (/^[^:]*\//.test(to) && !written.has(to) && !to.includes('nowhere')) write(to, 'export const x = 1;');
    for (const from of written) {
      const lines = imports
        .filter((row) => row[0] === from)
        .map((row) => `import type { x } from '${specifierOf(row[1])}';`);
      write(from, `${lines.join('\n')}\nexport const y: typeof x = 1;\n`);
    }
    problems = describeViolations(await cruiseImports(folder, tops)).problems;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  for (const [from, to, rule] of imports) {
    it(rule === undefined ? `let ${from} import ${to}` : `report ${from} → ${to}`, () => {
      const found = problems.filter(
        (problem) => problem.startsWith(`${from} → `) && problem.includes(to.replace(/^node:|\.tsx?$/, '')),
      );
      if (rule === undefined) expect(found).toEqual([]);
      else
        expect(found.map((problem) => problem.split(': ').slice(1).join(': '))).toContainEqual(
          expect.stringContaining(rule),
        );
    });
  }
});
