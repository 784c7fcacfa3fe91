import { misplacedRunes } from './lib/misplaced-runes.mjs';
import { ROOT } from './lib/root.mjs';

const misplaced = misplacedRunes(ROOT);
for (const sentence of misplaced) console.error(sentence);
process.exitCode = misplaced.length === 0 ? 0 : 1;
