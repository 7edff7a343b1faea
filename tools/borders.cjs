/**
 * Who may import whom (docs/architecture.md), checked by dependency-cruiser on resolved imports, type imports included.
 * Tests and what is made for them (folders `testing`) stand outside: they may put together what the product may not.
 */
const TEST = '(\\.test\\.ts$|/testing/)';

/** Parts of screens. */
const SCREEN = '\\.svelte$';

/** Types that SvelteKit writes for each route, and modules that only its builds know. */
const GENERATED = '^(\\./\\$types\\.d\\.ts$|\\$(app|env)/)';

/** Features from the lowest to the highest: one may use the server files of those below it. */
const FEATURES = ['installation', 'accounts', 'organizations', 'orders', 'roadmaps', 'papers'];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: GENERATED } },
    {
      name: 'domain-is-pure',
      comment: 'domain imports only domain: no packages, no Node, no other layer',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: TEST },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'platform-knows-only-types-of-domain',
      comment: 'the passage and the error of readers are shared values: docs/decisions/0002',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: TEST },
      to: {
        path: '^src/domain/',
        pathNot: '^src/domain/(language/passage|orders/reader-error)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'platform-reaches-no-other-layer',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: TEST },
      to: { path: '^(src|demo|bench|tools|tests)/', pathNot: '^src/(platform|domain)/' },
    },
    {
      name: 'features-stand-on-domain-and-platform',
      severity: 'error',
      from: { path: '^src/features/', pathNot: [TEST, SCREEN] },
      to: { path: '^(src|demo|bench|tools|tests)/', pathNot: '^src/(domain|platform|features)/' },
    },
    {
      name: 'screens-stand-on-domain-and-ui',
      comment: 'what a screen shows comes from its route; the locale comes from the frame',
      severity: 'error',
      from: { path: `^src/features/.*${SCREEN}`, pathNot: TEST },
      to: {
        path: ['^(src|demo|bench|tools|tests)/', '\\.server\\.ts$'],
        pathNot: '^src/(domain/|ui/|platform/i18n/|features/.*(?<!\\.server\\.ts)$)',
      },
    },
    ...FEATURES.map((feature, height) => ({
      name: `feature-${feature}-uses-features-below`,
      severity: 'error',
      from: { path: `^src/features/${feature}/`, pathNot: TEST },
      to: {
        path: '^src/features/',
        pathNot: [
          `^src/features/${feature}/`,
          ...FEATURES.slice(0, height).map((below) => `^src/features/${below}/.*\\.server\\.ts$`),
        ],
      },
    })),
    {
      name: 'every-feature-has-its-height',
      comment: 'add a new feature to FEATURES in its place',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/features/', pathNot: FEATURES.map((feature) => `^src/features/${feature}/`) },
    },
    {
      name: 'doors-call-features',
      comment: 'the command line parses input, calls a feature and prints',
      severity: 'error',
      from: { path: '^src/cli/', pathNot: TEST },
      to: { path: '^(src|demo|bench|tools|tests)/', pathNot: '^src/(cli|features|domain|platform/(context|i18n))/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: TEST },
      to: { path: '^(src|demo|bench|tools|tests)/', pathNot: '^src/(ui|platform/i18n)/' },
    },
    {
      name: 'server-files-of-features-know-no-pages',
      comment: 'that alone lets pages, command line, worker and tests share them',
      severity: 'error',
      from: { path: '^src/features/.*(\\.server|/forms|/messages)\\.ts$', pathNot: TEST },
      to: { path: ['^src/(ui|web)/', 'node_modules/(@sveltejs|svelte)/'] },
    },
    {
      name: 'the-bridge-knows-the-door-of-accounts-only',
      comment: 'src/web turns requests into a Context: it must know who asks',
      severity: 'error',
      from: { path: '^src/web/', pathNot: TEST },
      to: {
        path: '^(src|demo|bench|tools|tests)/',
        pathNot: '^src/(web|domain|platform|ui/frame|features/accounts/.*\\.server\\.ts$)',
      },
    },
    {
      name: 'routes-translate',
      comment: 'HTTP in, one call, HTTP out: never the database',
      severity: 'error',
      from: { path: '^src/routes/', pathNot: TEST },
      to: {
        path: '^(src|demo|bench|tools|tests)/',
        pathNot: '^src/(routes|features|domain|ui|web|platform/(context|i18n))/',
      },
    },
    {
      name: 'product-does-not-import-tests-or-tools',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: ['^(tests|bench|demo|tools)/', TEST] },
    },
    {
      name: 'no-development-packages-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'node', 'import', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js'],
    },
  },
};
