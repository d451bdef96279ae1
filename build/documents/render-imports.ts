import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruiseImports } from '../checks/cruise-imports.ts';
import { projectFolder } from '../project-folder.ts';
import { drawRooms } from './rooms.ts';

/** Top folders in the order in which their boxes are drawn. */
const boxes = ['src-renderer', 'src-preload', 'src-main', 'connectors', 'policies', 'db', 'sync-service', 'contract'];

/** The rooms of the house and who imports whom, as a Mermaid graph drawn from the imports themselves. */
export async function renderImports(): Promise<string> {
  const folders = boxes.filter((folder) => existsSync(join(projectFolder, folder)));
  const { modules } = await cruiseImports(projectFolder, folders);
  const rooms = drawRooms(modules);
  const groups = boxes.flatMap((box) => renderBox(box, [...rooms.keys()].filter((room) => boxOf(room) === box).sort()));
  const arrows = [...rooms].flatMap(([from, imported]) =>
    // Every room imports the contract, so those arrows would hide all others.
    [...imported].filter((to) => to !== 'contract').map((to) => `  ${idOf(from)} --> ${idOf(to)}`),
  );
  return ['```mermaid', 'graph TD', ...groups, ...arrows.sort(), '```'].join('\n');
}

function renderBox(box: string, rooms: readonly string[]): string[] {
  if (rooms.length === 0) return [];
  if (rooms.length === 1 && rooms[0] === box) return [`  ${idOf(box)}["${box}"]`];
  const inside = rooms.map((room) => `    ${idOf(room)}["${room.slice(box.length + 1)}"]`);
  return [`  subgraph ${idOf(box)}_box["${box}"]`, ...inside, '  end'];
}

const boxOf = (room: string) => room.split('/')[0];
const idOf = (room: string) => room.replace(/[^a-z]+/g, '_');
