// SPDX-License-Identifier: EUPL-1.2
// Where the page scrolls: the window, but on a phone the middle of the frame, between its bars.

/** Equal to the media query in stijl/schil.css. */
export const SCROLLS_INSIDE = '(max-width: 47.99rem) and (min-height: 24rem)';
export const SCROLL_PLACE = '.dw-schil__midden';

export function scrollPlace(): HTMLElement | null {
  return document.querySelector<HTMLElement>(SCROLL_PLACE);
}
