// SPDX-License-Identifier: EUPL-1.2
// From an error to words. The server sends codes; the words are ours. Every text says whether data was saved.
import { ApiError, NetworkError } from './api';
import { type BerichtId, i18n, type Translate } from './language';

function known(id: string): id is BerichtId {
  return id in i18n.messages;
}

/** Sentence for the user. `writing`: the failed request was meant to store something. */
export function problemText(error: unknown, t: Translate, writing = true): string {
  if (error instanceof NetworkError) return t(error.wrote ? 'basis.fout.netwerk.schrijven' : 'basis.fout.netwerk');
  if (!(error instanceof ApiError)) return t('basis.fout.onbekend');
  const id = `fout.${error.code}`;
  const text = known(id) ? t(id) : t(error.status >= 500 ? 'basis.fout.server' : 'basis.fout.geweigerd');
  const parts = [text];
  if (error.retryAfter !== null) parts.push(t('basis.fout.wacht', { seconden: error.retryAfter }));
  if (writing) parts.push(t('basis.fout.nietopgeslagen'));
  return parts.join(' ');
}

/** What is wrong with one field, from its code. */
export function fieldProblemText(code: string, t: Translate): string {
  const id = `veldfout.${code}`;
  return known(id) ? t(id) : t('veldfout.ongeldig');
}

export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.status === 412;
}

export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}
