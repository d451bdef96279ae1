import type { LLMock } from '@copilotkit/aimock';
import { startLife, type TestLife } from '#main/compose-for-tests.ts';
import { startStub } from '#main/model-router/router-for-tests.ts';

type WithModel = { readonly life: TestLife; readonly stub: LLMock };

/** The core as people have it, with an OpenAI on loopback that answers everything the same. */
export async function lifeWithModel(answer: string | (() => string), more: object = {}): Promise<WithModel> {
  const stub = await startStub();
  stub.onMessage(/./, () => ({ content: typeof answer === 'string' ? answer : answer() }), more);
  const environment = { OPENAI_API_KEY: 'a-key', OPENAI_BASE_URL: `${stub.url}/v1` };
  return { stub, life: await startLife('as shipped', { environment }) };
}

/** The newest first. What is remembered may be made searchable by a model at any moment, which is no call of these. */
export const callsOf = async ({ api }: TestLife) =>
  (await api.models.calls({})).items.filter(({ purpose }) => purpose !== 'embed');

/** What came of each call, the oldest first. */
export const outcomesOf = async (life: TestLife) => (await callsOf(life)).map(({ outcome }) => outcome).reverse();
