// SPDX-License-Identifier: EUPL-1.2
// React Aria carries its own few words in 34 languages; only Dutch and English go along in the build.

const ANDERE =
  /[\\/]react-(?:aria|stately|aria-components)[\\/]dist[\\/].*[\\/]intl[\\/].*[\\/](?!nl-NL|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;

/** Vite plugin. */
export function alleenTalen() {
  return {
    name: 'damwand-alleen-talen',
    enforce: 'pre',
    load(id) {
      return ANDERE.test(id) ? 'export default {};' : null;
    },
  };
}
