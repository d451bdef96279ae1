import { setTimeout as after } from 'node:timers/promises';
import type OpenAI from 'openai';
import type { Response, ResponseCreateParamsBase } from 'openai/resources/responses/responses';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type {
  Answering,
  Embedded,
  Ended,
  Provider,
  ProviderOptions,
  Question,
  Usage,
} from '#main/model-router/provider.ts';
import { openAiFailure } from '#main/model-router/providers/openai-failure.ts';
import { hearWith } from '#main/model-router/providers/realtime.ts';

const LOOKS_AGAIN_MS = 1_000;

/** OpenAI, through its Responses API. */
export function openAi(options: ProviderOptions): Provider {
  const { service } = options;
  return {
    async *ask(question, signal): Answering {
      try {
        const client = await clientFor(options);
        return yield* question.background
          ? inBackground(client, question, signal, service)
          : asItComes(client, question, signal, service);
      } catch (error) {
        return fail(openAiFailure(error, service, question.model));
      }
    },
    embed: (model, texts, signal) => embedWith(options, model, texts, signal),
    hear: (model) => hearWith(options, model),
  };
}

/** As OpenAI and the servers that speak as it does tell where texts lie. */
export async function embedWith(
  options: ProviderOptions,
  model: string,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Result<Embedded>> {
  const { service } = options;
  try {
    const client = await clientFor(options);
    const asked = { model, input: [...texts], encoding_format: 'float' as const };
    const { data, usage } = await client.embeddings.create(asked, { signal });
    const inOrder = data.toSorted((a, b) => a.index - b.index);
    const counted = usage?.prompt_tokens ? usage.prompt_tokens : null;
    return succeed({ vectors: inOrder.map(({ embedding }) => Float32Array.from(embedding)), inputTokens: counted });
  } catch (error) {
    return fail(openAiFailure(error, service, model));
  }
}

/** Loaded with the first question: the app starts without it. Trying again is the router's. */
export async function clientFor({ baseUrl, key, fetch }: ProviderOptions): Promise<OpenAI> {
  const { default: Client } = await import('openai');
  return new Client({ baseURL: baseUrl, apiKey: key ?? 'none', fetch, maxRetries: 0, logLevel: 'off' });
}

/** Nothing is kept at the provider, but for an answer that is made in the background and has to be fetched. */
function parametersOf(question: Question): ResponseCreateParamsBase {
  const { model, instructions, input, schema, maxOutputTokens, effort, background, cacheKey } = question;
  return {
    model,
    instructions,
    input,
    max_output_tokens: maxOutputTokens,
    prompt_cache_key: cacheKey,
    store: background,
    ...(reasons(model) && { reasoning: { effort } }),
    ...(schema !== null && {
      text: { format: { type: 'json_schema', name: schema.name, strict: true, schema: { ...schema.json } } },
    }),
  };
}

/** Others refuse to be told how hard to think. */
const reasons = (model: string): boolean => /^(?:o\d|gpt-[5-9])/.test(model) && !/chat/.test(model);

async function* asItComes(client: OpenAI, question: Question, signal: AbortSignal, service: string): Answering {
  const stream = await client.responses.create({ ...parametersOf(question), stream: true }, { signal });
  let refusal = '';
  for await (const event of stream) {
    switch (event.type) {
      case 'response.output_text.delta':
        yield event.delta;
        break;
      case 'response.refusal.delta':
        refusal += event.delta;
        break;
      case 'response.completed':
      case 'response.incomplete':
      case 'response.failed':
        return refusal === '' ? endOf(event.response, service) : refused(service);
    }
  }
  // It was cut before its end: what came so far is no answer.
  return fail({ kind: 'unreachable', service });
}

async function* inBackground(client: OpenAI, question: Question, signal: AbortSignal, service: string): Answering {
  let response = await client.responses.create(
    { ...parametersOf(question), background: true, stream: false },
    { signal },
  );
  try {
    while (response.status === 'queued' || response.status === 'in_progress') {
      await after(LOOKS_AGAIN_MS, undefined, { signal });
      response = await client.responses.retrieve(response.id, {}, { signal });
    }
  } catch (error) {
    // Nobody waits for it any more, so it need not be paid for either.
    if (signal.aborted) await client.responses.cancel(response.id).catch(() => {});
    throw error;
  }
  yield response.output_text;
  return endOf(response, service);
}

function endOf(response: Response, service: string): Result<Ended> {
  const parts = response.output.flatMap((item) => (item.type === 'message' ? item.content : []));
  if (parts.some(({ type }) => type === 'refusal')) return refused(service);
  if (response.incomplete_details?.reason === 'content_filter') return refused(service);
  if (response.status === 'failed' || response.status === 'cancelled') return fail({ kind: 'unreachable', service });
  return succeed({ usage: usageOf(response), tooLong: response.status === 'incomplete' });
}

const refused = (service: string): Result<never> =>
  fail({ kind: 'refused', because: t`${service} did not want to answer that.` });

function usageOf({ usage }: Response): Usage | null {
  // A server that counts nothing says nothing.
  if (!usage || usage.input_tokens + usage.output_tokens === 0) return null;
  const cachedInput = usage.input_tokens_details?.cached_tokens ?? 0;
  return { input: usage.input_tokens, cachedInput, output: usage.output_tokens };
}
