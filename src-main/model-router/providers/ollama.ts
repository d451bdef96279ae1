import type { Ollama } from 'ollama';
import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, succeed } from '#contract/model/result.ts';
import type { Answering, Provider, ProviderOptions } from '#main/model-router/provider.ts';

/** Room for the catalogue of actions beside the question; the usual window cuts it off unseen. */
const WINDOW_TOKENS = 16_384;
const EMBEDS = /embed|bge-|minilm/i;
/** Ollama passes these on to its own servers. */
const ELSEWHERE = /[-:]cloud$/;
const RemoteSchema = z.object({ remote_host: z.string().min(1) });

/** Ollama on this computer, or wherever its address says. */
export function ollama(options: ProviderOptions): Provider {
  const { service } = options;
  return {
    async *ask({ model, instructions, input, schema, maxOutputTokens }, signal): Answering {
      try {
        const client = await clientFor(options, signal);
        const stream = await client.chat({
          model,
          messages: [
            { role: 'system', content: instructions },
            { role: 'user', content: input },
          ],
          stream: true,
          options: { num_predict: maxOutputTokens, num_ctx: WINDOW_TOKENS },
          ...(schema !== null && { format: schema.json }),
        });
        for await (const { message, done, done_reason, prompt_eval_count = 0, eval_count = 0 } of stream) {
          if (message.content !== '') yield message.content;
          if (!done) continue;
          const isCounted = prompt_eval_count + eval_count > 0;
          const usage = isCounted ? { input: prompt_eval_count, cachedInput: 0, output: eval_count } : null;
          return succeed({ usage, tooLong: done_reason === 'length' });
        }
        return fail({ kind: 'unreachable', service });
      } catch (error) {
        return fail(failureOf(error, service, model));
      }
    },
    async list(signal) {
      try {
        const { models } = await (await clientFor(options, signal)).list();
        const offered = models.map((model) => ({
          name: model.name,
          elsewhere: ELSEWHERE.test(model.name) || RemoteSchema.safeParse(model).success,
          embeds: EMBEDS.test(model.name),
        }));
        return succeed(offered);
      } catch (error) {
        return fail(failureOf(error, service, ''));
      }
    },
    async embed(model, texts, signal) {
      try {
        const client = await clientFor(options, signal);
        const { embeddings, prompt_eval_count: counted } = await client.embed({ model, input: [...texts] });
        return succeed({ vectors: embeddings.map((each) => Float32Array.from(each)), inputTokens: counted ?? null });
      } catch (error) {
        return fail(failureOf(error, service, model));
      }
    },
  };
}

/** The library hands no signal on, so each question has a client of its own whose requests carry it. */
async function clientFor({ baseUrl, fetch }: ProviderOptions, signal: AbortSignal): Promise<Ollama> {
  const { Ollama: Client } = await import('ollama');
  const withSignal: typeof fetch = (url, init) =>
    fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal });
  return new Client({ host: baseUrl, fetch: withSignal });
}

const StatusSchema = z.object({ status_code: z.number() });

function failureOf(error: unknown, service: string, model: string): Failure {
  const answered = StatusSchema.safeParse(error);
  if (!answered.success) return { kind: 'unreachable', service };
  const { status_code: status } = answered.data;
  if (status === 404) return { kind: 'not-found', what: t`the model ${model} at ${service}` };
  if (status === 401 || status === 403) return { kind: 'needs-reconnect', provider: service };
  // Ollama's library keeps no headers.
  if (status === 429) return { kind: 'rate-limited', retryAfterSeconds: 10 };
  if (status >= 500) return { kind: 'unreachable', service };
  return { kind: 'invalid-arguments', problems: [t`${service} did not take the question.`] };
}
