import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  globalIgnores(['cdk.out/', '.ridegate/', '.mutation/', 'dist/', 'node_modules/']),
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // Where untyped outside data is parsed, and where tests narrow what they just made.
    files: ['functions/adapters/**', 'local/**', 'test/**'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    // A person reads what these print.
    files: ['local/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // CDK constructs come to life by being constructed.
    files: ['lib/**', 'bin/**'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', 'no-new': 'off' },
  },
  { files: ['console/**'], extends: [reactHooks.configs.flat.recommended] },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  prettier,
);
