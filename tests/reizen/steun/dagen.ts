// SPDX-License-Identifier: EUPL-1.2

/** Made once: the leak proof asks for a day dozens of times per request, and making this costs more than the rest of the request. */
const kalender = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });

/** So many days of Amsterdam's calendar from today, as YYYY-MM-DD; a day of the calendar lasts 23 to 25 hours. */
export function dag(over: number): string {
    const vandaag = Date.parse(kalender.format(new Date()));
    return new Date(vandaag + over * 86_400_000).toISOString().slice(0, 10);
}

/** That day as somebody types it. */
export const getypt = (datum: string, taal: "nl" | "en") => datum.split("-").reverse().join(taal === "nl" ? "-" : "/");
