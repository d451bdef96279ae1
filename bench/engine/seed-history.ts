// A program of its own: fills a folder that the core has worked in with years of the same, the log's chain unbroken.
import { answerParent, readRequest } from './answer-parent.ts';
import { repeatFirstRun } from './repeat-first-run.ts';

export type SeedRequest = { readonly folder: string; readonly events: number };

const { folder, events } = readRequest<SeedRequest>();
answerParent({ events: repeatFirstRun(folder, events) });
