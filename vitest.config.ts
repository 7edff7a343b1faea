import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** `OPORA_TESTS=long` chooses the long suites (`*.long.test.ts`), which `npm test` leaves out. */
const long = process.env['OPORA_TESTS'] === 'long';
const folders = '{src,tests,demo,bench,tools}';

export default defineConfig({
  // Components are rendered as the server renders them.
  plugins: [svelte({ configFile: false })],
  test: {
    include: [`${folders}/**/*${long ? '.long' : ''}.test.ts`],
    exclude: long ? [] : ['**/*.long.test.ts'],
    // A test starts the real command now and then, and the machine may be busy.
    hookTimeout: 120_000,
    testTimeout: long ? 300_000 : 60_000,
    globalSetup: ['tests/support/database-for-run.ts'],
    passWithNoTests: true,
    // Built pages are run as they are, not compiled once more.
    server: { deps: { external: [/\/build\//] } },
  },
  cacheDir: '.cache/vite',
});
