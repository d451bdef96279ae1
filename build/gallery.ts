// `npm run gallery`: every component of the design system in every state, in the browser; `-- --port 4320`.
import { parseArgs } from 'node:util';
import { serveGallery } from '../tests/peers/serve-gallery.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const { url } = await serveGallery(Number(values.port));
console.log(`The design system is at ${url} (Ctrl-C ends it).`);
