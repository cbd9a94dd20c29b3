// SPDX-License-Identifier: EUPL-1.2
/** Where the button that was pressed is gone, the focus goes to what it was about instead of falling back to the page. */
export function houdFocus(id: string): void {
  window.setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById(id)?.focus();
  }, 60);
}
