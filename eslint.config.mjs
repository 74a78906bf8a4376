import globals from 'globals';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only platform/config reads the environment.',
};
const noDynamicCode = {
  selector:
    "CallExpression[callee.name='eval'], NewExpression[callee.name='Function'], CallExpression[callee.name='Function']",
  message: 'No code from content.',
};
/** Of the regexp rules those stay that find slow or wrong patterns; how a right pattern is spelt is its author's choice. */
const regexpTaste = {
  'regexp/use-ignore-case': 'off',
  'regexp/prefer-w': 'off',
  'regexp/no-unused-capturing-group': 'off',
  'regexp/no-useless-lazy': 'off',
  'regexp/no-useless-non-capturing-group': 'off',
  'regexp/no-obscure-range': 'off',
  'regexp/no-control-character': 'off',
  'regexp/prefer-regexp-exec': 'off',
  'regexp/prefer-character-class': 'off',
  'prefer-regex-literals': 'off',
  'no-control-regex': 'off',
};
const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The time is an input of a rule.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time is an input of a rule.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is an input of a rule.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      'node_modules/',
      '.data/',
      'apps/web/src/shared/api/schema.d.ts',
      'packages/client/src/schema.d.ts',
      'test/architecture/planted/',
    ],
  },
  ...tseslint.configs.recommended,
  regexp.configs['flat/recommended'],
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      globals: globals.node,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-empty-object-type': 'off',
      // A switch counts once: over a union it is one decision, however many members the union has.
      complexity: ['error', { max: 12, variant: 'modified' }],
      ...regexpTaste,
      'max-lines': ['error', { max: 400, skipBlankLines: false }],
      'max-lines-per-function': ['error', { max: 60, IIFEs: true }],
      'no-restricted-syntax': ['error', noEnvironment, noDynamicCode],
      'no-console': 'error',
    },
  },
  {
    files: ['libs/*/src/domain/**/*.ts', 'libs/*/src/contract/**/*.ts', 'libs/kernel/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnvironment, noDynamicCode, ...impure] },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', 'libs/platform/src/testing/**/*.ts', '**/*.spec.tsx'],
    rules: { 'max-lines-per-function': 'off', 'no-restricted-syntax': ['error', noDynamicCode], 'no-console': 'off' },
  },
  {
    files: ['apps/*/src/main.ts', 'apps/worker/src/commands/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDynamicCode], 'no-console': 'off' },
  },
  {
    files: ['apps/web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 150 }], complexity: ['error', 20] },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/no-require-imports': 'off', ...regexpTaste },
  },
);
