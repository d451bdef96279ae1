import { spawn } from 'node:child_process';
import { projectFolder } from './project-folder.ts';

export type ProgramOutcome = { readonly code: number; readonly output: string };

/** Runs a program in the project's folder and keeps what it wrote to both streams. */
export function runProgram(command: string, args: readonly string[]): Promise<ProgramOutcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (piece: Buffer) => {
      output += piece.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
