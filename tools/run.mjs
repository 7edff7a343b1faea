// @ts-check
/** `node tools/run.mjs FILE.ts …`: runs a program of the project with a Node that can, also when an older one starts it. */
import { become, prepare, root } from './runtime.mjs';

const ready = prepare('all', () => process.stderr.write('Installing missing packages…\n'));
if (ready.ok) {
  process.chdir(root);
  become(ready.node, process.argv.slice(2));
} else {
  process.stderr.write(`Cannot run: ${ready.reason} (${ready.details})\n`);
  process.exitCode = 1;
}
