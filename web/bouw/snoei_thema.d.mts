// SPDX-License-Identifier: EUPL-1.2
import type { Plugin } from 'vite';
export function gebruikt(bladen: string[]): Set<string>;
export function snoei(css: string, houden: Set<string>): string;
export function snoeiThema(): Plugin;
