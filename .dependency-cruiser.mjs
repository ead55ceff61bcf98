// Who may import whom (docs/architecture.md, "The layers"). A violation fails the build.

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [...allowed, '^node:'], dependencyTypesNot: ['core'] },
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('domain-is-pure', '^functions/domain/', ['^functions/domain/'], 'The rules import only themselves.'),
    only(
      'contracts-know-zod-and-domain-types',
      '^functions/contracts/',
      ['^functions/contracts/', '^functions/domain/', 'node_modules/zod'],
      'Schemas are shared with lib, console and tests, so they stay light.',
    ),
    only(
      'use-cases-know-ports',
      '^functions/use-cases/',
      ['^functions/use-cases/', '^functions/domain/'],
      'Use cases reach the outside world through use-cases/ports/ alone.',
    ),
    only(
      'adapters-implement-ports',
      '^functions/adapters/',
      [
        '^functions/adapters/',
        '^functions/use-cases/ports',
        '^functions/domain/',
        '^functions/contracts/',
        'node_modules/',
      ],
      'Adapters implement ports with SDKs and know no use case.',
    ),
    {
      name: 'only-compose-builds-adapters',
      comment: 'functions/shared/compose/ is the composition root.',
      severity: 'error',
      from: { path: '^functions/', pathNot: ['^functions/adapters/', '^functions/shared/compose'] },
      to: { path: '^functions/adapters/' },
    },
    only(
      'lib-knows-cdk-and-contracts',
      '^lib/',
      ['^lib/', '^functions/contracts/', 'node_modules/'],
      'Stacks name handlers by path and never import them.',
    ),
    only(
      'client-stands-alone',
      '^client/',
      ['^client/', '^functions/contracts/', 'node_modules/'],
      'Apps and the console take the client without the rest.',
    ),
    only(
      'console-knows-the-api-alone',
      '^console/',
      ['^console/', '^client/', '^functions/contracts/console-config', 'node_modules/'],
      'The console talks to the product over the API, as anybody else does.',
    ),
    {
      name: 'pages-do-not-know-each-other',
      comment: 'What two pages share is a part.',
      severity: 'error',
      from: { path: '^console/pages/([^/]+)/' },
      to: { path: '^console/pages/', pathNot: '^console/pages/$1/' },
    },
    {
      name: 'parts-do-not-know-pages',
      severity: 'error',
      from: { path: '^console/(parts|api|sign-in|i18n|shell)/' },
      to: { path: '^console/pages/' },
    },
    only(
      'commands-use-the-product',
      '^operate/',
      ['^operate/', '^functions/', 'node_modules/'],
      'Commands of operators run the same use cases and adapters as the functions, and nothing else.',
    ),
    {
      name: 'nobody-imports-commands',
      severity: 'error',
      from: { pathNot: ['^operate/', '^test/'] },
      to: { path: '^operate/' },
    },
    {
      name: 'nobody-imports-local',
      comment: 'The embedded run is a way to run the product, not a part of it.',
      severity: 'error',
      from: { pathNot: ['^local/', '^test/', '^bench/'] },
      to: { path: '^local/' },
    },
    {
      name: 'local-runs-what-is-deployed',
      comment:
        'The embedded run reads the synthesized templates instead of the CDK app, and serves the built console.',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(bin|lib|console)/', pathNot: '^console/build\\.ts$' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'shipped-code-uses-dependencies',
      comment: 'What runs in Lambda may only use packages from "dependencies".',
      severity: 'error',
      from: { path: '^functions/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
    skipAnalysisNotInRules: true,
  },
};
