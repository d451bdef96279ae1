import { join } from 'node:path';
import { connectors as shippedConnectors, families as shippedFamilies } from '#connectors/registry.ts';
import type { Account } from '#connectors/sdk/account.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import { openFolder } from '#connectors/sdk/local-folder.ts';
import { homeTrash } from '#connectors/sdk/places/home-trash.ts';
import { openPlaces } from '#connectors/sdk/places/open-places.ts';
import type { ToolServerFamily } from '#connectors/sdk/tool-server.ts';
import type { LoggedEvent } from '#contract/model/event.ts';
import { openDatabase } from '#db/open-database.ts';
import { findOwner, insertOwner } from '#db/repositories/people.ts';
import type { DoorContext } from '#main/api/door.ts';
import { router } from '#main/api/router.ts';
import { createArtifactStore } from '#main/artifacts/artifact-store.ts';
import { automationsDue } from '#main/automations/fire-due-automations.ts';
import { happeningsDue } from '#main/automations/match-happenings.ts';
import { watchConnectors } from '#main/automations/watch-connectors.ts';
import { createJournal } from '#main/events/journal.ts';
import { createLanes } from '#main/executor/lanes.ts';
import { createToolBox } from '#main/executor/tool-box.ts';
import { builtInReader } from '#main/extractor/built-in-reader.ts';
import { createReader } from '#main/extractor/reader-with-model.ts';
import { readingConnector } from '#main/extractor/reading-connector.ts';
import type { ReadingModel } from '#main/extractor/reading-model.ts';
import { createSumUp } from '#main/extractor/sum-up.ts';
import { createGate } from '#main/gate/check.ts';
import { createIds } from '#main/ids.ts';
import { englishIn, type LanguageSetting } from '#main/language/language-setting.ts';
import { type OpenLink, openLinkConnector } from '#main/links/open-link-connector.ts';
import { chooseEmbedder } from '#main/memory/embedder.ts';
import { memoryConnector } from '#main/memory/memory-connector.ts';
import { ownDocuments } from '#main/memory/own-documents.ts';
import { createRecall, type Recall } from '#main/memory/recall.ts';
import { keepSwept } from '#main/memory/sweep-memory.ts';
import { createModelRouter } from '#main/model-router/model-router.ts';
import { isFrozen } from '#main/model-router/reliance.ts';
import type { ReadSecret } from '#main/model-router/standings.ts';
import { createVoice } from '#main/model-router/voice/voice-sessions.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { keepExpiring } from '#main/orchestrator/expire-approvals.ts';
import { pickedFolders } from '#main/orchestrator/pick-folder.ts';
import { recoverRuns } from '#main/orchestrator/recover-runs.ts';
import { rideOutTrouble } from '#main/orchestrator/ride-out-trouble.ts';
import { createSignIns } from '#main/orchestrator/sign-ins.ts';
import { createToolServers } from '#main/orchestrator/tool-servers.ts';
import { warmUp } from '#main/orchestrator/warm-up.ts';
import { workThroughUndo } from '#main/orchestrator/work-through-undo.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import { readOwnTone } from '#main/planner/with-model/own-tone.ts';
import { createNewPlanner } from '#main/planner/with-model/plan-anew.ts';
import { createPlanner } from '#main/planner/with-model/plan-with-model.ts';
import type { PracticeDoor } from '#main/practice/practice-room.ts';
import { createUndoLine, type UndoLine } from '#main/queue/undo-line.ts';
import { createQueue, type Queue } from '#main/queue/worker.ts';
import { createRoles } from '#main/roles/roles.ts';
import { createAlarms } from '#main/schedules/alarms.ts';
import { remindersDue } from '#main/schedules/fire-due.ts';
import { type DueSource, watchDue } from '#main/schedules/watch-due.ts';
import type { Clock, IdSource, Log } from '#main/seams.ts';
import { guardStorage, type StorageGuard } from '#main/storage/guard-storage.ts';
import { pauseForDamage } from '#main/storage/pause-for-damage.ts';
import { noteFailedWrites, watchRoom } from '#main/storage/room-on-disk.ts';
import { findByKey, noteUse, stands } from '#main/vault/access-tokens.ts';
import { connectedAccount } from '#main/vault/connected-account.ts';
import { openKeychain, type SecretStore } from '#main/vault/keychain.ts';
import { modelKeyReader } from '#main/vault/model-key.ts';
import { passphraseFile } from '#main/vault/passphrase-file.ts';
import { createTokenKeeper } from '#main/vault/token-keeper.ts';
import { createVault } from '#main/vault/vault.ts';
import { createReword } from '#main/writer/reword.ts';

/** Long enough for the page to have loaded, too short for a sentence to be typed. */
const WARM_AFTER_MS = 800;

export type ComposeOptions = {
  readonly dataFolder: string;
  readonly version: string;
  readonly migrationsFolder: string;
  readonly log: Log;
  /** The seams that tests use. */
  readonly clock?: Clock;
  readonly ids?: IdSource;
  readonly fetch?: typeof globalThis.fetch;
  readonly keychain?: SecretStore;
  readonly connectors?: readonly Connector[];
  /** Servers whose tools the person can add. */
  readonly families?: readonly ToolServerFamily[];
  readonly makePlan?: Engine['makePlan'];
  /** Hands an address to the person's browser; without it no link can be opened. */
  readonly openLink?: OpenLink | undefined;
  /** Shows the system's own way of choosing a folder; null when the person chose none. */
  readonly chooseFolder?: DoorContext['chooseFolder'];
  /** Reads what others wrote; the built-in reader, with a model on this computer behind it, when absent. */
  readonly readingModel?: ReadingModel | undefined;
  readonly planAnew?: Engine['planAnew'] | undefined;
  /** `built-in` when not said. */
  readonly plansAreMadeBy?: Engine['plansAreMadeBy'];
  readonly timeZone?: string;
  readonly locale?: string;
  /** How long a call or a look may take, in milliseconds; a minute when not said. */
  readonly timeLimit?: (() => number) | undefined;
  /** `OPENAI_BASE_URL` and `OLLAMA_HOST`; the process's own when not said. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The keys of models. When not said, OpenAI's from the variable of its name, and no other. */
  readonly readSecret?: ReadSecret;
  /** English when not said. */
  readonly language?: LanguageSetting;
  /** The way into the practice life and out of it. */
  readonly practice?: PracticeDoor;
  /** This core is the practice life: its accounts are made up. */
  readonly isPractice?: boolean;
};

/** The running core. Doors serve `router` with a context from `contextFor`. */
export type LifeOs = {
  readonly router: typeof router;
  readonly engine: Engine;
  readonly storage: StorageGuard;
  /** For the owner, whose computer this is. */
  contextFor(actor: string): DoorContext;
  /** For whoever holds a key that the owner made; null when it opens nothing. */
  contextForKey(key: string): DoorContext | null;
  /** Whether an address is one that our own screens lead to: the steps of a guide, a sign-in that was begun. */
  isOutward(url: string): boolean;
  subscribe(listener: (event: LoggedEvent) => void): () => void;
  /** Looks at once for what came due: timers stand still while a computer sleeps. */
  wake(): void;
  /** Takes nothing new up, lets what is out end, and closes the database. */
  close(): Promise<void>;
};

/** Wires the parts together, takes up what an earlier process left, and starts working. */
export async function composeLifeOs(options: ComposeOptions): Promise<LifeOs> {
  const { dataFolder, log, version } = options;
  const clock = options.clock ?? { now: () => new Date().toISOString() };
  const ids = options.ids ?? createIds();
  const computer = new Intl.DateTimeFormat().resolvedOptions();
  const timeZone = options.timeZone ?? computer.timeZone;
  const locale = options.locale ?? computer.locale;

  const database = await openDatabase(dataFolder, options.migrationsFolder, clock.now());
  const room = watchRoom({
    folder: dataFolder,
    onBack() {
      queue.wakeAll();
      undoLine.wakeAll();
      clockwork.reset();
    },
    onDamage: (why) => pauseForDamage({ journal, folder: dataFolder, log }, why),
  });
  const journal = createJournal({ database: noteFailedWrites(database, room), clock, ids });
  const storage = await guardStorage({ database, journal, folder: dataFolder, clock, log, timeZone, locale, room });
  await journal.write((tx) => {
    if (!findOwner(tx.orm)) insertOwner(tx, { id: tx.newId(), timeZone, locale, createdAt: tx.now });
  });

  // The automations join it below, because what they fire needs the engine.
  const due: DueSource[] = [remindersDue(journal)];
  const clockwork = watchDue(journal.now, due, (error) => log.error({ error }, 'what is due could not be fired'));
  const links = options.openLink ? [openLinkConnector(options.openLink)] : [];
  const vault = createVault({
    keychain: options.keychain ?? openKeychain(),
    file: passphraseFile(join(dataFolder, 'secrets.sealed')),
  });
  const fetch = options.fetch ?? globalThis.fetch;
  const toolServers = createToolServers({ families: options.families ?? shippedFamilies, journal, log });
  const environment = options.environment ?? process.env;
  const models = createModelRouter({
    journal,
    fetch,
    environment,
    readSecret: options.readSecret ?? modelKeyReader(journal.orm, vault, environment),
  });
  const roles = createRoles(models, () => ids.next());
  const connectors = [
    ...(options.connectors ?? shippedConnectors),
    readingConnector(options.readingModel ?? createReader(builtInReader, models), createSumUp(models)),
    memoryConnector(journal, () => recall),
    ...links,
  ];
  const findConnector = (provider: string) => connectors.find((each) => each.provider === provider);
  const guideLinks = new Set(connectors.flatMap(({ account }) => account?.signIn?.guide ?? []).map(({ link }) => link));
  const { orm } = journal;
  const tokens = createTokenKeeper({ orm, vault, fetch, now: () => Date.parse(clock.now()), findConnector });
  const accountOf = (provider: string): Account | null => {
    const connector = findConnector(provider);
    const account = connectedAccount({ orm, vault, tokens }, provider, connector?.account?.signIn !== undefined);
    const madeUp = options.isPractice ? connector?.practice : undefined;
    return account && madeUp ? { ...account, standIn: madeUp.standIn(tools.folderOf(provider)) } : account;
  };
  const tools = createToolBox({
    added: toolServers.connectors,
    connectors,
    openFolder: (provider) => openFolder(join(dataFolder, provider)),
    alarms: createAlarms(journal, () => clockwork.reset()),
    fetch,
    accountOf,
    rewordFor: createReword(orm, models, roles),
    places: openPlaces({ folders: () => pickedFolders(orm), homeTrash: homeTrash(environment) }),
    orm,
    timeLimit: options.timeLimit,
  });
  const recall: Recall = createRecall({
    path: join(dataFolder, 'search-index.db'),
    journal,
    log,
    chooseEmbedder: () => chooseEmbedder(models),
    documents: ownDocuments(tools.connectors, {
      isConnected: (provider) => tools.isConnected(orm, provider),
      folderOf: tools.folderOf,
      view: () => ({ now: journal.now(), timeZone, locale }),
    }),
  });
  const withModel = { router: models, roles, findAction: tools.find, isFrozen: () => isFrozen(orm) };
  const gate = createGate();
  const signIns = createSignIns(() => ids.next());
  const undoLine: UndoLine = createUndoLine({ journal, log, work: (...call) => workThroughUndo(engine, ...call) });
  const queue: Queue = createQueue({ journal, log, advance: (...call) => advance(...call) });
  const engine: Engine = {
    journal,
    tools,
    vault,
    tokens,
    signIns,
    openLink: options.openLink,
    fetch,
    queue,
    undoLine,
    log,
    room,
    locale,
    timeZone,
    wakeClock: () => clockwork.reset(),
    makePlan: options.makePlan ?? createPlanner({ builtIn: makePlan, ownTone: () => readOwnTone(orm), ...withModel }),
    planAnew: options.planAnew ?? createNewPlanner(withModel),
    plansAreMadeBy: options.plansAreMadeBy ?? (options.makePlan ? 'built-in' : 'as-marked'),
    models,
    roles,
    voice: createVoice(models, () => ids.next()),
    recall,
    toolServers,
    gate,
    lanes: createLanes(tools),
    store: createArtifactStore(openFolder(join(dataFolder, 'artifacts'))),
  };
  const advance = rideOutTrouble(engine);

  due.push(automationsDue(engine), happeningsDue(engine));

  await tools.people.refresh();
  await models.recover();
  const recoveredRuns = await recoverRuns(engine);
  await journal.write((tx) => tx.append({ actor: 'life-os', body: { kind: 'app.started', version, recoveredRuns } }));
  clockwork.start();
  const ending = new AbortController();
  const expireCards = keepExpiring(engine, ending.signal);
  keepSwept(journal, log, ending.signal);
  watchConnectors(engine, fetch, ending.signal);
  const warming = setTimeout(() => {
    warmUp(engine, ending.signal).catch((error: unknown) => {
      if (!ending.signal.aborted) log.error({ error }, 'the first request will be slower than the next');
    });
  }, WARM_AFTER_MS);

  const shared = {
    engine,
    dataFolder,
    version,
    isPractice: options.isPractice ?? false,
    practice: options.practice ?? null,
    chooseFolder: options.chooseFolder ?? null,
    language: options.language ?? englishIn(dataFolder),
    storageNotice: storage.notice,
  };
  return {
    router,
    engine,
    storage,
    contextFor: (actor) => ({ ...shared, actor, role: 'owner', stands: () => true }),
    contextForKey(key) {
      const token = findByKey(journal, key);
      if (!token) return null;
      noteUse(journal, token).catch((error: unknown) => log.error({ error }, 'the use of a key could not be noted'));
      return { ...shared, actor: `key:${token.name}`, role: token.role, stands: () => stands(journal, token.id) };
    },
    subscribe: journal.subscribe,
    isOutward: (url) => signIns.has(url) || guideLinks.has(url),
    wake() {
      clockwork.reset();
      queue.wakeDue();
      expireCards();
    },
    async close() {
      clearTimeout(warming);
      ending.abort();
      signIns.stop();
      clockwork.stop();
      const stopped = Promise.all([queue.stop(), undoLine.stop()]);
      // Whoever waits for room on the disk is let go.
      room.stop();
      await stopped;
      await engine.voice.drop();
      await recall.close();
      await toolServers.close();
      await storage.stop();
      database.close();
    },
  };
}
