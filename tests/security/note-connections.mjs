// Loaded into the app before anything else (NODE_OPTIONS): notes every attempt to reach out, and lets none through.

import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const note = (what) => appendFileSync(process.env.LIFE_OS_CONNECTIONS, `${JSON.stringify(what)}\n`);

net.Socket.prototype.connect = function connect(...args) {
  note({ connect: args[0] });
  this.destroy(new Error('This test lets nothing out.'));
  return this;
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  const original = dns[name];
  dns[name] = (host, ...rest) => {
    // A door that is opened on an address asks for that address, which asks nobody.
    if (net.isIP(host)) return original(host, ...rest);
    note({ [name]: host });
    rest.at(-1)?.(new Error('This test lets nothing out.'));
  };
}
syncBuiltinESMExports();
