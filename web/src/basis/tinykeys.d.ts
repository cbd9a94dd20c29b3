// SPDX-License-Identifier: EUPL-1.2
// The package ships this declaration, but its `exports` hide it from TypeScript.
declare module 'tinykeys' {
  export function tinykeys(
    target: Window | HTMLElement,
    keys: Record<string, (event: KeyboardEvent) => void>,
  ): () => void;
}
