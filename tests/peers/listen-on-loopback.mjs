// Preloaded into a server that would listen on every network of this computer and has no setting for that.
import { Server } from 'node:net';

const { listen } = Server.prototype;
Server.prototype.listen = function listenHere(port, ...rest) {
  return typeof port === 'object'
    ? listen.call(this, port, ...rest)
    : listen.call(this, { port, host: '127.0.0.1' }, ...rest);
};
