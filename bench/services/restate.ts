import { findFreePorts, type StartedServer, startServer } from './started-server.ts';

export type RestateAddress = { readonly ingress: string; readonly admin: string };

/** A Restate server of one node with its own settings, in which every write of its log is on disk before it counts. */
export async function startRestate(program: string, folder: string): Promise<StartedServer<RestateAddress>> {
  const [ingress = 0, admin = 0, node = 0] = await findFreePorts(3);
  const env = {
    ...process.env,
    RESTATE_BASE_DIR: folder,
    RESTATE_LISTEN_MODE: 'tcp',
    RESTATE_BIND_IP: '127.0.0.1',
    RESTATE_BIND_PORT: String(node),
    RESTATE_ADVERTISED_HOST: '127.0.0.1',
    RESTATE_INGRESS__BIND_PORT: String(ingress),
    RESTATE_ADMIN__BIND_PORT: String(admin),
    RESTATE_LOG_SERVER__ROCKSDB_DISABLE_WAL_FSYNC: 'false',
    RESTATE_DISABLE_TELEMETRY: 'true',
    RESTATE_LOG_FILTER: 'error',
  };
  const address = { ingress: `http://127.0.0.1:${ingress}`, admin: `http://127.0.0.1:${admin}` };
  const isUp = async (url: string) => (await fetch(url)).ok;
  const isReady = async () =>
    (await isUp(`${address.admin}/health`)) && (await isUp(`${address.ingress}/restate/health`));
  const server = await startServer(program, ['--no-logo'], { cwd: folder, env }, isReady);
  return { address, stop: () => server.stop() };
}
