// SPDX-License-Identifier: EUPL-1.2
// Dates and numbers as they stand on the screen. Days are days in Europe/Amsterdam, whatever the PC says.
import { now } from './clock';
import type { Language, Translate } from './language';

const ZONE = 'Europe/Amsterdam';
const LOCALE: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  let found = cache.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(LOCALE[language], { timeZone: ZONE, ...options });
    cache.set(key, found);
  }
  return found;
}

/** Noon for a bare date, so that no time zone moves it to another day. */
function instant(value: string | Date): Date {
  if (value instanceof Date) return value;
  return new Date(value.length === 10 ? `${value}T12:00:00Z` : value);
}

const clean = (text: string) => text.replaceAll('.', '').replaceAll(',', '');

/** "do 26 nov 2026" */
export function formatDate(value: string | Date, language: Language): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return clean(formatter(language, 'date', options).format(instant(value)));
}

/** "26 nov 2026" */
export function formatShortDate(value: string | Date, language: Language): string {
  return clean(
    formatter(language, 'short', { day: 'numeric', month: 'short', year: 'numeric' }).format(instant(value)),
  );
}

/** "do 26 nov 2026 14:05" */
export function formatDateTime(value: string | Date, language: Language): string {
  const time = formatter(language, 'time', { hour: '2-digit', minute: '2-digit', hour12: false });
  return `${formatDate(value, language)} ${time.format(instant(value))}`;
}

/** "14:05" */
export function formatTime(value: string | Date, language: Language): string {
  return formatter(language, 'time', { hour: '2-digit', minute: '2-digit', hour12: false }).format(instant(value));
}

/** "november 2026" for "2026-11" */
export function formatMonth(month: string, language: Language): string {
  return formatter(language, 'month', { month: 'long', year: 'numeric' }).format(instant(`${month}-15`));
}

/** "10.000" in Dutch, "10,000" in English */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language]).format(value);
}

/** The day in Amsterdam, "2026-11-22". */
export function dayOf(value: string | Date): string {
  if (typeof value === 'string' && value.length === 10) return value;
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(instant(value));
}

/** Whole days from today to that day; negative when it has passed. */
export function daysUntil(value: string | Date, today: Date = now()): number {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  return day(dayOf(value)) - day(dayOf(today));
}

/** "vandaag", "gisteren", "5 dagen geleden", and the date itself after a month. */
export function formatAge(value: string, language: Language, t: Translate, today: Date = now()): string {
  const days = -daysUntil(value, today);
  if (days < 0 || days > 30) return formatShortDate(value, language);
  return t('basis.leeftijd', { dagen: days });
}

/** "nog 4 dagen", "vandaag", "2 dagen te laat". */
export function formatDaysLeft(value: string, t: Translate, today: Date = now()): string {
  const days = daysUntil(value, today);
  if (days < 0) return t('basis.termijn.telaat', { dagen: -days });
  return t('basis.termijn.nog', { dagen: days });
}

/** A day as it is typed: "26-11-2026" in Dutch, "26/11/2026" in English; what is no day stays as it is. */
export function writeDay(day: string, language: Language): string {
  if (!isDay(day)) return day;
  return day
    .split('-')
    .reverse()
    .join(language === 'nl' ? '-' : '/');
}

/** The day that somebody typed: day, month and year with -, / . or a space between, or year first; null when none. */
export function readDay(text: string): string | null {
  const parts = /^\s*(?:(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})|(\d{4})-(\d{2})-(\d{2}))\s*$/.exec(text);
  if (parts === null) return null;
  const [day, month, year] = parts[1] === undefined ? [parts[6], parts[5], parts[4]] : parts.slice(1, 4);
  const found = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isDay(found) ? found : null;
}

/** Whether this is a day of the calendar, "2026-11-26". */
export function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

const LOCAL = /^(.*?)[T\s]+(\d{1,2})[:.](\d{2})\s*$/;

/** The same with a time behind it: "26-11-2026 14:05" for "2026-11-26T14:05". */
export function writeMoment(text: string, language: Language): string {
  return fromLocalInput(text) === null ? text : `${writeDay(text.slice(0, 10), language)} ${text.slice(11)}`;
}

/** A day and a time that somebody typed, as "2026-11-26T14:05"; null when it is none. */
export function readMoment(text: string): string | null {
  const [, days = '', hour = '', minute = ''] = LOCAL.exec(text) ?? [];
  const day = readDay(days);
  if (day === null || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${day}T${hour.padStart(2, '0')}:${minute}`;
}

/** Value of a date-time in an `<input type="datetime-local">`, in Amsterdam time. */
export function toLocalInput(value: Date): string {
  const parts = formatter('nl', 'input', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(value);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** The moment that an `<input type="datetime-local">` means in Amsterdam; null when it is not a date. */
export function fromLocalInput(text: string): Date | null {
  // Browsers read almost anything as some date; only the form of the field counts.
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const asUtc = new Date(`${text}:00Z`);
  if (Number.isNaN(asUtc.getTime())) return null;
  // What the clock in Amsterdam shows at that UTC moment differs from the text by the offset of the zone.
  const shown = new Date(`${toLocalInput(asUtc)}:00Z`);
  return new Date(asUtc.getTime() - (shown.getTime() - asUtc.getTime()));
}

/** A term kept in months: "5 jaar", "18 maanden". */
export const formatMonths = (maanden: number, t: Translate): string =>
  maanden % 12 === 0 ? t('basis.jaren', { jaren: maanden / 12 }) : t('basis.maanden', { maanden });
