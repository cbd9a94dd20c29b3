// SPDX-License-Identifier: EUPL-1.2
// The values the API exchanges, a file for each subject. Times are ISO 8601 in UTC, dates `yyyy-mm-dd`, ids UUID v4.
export * from './typen/aanpak';
export * from './typen/actie';
export * from './typen/basis';
export * from './typen/casus';
export * from './typen/fouten';
export * from './typen/kaart';
export * from './typen/netwerk';
export * from './typen/overleg';
export * from './typen/register';
export * from './typen/sessie';
export * from './typen/signaal';
export * from './typen/toezicht';
export * from './typen/vernietiging';
export * from './typen/verzoek';
export * from './typen/vraag';
