import type { View } from '#connectors/sdk/action.ts';
import type { Wanted } from '#main/extractor/extraction.ts';

/** A cleaned text, what is to be picked out of it, and how dates in it are read. That is all that a reader gets. */
export type ReadingRequest = { readonly text: string; readonly wanted: Wanted; readonly view: View };

/**
 * Something that reads. It has no tools and decides nothing: whatever it answers is held against the declared schema
 * and against the text, and thrown away when it does not fit. It answers `{ values: { name: { value, quote } | null } }`,
 * or `{ needsOtherSteps }` when what it read does not fit the plan.
 */
export type ReadingModel = { read(request: ReadingRequest, signal: AbortSignal): Promise<unknown> };
