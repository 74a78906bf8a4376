import { main } from './main.ts';

process.exit(main(process.argv.slice(2)));
