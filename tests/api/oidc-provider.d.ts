// SPDX-License-Identifier: EUPL-1.2
// The package brings no types; the tests use little of it.
declare module "oidc-provider";
