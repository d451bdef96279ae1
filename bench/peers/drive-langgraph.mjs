// LangGraph.js with its SQLite checkpointer: every step is a node, and its checkpoint is written before the next begins.
import { join } from 'node:path';
import { Annotation, END, START, StateGraph } from '@langchain/langgraph';
import { SqliteSaver } from '@langchain/langgraph-checkpoint-sqlite';
import BetterSqlite3 from 'better-sqlite3';
import { answer, request, runNumbers, takeTime } from './take-time.mjs';

const { kind, steps } = request.shape;
const database = new BetterSqlite3(join(request.folder, 'langgraph.db'));
database.pragma('synchronous = FULL');

const State = Annotation.Root({
  done: Annotation({ reducer: (before, more) => before + more, default: () => 0 }),
  text: Annotation({ reducer: (_before, text) => text, default: () => '' }),
});
const node = ({ done }) => ({ done: 1, ...answer(done + 1) });

/** A long chain is a node that goes back to itself, as a thousand nodes would each be a channel in every checkpoint. */
const chain = () =>
  new StateGraph(State)
    .addNode('step', node)
    .addEdge(START, 'step')
    .addConditionalEdges('step', ({ done }) => (done < steps ? 'step' : END));

function fan() {
  const names = Array.from({ length: steps - 1 }, (_, index) => `step-${index + 1}`);
  const graph = new StateGraph(State).addNode('join', node).addEdge('join', END);
  for (const name of names) graph.addNode(name, node).addEdge(START, name);
  return graph.addEdge(names, 'join');
}

const graph = (kind === 'chain' ? chain() : fan()).compile({ checkpointer: new SqliteSaver(database) });
const run = async (number) => {
  const options = { configurable: { thread_id: `run-${number}` }, recursionLimit: steps + 5, durability: 'sync' };
  const { done } = await graph.invoke({ done: 0 }, options);
  if (done !== steps) throw new Error(`A run ended after ${done} of ${steps} steps.`);
};

const tell = await takeTime(() => Promise.all(runNumbers.map(run)));
if (database.pragma('synchronous', { simple: true }) !== 2) throw new Error('LangGraph does not write at FULL here.');
database.close();
tell();
