// node examples/check.mjs <number> [name]
import { Hengzheng } from '../dist/index.js';

const client = new Hengzheng({ baseUrl: process.env.HENGZHENG_URL, key: process.env.HENGZHENG_KEY });
const [number, name] = process.argv.slice(2);
const { verdict, reason, certificate } = await client.check({ number, ...(name && { name }) });
console.log([verdict, reason, certificate?.holderName].filter(Boolean).join(' · '));
