// `npm run bench:engine`: the engine beside the best durable engines and the machine's own limit, all in one run.
import { cpus, totalmem } from 'node:os';
import { megabytes } from '../measurement.ts';
import { limits, oneByOne } from './bare-sqlite.ts';
import { bundlePrograms } from './bundle-programs.ts';
import { measureAll } from './contender.ts';
import { drawFlatCost, drawInside, drawSpeeds, drawVerdicts } from './draw-tables.ts';
import type { CoreFigures } from './figures.ts';
import { judgeGoals } from './judge-goals.ts';
import { lifeOs, measureFlatCost } from './life-os.ts';
import { isAskedFor, readOptions } from './options.ts';
import { type ShapeId, shapes } from './shapes.ts';
import { profileFolder } from './work-folder.ts';

const options = readOptions(process.argv.slice(2));
const asked = options.shapes.map((id) => shapes[id]);
const programs = await bundlePrograms(['drive-core', 'seed-history']);

const [limit, [ours]] = [
  await measureAll(isAskedFor(options, 'limit') ? limits : [], asked, options.rounds),
  await measureAll(isAskedFor(options, 'engine') ? [lifeOs(programs, options.cpuProfile)] : [], asked, options.rounds),
];
const flatCost = isAskedFor(options, 'flat-cost') ? await measureFlatCost(programs, options.events) : null;

const cores = new Map<ShapeId, CoreFigures>();
for (const [id, outcome] of ours?.outcomes ?? []) if (!('because' in outcome)) cores.set(id, outcome);

const [processor] = cpus();
const machine = `${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${megabytes(totalmem())}, Node ${process.versions.node}`;
const tables = [machine, drawSpeeds(ours, limit, asked)];
const verdicts = ours
  ? judgeGoals(
      ours,
      [],
      limit.find(({ contender }) => contender === oneByOne),
    )
  : [];
if (ours) tables.push(drawVerdicts(verdicts, cores), drawInside(cores));
if (flatCost) tables.push(drawFlatCost(flatCost));
console.log(`\n${tables.join('\n\n')}`);
if (options.cpuProfile) console.log(`\nProfiles to open in a browser's developer tools: ${profileFolder}`);
