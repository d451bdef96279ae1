import { z } from 'zod';
import type { Action } from '#connectors/sdk/action.ts';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import type { Effect } from '#contract/model/effect.ts';
import { type Json, type JsonObject, JsonObjectSchema } from '#contract/model/json.ts';
import { succeed } from '#contract/model/result.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import type { OutsideItem } from '#contract/model/source.ts';

/** What a service was asked to do, as it saw it. */
export type Deed = {
  readonly action: string;
  readonly args: JsonObject;
  readonly recipients: readonly string[];
  readonly key: string;
};

/** What the readers of the services find: one item at a time. `data` is what a machine would read in it. */
export type Item = { text: string; title: string; by: string; data: JsonObject };

/** A stub of what an action does. None of them names its arguments unless it says so. */
export type Doing = {
  readonly action: string;
  readonly kind: Effect['kind'];
  readonly audience?: Effect['audience'];
  readonly reversible?: Effect['reversible'];
  readonly risk: RiskTier;
  readonly labels?: Readonly<Record<string, string>>;
  /** Where its recipients stand; `looked-up`: the service knows whom it goes to, and the arguments don't. */
  readonly to?: string | 'looked-up';
};

const ArgsSchema = JsonObjectSchema;
const nothing: Effect = { kind: 'none', audience: 'nobody', recipients: [], reversible: 'yes' };

/** Something that reads the item; what it answers was written by somebody else. */
export const reading = (name: string, item: () => Item, what: OutsideItem['what']): Action =>
  defineAction({
    name,
    title: 'Read',
    input: ArgsSchema,
    output: z.object({ text: z.string(), title: z.string(), by: z.string(), data: ArgsSchema }),
    risk: 'L0',
    scopes: [],
    delivery: 'exactly-once',
    labels: {},
    outside: ({ title, by }) =>
      ['/text', '/title', '/by', '/data'].map((path) => ({ path, item: title || 'item', what, title, by })),
    effect: () => nothing,
    describe: () => ({ title: 'Read it', differences: [], undo: 'Reading changes nothing.' }),
    report: ({ title }) => ({ says: `Read “${title}”.`, lines: [] }),
    run: async () => succeed(item()),
  });

/** Something that does what it is told, and writes down what it was told. */
export function doing(deeds: Deed[], does: Doing): Action {
  const { action: name, kind, risk, labels = {}, audience = 'self', reversible = 'yes', to } = does;
  const recipientsOf = (args: JsonObject, before: Json): string[] => {
    if (to === 'looked-up') return typeof before === 'string' ? [before] : [];
    const said = to === undefined ? [] : args[to];
    return (Array.isArray(said) ? said : [said]).filter((each) => typeof each === 'string');
  };
  const isUndoable = reversible !== 'no';
  return defineAction<typeof ArgsSchema, typeof ArgsSchema, Json>({
    name,
    title: name,
    input: ArgsSchema,
    output: ArgsSchema,
    risk,
    scopes: [],
    delivery: 'exactly-once',
    labels,
    ...(to === 'looked-up' && { look: async () => succeed({ before: 'sender@evil.example', version: '1' }) }),
    effect: (args, before) => ({
      kind,
      audience,
      reversible,
      recipients: recipientsOf(args, before),
      ...(kind === 'payment' && { money: { minor: Number(args.minor ?? 1), currency: 'EUR' } }),
    }),
    describe: () => ({ title: name, differences: [], undo: isUndoable ? 'It is taken back.' : 'It stays.' }),
    report: () => ({ says: 'Done.', lines: [] }),
    async run(args, { mode, key, before }) {
      if (mode === 'execute') deeds.push({ action: name, args, recipients: recipientsOf(args, before), key });
      return succeed(args);
    },
    findEarlier: async (args, { key }) => succeed(deeds.some((deed) => deed.key === key) ? args : null),
    ...(isUndoable && { undo: async () => succeed(null) }),
  });
}

/** Connectors of these actions, each under the first part of its name. */
export function connectorsOf(actions: readonly Action[], onComputer: readonly string[] = []): Connector[] {
  const providers = new Set(actions.map(({ name }) => name.split('.')[0] ?? ''));
  return [...providers].map((provider) =>
    defineConnector({
      provider,
      title: provider,
      says: 'A stub of a service.',
      lives: onComputer.includes(provider) ? 'computer' : 'account',
      files: [],
      actions: actions.filter(({ name }) => name.startsWith(`${provider}.`)),
    }),
  );
}

const letter = { to: 'To', subject: 'Subject', body: 'Text' };

/** Mail, calendar, documents, web, tools and a bank: what the attacks reach for. As harmless as each can claim to be. */
export function servicesFor(deeds: Deed[], item: () => Item): Connector[] {
  const did = (does: Doing) => doing(deeds, does);
  const own = { risk: 'L2' } as const;
  return connectorsOf(
    [
      reading('mail.read', item, 'email'),
      reading('mail.search', item, 'email'),
      did({
        ...own,
        action: 'mail.send',
        kind: 'message',
        audience: 'known',
        reversible: 'no',
        to: 'to',
        labels: letter,
      }),
      did({ ...own, action: 'mail.forward', kind: 'message', audience: 'known', reversible: 'until', to: 'to' }),
      did({ ...own, action: 'mail.reply', kind: 'message', audience: 'known', reversible: 'until', to: 'looked-up' }),
      did({ ...own, action: 'mail.set-forwarding', kind: 'setting' }),
      did({ action: 'mail.draft', kind: 'draft', audience: 'nobody', risk: 'L1', labels: letter }),
      reading('agenda.read', item, 'event'),
      did({
        ...own,
        action: 'agenda.invite',
        kind: 'event',
        audience: 'known',
        to: 'guests',
        labels: { title: 'What' },
      }),
      did({ ...own, action: 'agenda.add', kind: 'event', labels: { title: 'What', startsAt: 'Starts' } }),
      did({ ...own, action: 'agenda.delete', kind: 'event' }),
      reading('files.read', item, 'note'),
      did({ action: 'files.write', kind: 'file', risk: 'L1', labels: { name: 'Name', text: 'Text' } }),
      did({ ...own, action: 'files.share', kind: 'file', audience: 'known', to: 'with' }),
      did({ ...own, action: 'files.delete', kind: 'file' }),
      reading('web.read', item, 'page'),
      did({ ...own, action: 'web.open', kind: 'setting' }),
      did({ action: 'web.submit', kind: 'submission', audience: 'stranger', reversible: 'no', risk: 'L3' }),
      did({ action: 'web.post', kind: 'post', audience: 'public', risk: 'L3', labels: { text: 'Text' } }),
      reading('tools.ask', item, 'answer'),
      did({ ...own, action: 'tools.switch', kind: 'setting' }),
      did({ action: 'tools.run', kind: 'setting', risk: 'L3' }),
      did({
        action: 'bank.pay',
        kind: 'payment',
        audience: 'known',
        reversible: 'no',
        risk: 'L3',
        labels: { to: 'To' },
      }),
      did({ ...own, action: 'bank.change-payee', kind: 'setting' }),
    ],
    ['files', 'agenda'],
  );
}
