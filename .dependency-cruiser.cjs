/** The import rules of the house, built from `boundaries.json`. Each rule has a planted violation in `test/architecture`. */
const { mayCall, everyoneMayCall, mayReadKeySheets, pureContexts } = require('./boundaries.json');

const ROOT = process.env.HZ_CRUISE_ROOT ?? '';
const libs = `${ROOT}libs`;
const contexts = Object.keys(mayCall);
const any = (names) => `(${names.join('|')})`;
const TESTS = '\\.spec\\.ts$|/testing/';

const frontDoors = contexts.flatMap((context) => {
  const shared = context === 'audit' ? ['kernel', 'platform'] : everyoneMayCall;
  const callable = [...new Set([...shared, ...mayCall[context], context])];
  return [
    {
      name: `${context}-calls-only-its-neighbours`,
      comment: 'A context calls those named in boundaries.json; of all others it may hear events through their contract.',
      severity: 'error',
      from: { path: `^${libs}/${context}/src`, pathNot: TESTS },
      to: { path: `^${libs}/`, pathNot: [`^${libs}/${any(callable)}/src`, `^${libs}/[^/]+/src/contract`] },
    },
  ];
});

module.exports = {
  forbidden: [
    ...frontDoors,
    {
      name: 'only-through-the-front-door',
      comment: 'Another context is reached by its index, its contract or a second door, never by a path inside.',
      severity: 'error',
      from: { path: `^${libs}/([^/]+)/src` },
      to: {
        path: `^${libs}/([^/]+)/src/.+/`,
        pathNot: [`^${libs}/$1/`, `^${libs}/[^/]+/src/contract/index\\.ts$`, `^${libs}/platform/src/testing/index\\.ts$`],
      },
    },
    {
      name: 'apps-use-front-doors',
      severity: 'error',
      from: { path: `^${ROOT}apps/(api|worker)` },
      to: {
        path: `^${libs}/[^/]+/src/.+/`,
        pathNot: [`^${libs}/[^/]+/src/contract/index\\.ts$`, `^${libs}/platform/src/testing/index\\.ts$`],
      },
    },
    {
      name: 'contract-imports-the-kernel-and-contracts-alone',
      comment: 'Contracts are seen by browsers and by every other context.',
      severity: 'error',
      from: { path: `^${libs}/([^/]+)/src/contract`, pathNot: TESTS },
      to: { pathNot: [`^${libs}/$1/src/contract`, `^${libs}/[^/]+/src/contract/index\\.ts$`, `^${libs}/kernel/src`, 'node_modules/zod/', '^zod$'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules import rules, contracts and the kernel: no npm, no Node, no other layer.',
      severity: 'error',
      from: { path: `^${libs}/([^/]+)/src/domain`, pathNot: TESTS },
      to: { pathNot: [`^${libs}/$1/src/(domain|contract)`, `^${libs}/[^/]+/src/contract`, `^${libs}/kernel/src`] },
    },
    {
      name: 'pure-contexts-have-no-edges',
      severity: 'error',
      from: { path: `^${libs}/${any(pureContexts)}/src`, pathNot: TESTS },
      to: { path: [`^${libs}/platform`, 'node_modules/(@nestjs|typeorm|pg|bullmq)'] },
    },
    {
      name: 'packages-stand-alone',
      comment: 'What strangers run shares no code with the server, nor with another package.',
      severity: 'error',
      from: { path: `^${ROOT}packages/([^/]+)/` },
      to: { path: [`^${libs}/`, `^${ROOT}apps/`, `^${ROOT}packages/(?!$1/)`] },
    },
    {
      name: 'kernel-knows-nobody',
      severity: 'error',
      from: { path: `^${libs}/kernel/src`, pathNot: TESTS },
      to: { path: [`^${libs}/(?!kernel/)`, `^${ROOT}apps/`, '^(node:)?(fs|path|os|http|net|child_process|crypto)$'] },
    },
    {
      name: 'platform-knows-no-context',
      severity: 'error',
      from: { path: `^${libs}/platform/src` },
      to: { path: [`^${libs}/(?!kernel/|platform/)`, `^${ROOT}apps/`] },
    },
    {
      name: 'keys-stay-home',
      comment: 'P3: whoever serves candidates cannot import a key.',
      severity: 'error',
      from: { path: `^${libs}/`, pathNot: `^${libs}/(assembly|${mayReadKeySheets.join('|')})/` },
      to: { path: `^${libs}/assembly/src/keys\\.ts$` },
    },
    {
      name: 'application-knows-no-http',
      severity: 'error',
      from: { path: `^${libs}/[^/]+/src/application`, pathNot: TESTS },
      to: { path: [`^${libs}/[^/]+/src/http/`, 'node_modules/fastify/'] },
    },
    {
      name: 'edges-use-their-own-application',
      comment: 'Only application/ and the module file call other contexts.',
      severity: 'error',
      from: { path: `^${libs}/([^/]+)/src/(http|jobs|persistence)/`, pathNot: TESTS },
      to: {
        path: `^${libs}/[^/]+/src/index\\.ts$`,
        pathNot: [`^${libs}/(kernel|platform)/`, `^${libs}/$1/`],
      },
    },
    {
      name: 'web-sees-contracts-and-kernel',
      severity: 'error',
      from: { path: `^${ROOT}apps/web/src` },
      to: { path: `^${libs}/`, pathNot: [`^${libs}/kernel/`, `^${libs}/[^/]+/src/contract`] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'everything-resolves',
      comment: 'An alias that resolves to nothing would be passed over in silence.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.d\\.ts$', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: process.env.HZ_CRUISE_TSCONFIG ?? 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'] },
  },
};
