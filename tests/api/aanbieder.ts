// SPDX-License-Identifier: EUPL-1.2
// Two identity providers for the tests, on loopback: the real one (npm oidc-provider), and a hostile one with keys of its
// own that answers every code with the token a test asks for.
import { createHash, createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export const client = { id: "damwand", geheim: "een-geheim-van-de-proef-0123456789abcdef" };
export const substantieel = "http://eidas.europa.eu/LoA/substantial";
const b64 = (v: string | Buffer) => Buffer.from(v).toString("base64url");

async function luister(server: Server, poort = 0): Promise<number> {
    await new Promise<void>((klaar) => server.listen(poort, "127.0.0.1", klaar));
    return (server.address() as AddressInfo).port;
}

/** The real provider. Whoever comes is signed in at once as `wie`, unless the test says no. */
export class EchteAanbieder {
    wie = "anna";
    groepen: string[] = ["regie"];
    acr: string | undefined = substantieel;
    /** Seconds ago that the user proved himself there. */
    bewezen = 0;
    issuer = "";
    private server!: Server;

    /** `jwks`: what the client gave of its own key; then it proves itself with that (private_key_jwt) and with nothing else. */
    static async start(terug: string, jwks?: { keys: { alg: string }[] }): Promise<EchteAanbieder> {
        const zelf = new EchteAanbieder();
        zelf.server = createServer();
        const poort = await luister(zelf.server);
        zelf.issuer = `http://127.0.0.1:${poort}`;
        const provider = new Provider(zelf.issuer, {
            clients: [{
                client_id: client.id, redirect_uris: [terug], response_types: ["code"], grant_types: ["authorization_code"],
                ...(jwks ? { token_endpoint_auth_method: "private_key_jwt", token_endpoint_auth_signing_alg: jwks.keys[0]!.alg, jwks } : { client_secret: client.geheim, token_endpoint_auth_method: "client_secret_basic" }),
            }],
            clientAuthMethods: ["client_secret_basic", "private_key_jwt"],
            enabledJWA: { clientAuthSigningAlgValues: ["PS256", "ES256"] },
            pkce: { required: () => true },
            claims: { openid: ["sub"], profile: ["name", "preferred_username", "groups"], acr: null, auth_time: null },
            acrValues: [substantieel],
            conformIdTokenClaims: false,
            features: { devInteractions: { enabled: false } },
            jwks: { keys: [{ ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "echt" }] } as never,
            cookies: { keys: ["proef"] },
            clientBasedCORS: () => false,
            findAccount: (_ctx: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub, name: "Anna Verzonnen", preferred_username: `${sub}@voorbeeld.example`, groups: zelf.groepen }) }),
            interactions: { url: (_ctx: unknown, interactie: { uid: string }) => `/interactie/${interactie.uid}` },
        } as never);
        provider.on("server_error", (_ctx: unknown, fout: Error) => console.error("provider:", fout.message));
        const doorgeven = provider.callback();
        zelf.server.on("request", async (vraag, antwoord) => {
            if (!vraag.url?.startsWith("/interactie/")) return doorgeven(vraag, antwoord);
            const { params, session, prompt, grantId } = await provider.interactionDetails(vraag, antwoord) as never as { params: Record<string, string>; session?: { accountId: string }; prompt: { name: string }; grantId?: string };
            if (prompt.name === "login") {
                return provider.interactionFinished(vraag, antwoord, { login: { accountId: zelf.wie, acr: zelf.acr, ts: Math.floor(Date.now() / 1000) - zelf.bewezen } } as never, { mergeWithLastSubmission: false });
            }
            const Grant = provider.Grant as never as { new (o: object): { addOIDCScope(s: string): void; save(): Promise<string> }; find(id: string): Promise<{ addOIDCScope(s: string): void; save(): Promise<string> }> };
            const toestemming = grantId ? await Grant.find(grantId) : new Grant({ accountId: session?.accountId, clientId: params.client_id });
            toestemming.addOIDCScope("openid profile");
            return provider.interactionFinished(vraag, antwoord, { consent: { grantId: await toestemming.save() } } as never, { mergeWithLastSubmission: true });
        });
        return zelf;
    }
    stop = () => this.server.close();
}

export type Sleutel = { kid: string; prive: KeyObject; publiek: KeyObject };
export const maakSleutel = (kid: string): Sleutel => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    return { kid, prive: privateKey, publiek: publicKey };
};
export type Smeed = { claims?: Record<string, unknown>; kop?: Record<string, unknown>; sleutel?: Sleutel; hmac?: string; zonder?: boolean };

/** A provider that lies as told. What it is asked is kept. */
export class ValseAanbieder {
    smeed: Smeed = {};
    readonly sleutels = [maakSleutel("een")];
    pkce: string[] | undefined = ["S256"];
    keerSleutels = 0;
    laatsteToken: URLSearchParams = new URLSearchParams();
    issuer = "";
    private server!: Server;
    private readonly aanvragen = new Map<string, URLSearchParams>();

    static async start(): Promise<ValseAanbieder> {
        const zelf = new ValseAanbieder();
        zelf.server = createServer((v, a) => {
            void zelf.antwoord(v).then(({ status, lijf, naar }) => {
                a.writeHead(status, naar ? { location: naar } : { "content-type": "application/json" });
                a.end(lijf === undefined ? "" : JSON.stringify(lijf));
            });
        });
        zelf.issuer = `http://127.0.0.1:${await luister(zelf.server)}`;
        return zelf;
    }
    stop = () => this.server.close();

    private async antwoord(vraag: IncomingMessage): Promise<{ status: number; lijf?: unknown; naar?: string }> {
        const url = new URL(vraag.url ?? "/", this.issuer);
        if (url.pathname === "/.well-known/openid-configuration") {
            return { status: 200, lijf: { issuer: this.issuer, authorization_endpoint: `${this.issuer}/aan`, token_endpoint: `${this.issuer}/token`, jwks_uri: `${this.issuer}/sleutels`, code_challenge_methods_supported: this.pkce } };
        }
        if (url.pathname === "/sleutels") {
            this.keerSleutels += 1;
            return { status: 200, lijf: { keys: this.sleutels.map((s) => ({ ...s.publiek.export({ format: "jwk" }), kid: s.kid, use: "sig", alg: "RS256" })) } };
        }
        if (url.pathname === "/aan") {
            const code = crypto.randomUUID();
            this.aanvragen.set(code, url.searchParams);
            return { status: 303, naar: `${url.searchParams.get("redirect_uri")}?code=${code}&state=${url.searchParams.get("state")}` };
        }
        let lijf = "";
        for await (const stuk of vraag) lijf += stuk;
        this.laatsteToken = new URLSearchParams(lijf);
        const aanvraag = this.aanvragen.get(this.laatsteToken.get("code") ?? "");
        const uitdaging = createHash("sha256").update(this.laatsteToken.get("code_verifier") ?? "").digest("base64url");
        if (!aanvraag || aanvraag.get("code_challenge") !== uitdaging) return { status: 400, lijf: { error: "invalid_grant" } };
        return { status: 200, lijf: { token_type: "Bearer", access_token: "x", id_token: this.token(aanvraag.get("nonce") ?? "") } };
    }

    /** A good token, but for what `smeed` says. */
    private token(nonce: string): string {
        const { claims, kop, hmac, zonder, sleutel = this.sleutels[0]! } = this.smeed;
        const nu = Math.floor(Date.now() / 1000);
        const inhoud = { iss: this.issuer, aud: client.id, sub: "valsnaam", exp: nu + 300, iat: nu, auth_time: nu, nonce, acr: substantieel, groups: ["regie"], ...claims };
        const deel = `${b64(JSON.stringify({ alg: "RS256", kid: sleutel.kid, ...kop }))}.${b64(JSON.stringify(inhoud))}`;
        if (zonder) return `${deel}.`;
        if (hmac) return `${deel}.${createHmac("sha256", hmac).update(deel).digest("base64url")}`;
        return `${deel}.${sign("sha256", Buffer.from(deel), sleutel.prive).toString("base64url")}`;
    }
}

export const alsPem = (s: Sleutel) => createPublicKey(s.publiek.export({ format: "pem", type: "spki" })).export({ format: "pem", type: "spki" }).toString();
