import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands for a service far away: it answers late, and knows when each request reached it. */
export type SlowService = {
  readonly origin: string;
  /** Requests that are with it now. */
  underWay(): number;
  /** Every arrival so far, on the clock of `performance.now()`. */
  readonly arrivals: readonly number[];
  close(): Promise<void>;
};

export async function openSlowService(answersAfterMs: number): Promise<SlowService> {
  const arrivals: number[] = [];
  let underWay = 0;
  const server = createServer((_request, response) => {
    arrivals.push(performance.now());
    underWay += 1;
    setTimeout(() => {
      underWay -= 1;
      response.end('done');
    }, answersAfterMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    underWay: () => underWay,
    arrivals,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
