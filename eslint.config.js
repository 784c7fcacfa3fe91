import * as typescript from '@typescript-eslint/parser';
import svelte from 'eslint-plugin-svelte';

/** Svelte markup only: scripts of every kind are oxlint's. */
export default [
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { parser: typescript } },
    rules: {
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/no-unused-class-name': 'off',
      'svelte/require-each-key': 'error',
      'svelte/require-event-prefix': 'error',
      'svelte/valid-style-parse': 'error',
      // Handled by the compiler and svelte-check, which know the types.
      'no-undef': 'off',
      'no-unused-vars': 'off',
    },
  },
];
