import type { z } from 'zod';
import { findCall, saveCall } from '#connectors/mcp/call-marks.ts';
import { audienceOf, effectOf, type Reached, riskOf } from '#connectors/mcp/mapped-effect.ts';
import { type Answer, AnswerSchema, notAsked, readAnswer } from '#connectors/mcp/read-answer.ts';
import { changed, type Linked, type ServerLink } from '#connectors/mcp/server-link.ts';
import { actionNameOf, fieldsOf, hintsOf, inputOf } from '#connectors/mcp/tool-definition.ts';
import { accountOf } from '#connectors/sdk/account.ts';
import type { Action, ActionContext } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { nothingToTakeBack } from '#connectors/sdk/effects.ts';
import { sayFindings } from '#connectors/sdk/outside-text/say-findings.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import type { KnownTool, ToolServerMember } from '#connectors/sdk/tool-server.ts';
import { t } from '#contract/language/t.ts';
import type { Json, JsonObject } from '#contract/model/json.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { ToolMap } from '#contract/model/tool-server.ts';

const MOST_SHOWN_LINES = 60;

/** A tool of a program as an action like any other: what is known of it decides its effect and its tier. */
export function toolAction(member: Omit<ToolServerMember, 'tools'>, tool: KnownTool, link: ServerLink): Action {
  const { provider, title } = member;
  const { name, version, map } = tool;
  const fields = fieldsOf(tool);
  const hints = hintsOf(tool);
  const risk = riskOf(map, hints);
  const isLook = risk === 'L0';
  // What is lost may be asked for again only where twice is once.
  const mayRepeat = isLook || map?.repeatable === true;
  const called = t`${quote(name)} of ${title}`;

  async function call(input: Json, context: ActionContext<Reached>): Promise<Linked<Answer>> {
    const account = accountOf(context, title);
    if (!account.ok) return { ok: false, failure: account.failure, lost: false };
    const { folder, key } = context;
    const leaving = async () => {
      if (!isLook) await saveCall(folder, key, { state: 'leaving' });
    };
    const args = input as JsonObject;
    const answered = await link.call(account.value, context, { tool, args, leaving });
    if (!answered.ok) return answered;
    const { answer, files, failed } = readAnswer(name, answered.value);
    if (failed) {
      const said = t`${title} says that it did not work`;
      const because = answer.text === '' ? said : `${said}: ${quote(answer.text)}`;
      return { ok: false, failure: { kind: 'unreadable', because }, lost: false };
    }
    for (const file of files) await context.attach(file);
    return { ok: true, value: answer };
  }

  async function findEarlier(_input: unknown, { folder, key }: ActionContext<Reached>): Promise<Result<Answer | null>> {
    const mark = await findCall(folder, key);
    if (mark?.state === 'answered') return succeed(mark.output);
    return mark === null || mayRepeat ? succeed(null) : fail({ kind: 'outcome-unknown', service: title });
  }

  const whatChanges = {
    findEarlier,
    /** All that anybody can see of it from here: that its program answered. */
    readBack: async (output: Answer, { folder, key }: ActionContext<Reached>) => {
      const mark = await findCall(folder, key);
      return succeed(mark?.state === 'answered' && JSON.stringify(mark.output) === JSON.stringify(output));
    },
  };

  return defineAction<z.ZodObject, typeof AnswerSchema, Reached>({
    name: actionNameOf(provider, name),
    title: t`Use ${called}`,
    input: inputOf(tool),
    output: AnswerSchema,
    risk,
    tool: { program: title, name, fields, isKnown: map !== null },
    scopes: [t`use ${quote(name)}`],
    delivery: mayRepeat ? 'exactly-once' : 'needs-a-check',
    labels: Object.fromEntries(fields.map((field) => [field.name, labelOf(field.name)])),
    async look(input, surroundings) {
      const account = accountOf(surroundings, title);
      if (!account.ok) return account;
      const listed = await link.tools(account.value, surroundings);
      if (!listed.ok) return fail(listed.failure);
      const now = listed.value.find((each) => each.name === name);
      if (now?.version !== version) return fail(changed(title, name, now));
      const audience = audienceOf(map, input as Json, surroundings.knows);
      return succeed({ before: { audience }, version: hashOf(JSON.stringify([version, map])) });
    },
    effect: (input, before) => effectOf(map, hints, input as Json, before),
    describe: () => ({
      title: map === null ? t`Use ${called}, of which I know nothing` : t`Use ${called}: ${whatItDoes[map.does]}`,
      differences: [],
      undo: isLook ? nothingToTakeBack : undoOf(title, map),
    }),
    report({ text, isCut, asked, found, files }) {
      if (!asked) return { says: t`${capitalised(called)} would be used.`, lines: [] };
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      const goesOn = isCut || lines.length > MOST_SHOWN_LINES;
      return {
        says: t`${title} answered, in words that it or somebody else wrote:`,
        lines: [
          ...sayFindings(found),
          ...(lines.length === 0 && files.length === 0 ? [t`(nothing)`] : lines.slice(0, MOST_SHOWN_LINES)),
          ...(goesOn ? [t`It goes on; only the beginning is shown.`] : []),
          ...files.map((file) => t`With it: ${quote(file.name)}`),
        ],
      };
    },
    outside: () => [{ path: '', item: name, what: 'answer', title, by: null }],
    async run(input, context) {
      const { mode, folder, key } = context;
      if (mode !== 'execute') return succeed(notAsked(name));
      if (!isLook) {
        const earlier = await findEarlier(input, context);
        if (!earlier.ok || earlier.value !== null) return earlier as Result<Answer>;
      }
      const answered = await call(input as Json, context);
      if (answered.ok) {
        if (!isLook) await saveCall(folder, key, { state: 'answered', output: answered.value });
        return succeed(answered.value);
      }
      if (answered.lost && !mayRepeat) return fail({ kind: 'outcome-unknown', service: title });
      if (!isLook) await saveCall(folder, key, null);
      return fail(answered.failure);
    },
    ...(isLook ? {} : whatChanges),
  });
}

const whatItDoes: Readonly<Record<ToolMap['does'], string>> = {
  looks: t`it only looks something up`,
  drafts: t`it makes a draft`,
  changes: t`it changes something`,
  sends: t`it sends something`,
  publishes: t`it publishes something`,
  pays: t`it pays or orders something`,
  'hands-in': t`it hands something in`,
};

const undoOf = (title: string, map: ToolMap | null): string =>
  map?.backByHand ? t`Life OS can’t take this back. You can, in ${title}.` : t`This can’t be taken back.`;

/** `entityNames` as `Entity names`. */
const labelOf = (name: string): string =>
  capitalised(name.replaceAll(/(?<=[a-z])(?=[A-Z])|[-_.]+/g, ' ').toLowerCase());
