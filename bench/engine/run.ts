// `npm run bench:engine`: the engine beside the best durable engines and the machine's own limit, all in one run.
import { cpus, totalmem } from 'node:os';
import { megabytes } from '../measurement.ts';
import { limits, oneByOne } from './bare-sqlite.ts';
import { bundlePrograms } from './bundle-programs.ts';
import { type Contender, type Measured, measureAll } from './contender.ts';
import { drawFlatCost, drawInside, drawSpeeds, drawVerdicts } from './draw-tables.ts';
import type { CoreFigures } from './figures.ts';
import { judgeDelays, judgeGoals } from './judge-goals.ts';
import { lifeOs, measureFlatCost } from './life-os.ts';
import { isAskedFor, readOptions } from './options.ts';
import { peerNames, preparePeers } from './peers.ts';
import { type ShapeId, shapes } from './shapes.ts';
import { profileFolder } from './work-folder.ts';
import { writeTables } from './write-tables.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

const options = readOptions(process.argv.slice(2), peerNames);
const asked = options.shapes.map((id) => shapes[id]);
const programs = await bundlePrograms('engine', ['drive-core', 'seed-history']);
const core = lifeOs(programs, options.cpuProfile);
const peers = preparePeers(
  peerNames.filter((name) => isAskedFor(options, name)),
  say,
);
const contenders: Contender[] = [
  ...(isAskedFor(options, 'limit') ? limits : []),
  ...(isAskedFor(options, 'engine') ? [core] : []),
  ...peers,
];

const measured = await measureAll(contenders, asked, options.rounds, say);
const flatCost =
  options.rounds > 0 && isAskedFor(options, 'flat-cost') ? await measureFlatCost(programs, options.events) : null;
const ours = measured.find(({ contender }) => contender === core);
const cores = new Map<ShapeId, CoreFigures>();
for (const [id, outcome] of ours?.outcomes ?? []) if ('loopDelayP99' in outcome) cores.set(id, outcome);
const verdicts = ours ? judgeGoals(ours, measuredAmong(peers), measuredAmong([oneByOne])[0]) : [];
const delays = judgeDelays(cores);

const [processor] = cpus();
const tables = [
  `${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${megabytes(totalmem())}, Node ${process.versions.node}`,
  drawSpeeds(
    ours,
    measured.filter((each) => each !== ours),
    asked,
  ),
  ...(ours ? [drawVerdicts([...verdicts, ...delays]), drawInside(cores)] : []),
  ...(flatCost ? [drawFlatCost(flatCost)] : []),
];
console.log(`\n${tables.join('\n\n')}`);
if (options.write) writeTables(tables);
if (options.cpuProfile) say(`\nProfiles, for a browser's developer tools: ${profileFolder}`);
process.exitCode = [...verdicts, ...delays].some(({ kept }) => kept === false) ? 1 : 0;

function measuredAmong(some: readonly Contender[]): Measured[] {
  return measured.filter(({ contender }) => some.includes(contender));
}
