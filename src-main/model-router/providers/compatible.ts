import { t } from '#contract/language/t.ts';
import { fail, succeed } from '#contract/model/result.ts';
import type { Answering, Provider, ProviderOptions, Usage } from '#main/model-router/provider.ts';
import { clientFor, embedWith } from '#main/model-router/providers/openai.ts';
import { openAiFailure } from '#main/model-router/providers/openai-failure.ts';
import { hearWith } from '#main/model-router/providers/realtime.ts';

/** Any server that speaks OpenAI's chat completions. */
export function compatible(options: ProviderOptions): Provider {
  const { service } = options;
  return {
    async *ask({ model, instructions, input, schema, maxOutputTokens }, signal): Answering {
      try {
        const client = await clientFor(options);
        const stream = await client.chat.completions.create(
          {
            model,
            messages: [
              { role: 'system', content: instructions },
              { role: 'user', content: input },
            ],
            max_tokens: maxOutputTokens,
            stream: true,
            stream_options: { include_usage: true },
            ...(schema !== null && {
              response_format: {
                type: 'json_schema' as const,
                json_schema: { name: schema.name, strict: true, schema: { ...schema.json } },
              },
            }),
          },
          { signal },
        );
        let usage: Usage | null = null;
        let finish: string | null = null;
        let isRefused = false;
        for await (const chunk of stream) {
          const [choice] = chunk.choices;
          if (choice?.delta.refusal) isRefused = true;
          if (choice?.delta.content) yield choice.delta.content;
          finish = choice?.finish_reason ?? finish;
          if (chunk.usage && chunk.usage.total_tokens > 0) {
            const cachedInput = chunk.usage.prompt_tokens_details?.cached_tokens ?? 0;
            usage = { input: chunk.usage.prompt_tokens, cachedInput, output: chunk.usage.completion_tokens };
          }
        }
        if (isRefused || finish === 'content_filter') {
          return fail({ kind: 'refused', because: t`${service} did not want to answer that.` });
        }
        // It was cut before its end: what came so far is no answer.
        if (finish === null) return fail({ kind: 'unreachable', service });
        return succeed({ usage, tooLong: finish === 'length' });
      } catch (error) {
        return fail(openAiFailure(error, service, model));
      }
    },
    async list(signal) {
      try {
        const page = await (await clientFor(options)).models.list({ signal });
        return succeed(page.data.map(({ id }) => ({ name: id, elsewhere: false, embeds: /embed/i.test(id) })));
      } catch (error) {
        return fail(openAiFailure(error, service, ''));
      }
    },
    embed: (model, texts, signal) => embedWith(options, model, texts, signal),
    hear: (model) => hearWith(options, model),
  };
}
