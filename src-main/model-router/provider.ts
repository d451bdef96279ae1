import type { Failure } from '#contract/model/failure.ts';
import type { Result } from '#contract/model/result.ts';

/** What a model is given, whoever it is asked from. */
export type Question = {
  readonly model: string;
  readonly instructions: string;
  readonly input: string;
  /** The answer is to be JSON of this shape; null: plain text. */
  readonly schema: { readonly name: string; readonly json: object } | null;
  readonly maxOutputTokens: number;
  readonly effort: 'low' | 'medium' | 'high';
  readonly background: boolean;
  /** The same for questions that begin alike, so that a provider can keep what they share. */
  readonly cacheKey: string;
};

/** In tokens. `cachedInput` is a part of `input`. */
export type Usage = { readonly input: number; readonly cachedInput: number; readonly output: number };

/** How an answer ended; `usage` is null where the provider did not say. */
export type Ended = { readonly usage: Usage | null; readonly tooLong: boolean };

/**
 * A stream of the answer's text as it comes, which ends with how it ended. It never throws: what a vendor answers is
 * translated into a failure inside, and an abort ends it soon. It never asks again by itself.
 */
export type Answering = AsyncGenerator<string, Result<Ended>, void>;

/** `inputTokens` is null where the provider did not say. */
export type Embedded = { readonly vectors: readonly Float32Array[]; readonly inputTokens: number | null };

/** Speech on its way to a provider, and the words that come of it. It never throws. */
export type Hearing = {
  /** PCM of 16 bits, little-endian, one channel, 24,000 samples a second. */
  hear(sound: Uint8Array): void;
  /** As far as it was understood. */
  words(): string;
  /** Why nothing more comes of it; null while all is well. */
  trouble(): Failure | null;
  /** No more sound comes: answers with all the words once the last of them are there. */
  finish(): Promise<Result<{ readonly text: string; readonly usage: Usage | null }>>;
  drop(): void;
};

/** Where models are asked. One small module for each kind. */
export type Provider = {
  ask(question: Question, signal: AbortSignal): Answering;
  /** The models that it offers, where it is found rather than given a key. */
  list?(signal: AbortSignal): Promise<Result<readonly OfferedModel[]>>;
  /** Where texts lie among others, one vector each. Absent: it can't tell. */
  embed?(model: string, texts: readonly string[], signal: AbortSignal): Promise<Result<Embedded>>;
  /** Writes speech down as it comes. Absent: it can't. */
  hear?(model: string): Hearing;
};

export type OfferedModel = {
  readonly name: string;
  /** Whether this model is run by somebody else, although its provider is on this computer. */
  readonly elsewhere: boolean;
  /** Whether it tells where texts lie instead of writing. */
  readonly embeds: boolean;
};

export type ProviderOptions = {
  readonly service: string;
  readonly baseUrl: string;
  /** Null where there is none. */
  readonly key: string | null;
  readonly fetch: typeof globalThis.fetch;
};
