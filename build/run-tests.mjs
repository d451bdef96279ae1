import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { bundleWhenStale } from './bundle-when-stale.mjs';

const nothing = { passed: 0, failed: 0, skipped: 0, broken: [] };

/** Runs the halves that are asked for and prints the sum at the end. Answers with the exit code. */
export async function runTests(root, args) {
  const half = ['unit', 'journeys'].find((name) => name === args[0]);
  const rest = half ? args.slice(1) : args;
  const results = process.env.LIFE_OS_TEST_RESULTS || join(root, 'test-results');
  mkdirSync(results, { recursive: true });
  if (half !== 'unit' && !bundleWhenStale(root)) return 1;

  const counts = [];
  if (half !== 'journeys') counts.push(await runVitest(root, join(results, 'vitest.json'), half, rest));
  if (half !== 'unit') counts.push(await runJourneys(root, join(results, 'journeys.json'), rest));
  const sum = (kind) => counts.reduce((total, each) => total + each[kind], 0);
  // At the end once more: what failed early has long scrolled away by then.
  const broken = counts.flatMap((each) => each.broken);
  if (broken.length > 0) console.log(`\nWhat failed:\n${broken.map((each) => `  ${each}`).join('\n')}`);
  console.log(`\nTests: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

async function runVitest(root, report, half, rest) {
  // What stands in tests/ drives the built app, which the unit half does without.
  const without = half === 'unit' ? ['--project', '!built'] : [];
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...without, ...rest];
  const told = await runAndRead(root, 'node_modules/vitest/vitest.mjs', args, report);
  if (!told.report) return told.counts;
  const { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = told.report;
  // A file that could not even be loaded has no tests to count, and is one failure all the same.
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const counted = numFailedTests + unloaded.length;
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => told.say(name, fullName, failureMessages[0])),
  );
  const files = unloaded.map(({ name, message }) => told.say(name, 'could not be loaded', message));
  return {
    passed: numPassedTests,
    skipped: numPendingTests + numTodoTests,
    ...countFailed(told, counted, [...tests, ...files]),
  };
}

async function runJourneys(root, report, rest) {
  const { findOrInstallChromium } = await import('../tests/peers/install-chromium.mjs');
  if (findOrInstallChromium(console.log) === null) {
    console.error('\nNOT RUN: the journeys in a browser. There is no Chromium here and none could be installed.');
    console.error(
      'Install one, or name one with LIFE_OS_CHROMIUM=/path/to/chromium, and run “npm run test:journeys”.\n',
    );
    return process.env.CI ? { ...nothing, failed: 1 } : { ...nothing, skipped: 1 };
  }
  const told = await runAndRead(root, 'node_modules/@playwright/test/cli.js', ['test', ...rest], report);
  if (!told.report) return told.counts;
  const { expected, unexpected, flaky, skipped } = told.report.stats;
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  const broken = specsOf(told.report)
    .flatMap(({ file, title, tests }) => tests.map((test) => ({ file: `tests/journeys/${file}`, title, ...test })))
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ file, title, results }) => told.say(file, title, results[0]?.error?.message));
  return { passed: expected, skipped, ...countFailed(told, unexpected + flaky, broken) };
}

/** A run that ended badly although each of its tests held has failed all the same. */
function countFailed({ code }, failed, broken) {
  if (failed > 0 || code === 0) return { failed, broken };
  return { failed: 1, broken: [`the run itself ended with ${code}`] };
}

/** Runs a program under this Node and reads the report that it wrote; without one, it counts as one failure. */
async function runAndRead(root, script, args, report) {
  rmSync(report, { force: true });
  const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (status) => resolve(status ?? 1));
  });
  const say = (file, test, message) =>
    `${relative(root, resolve(root, file))} › ${test}: ${stripVTControlCharacters(message ?? 'no reason given').split('\n', 1)}`;
  if (!existsSync(report)) {
    const broken = [say(script, args.join(' '), 'left no report of what passed')];
    return { code, report: null, say, counts: { ...nothing, failed: 1, broken } };
  }
  return { code, report: JSON.parse(readFileSync(report, 'utf8')), say, counts: nothing };
}
