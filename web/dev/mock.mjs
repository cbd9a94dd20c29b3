// SPDX-License-Identifier: EUPL-1.2
// A stand-in for the server while screens are made: `npm run mock`. Keeps invented data in memory, serves a production
// build from dist/ with the same headers as the real server. Not part of any build.
//   MOCK_POORT (5190)   MOCK_SESSIE seconds of a session (1800)   MOCK_TRAAG milliseconds before each answer (0)
import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as D from './verzonnen.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const POORT = Number(process.env.MOCK_POORT ?? 5190);
const DUUR = Number(process.env.MOCK_SESSIE ?? 1800) * 1000;
const TRAAG = Number(process.env.MOCK_TRAAG ?? 0);
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const SOORT = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

const sessies = new Map();
const luisteraars = new Set();
const antwoorden = new Map();

class Fout extends Error {
  constructor(status, code, fouten = []) {
    super(code);
    Object.assign(this, { status, code, fouten });
  }
}
const nu = () => new Date().toISOString();
const STAPPEN = {
  nieuw: ['in_weging', 'niet_opgepakt', 'doorgestuurd', 'duplicaat', 'uitgesteld'],
  in_weging: ['niet_opgepakt', 'doorgestuurd', 'duplicaat', 'uitgesteld', 'monodisciplinair', 'bij_riec'],
  uitgesteld: ['in_weging'],
  niet_opgepakt: ['in_weging'],
  monodisciplinair: ['afgehandeld'],
  bij_riec: ['afgehandeld'],
};
const ALLE_RECHTEN = [
  'signaal.lezen',
  'signaal.schrijven',
  'signaal.wegen',
  'melder.zien',
  'casus.lezen',
  'casus.openen',
  'casus.schrijven',
  'casus.sluiten',
  'casus.heropenen',
  'interventie.schrijven',
  'register.zoeken',
  'cijfers.zien',
  'gebruikers.zien',
  'verwerkingen.zien',
];
const RECHTEN = {
  coordinator: ALLE_RECHTEN,
  informatieanalist: ALLE_RECHTEN.filter((r) => !['casus.openen', 'melder.zien'].includes(r)),
  privacy: ['verwerkingen.zien', 'gebruikers.zien'],
  toezichthouder: ['signaal.lezen', 'signaal.schrijven', 'register.zoeken'],
};

function vind(lijst, id) {
  const gevonden = lijst.find((een) => een.id === id);
  if (!gevonden) throw new Fout(404, 'niet-gevonden');
  return gevonden;
}
const regel = ({
  omschrijving,
  regime,
  heeftMelder,
  gemeldDoor,
  vermeldingen,
  wegingen,
  verloop,
  casus,
  duplicaatVan,
  melder,
  ...rest
}) => rest;
function volledig(s) {
  const { melder, ...rest } = s;
  const zelfde = s.adres?.nummeraanduiding
    ? D.signalen.filter((t) => t !== s && t.adres?.nummeraanduiding === s.adres.nummeraanduiding)
    : [];
  return {
    ...rest,
    opZelfdeAdres: zelfde.map(({ id, kenmerk, titel, status, ontvangenOp }) => ({
      id,
      kenmerk,
      titel,
      status,
      ontvangenOp,
    })),
    stappen: STAPPEN[s.status] ?? [],
  };
}
const pagina = (alles, aantal = 50, na = null) => {
  const begin = na === null ? 0 : Number(na);
  const eind = begin + Math.min(Number(aantal), 200);
  return { resultaten: alles.slice(begin, eind), volgende: eind < alles.length ? String(eind) : null };
};
const tel = (lijst, van) => {
  const tellen = new Map();
  for (const een of lijst) {
    const sleutel = van(een);
    if (sleutel !== null) tellen.set(sleutel, (tellen.get(sleutel) ?? 0) + 1);
  }
  return [...tellen].map(([code, aantal]) => ({ code, aantal })).sort((a, b) => b.aantal - a.aantal);
};
function gebeurd(soort, object) {
  for (const res of luisteraars)
    res.write(`event: ${soort}\ndata: ${JSON.stringify({ id: object.id, versie: object.versie })}\n\n`);
}
function klopt(req, object) {
  const versie = req.headers['if-match'];
  if (versie === undefined) throw new Fout(400, 'if-match-ontbreekt');
  if (versie !== `"${object.versie}"`) throw new Fout(412, 'verouderd');
}
function adresVan(nieuw) {
  if (!nieuw) return null;
  if (nieuw.tekst) return { nummeraanduiding: null, weergave: nieuw.tekst };
  const adres = D.adressen.find((a) => a.nummeraanduiding === nieuw.nummeraanduiding);
  if (!adres) throw new Fout(400, 'ongeldig', [{ veld: '/adres', code: 'onbekend-adres', uitleg: '' }]);
  return { nummeraanduiding: adres.nummeraanduiding, weergave: adres.weergave };
}
const maakVermelding = (v, wie, herkomst = 'signaal') => ({
  ...v,
  id: randomUUID(),
  entiteit: null,
  herkomst,
  door: wie,
  op: nu(),
  versie: 1,
  elders: 0,
});
function overgang(s, wie, { naar, reden = null, tot = null, naarWie = null, duplicaatVan = null }) {
  s.verloop.push({ van: s.status, naar, reden, door: wie, op: nu(), tot, naarWie });
  s.status = naar;
  s.uitgesteldTot = naar === 'uitgesteld' ? tot : null;
  if (naar === 'in_weging' && s.wegingStap === 0) s.wegingStap = 1;
  if (duplicaatVan) {
    const ander = vind(D.signalen, duplicaatVan);
    s.duplicaatVan = { id: ander.id, kenmerk: ander.kenmerk };
  }
  s.versie += 1;
  gebeurd('signaal', s);
}
function nieuweSessie(gebruiker, res) {
  const id = randomUUID();
  sessies.set(id, { gebruiker, csrf: randomUUID(), tot: Date.now() + DUUR });
  res.setHeader('Set-Cookie', `__Host-damwand=${id}; Path=/; HttpOnly; Secure; SameSite=Strict`);
  return sessies.get(id);
}
const toonSessie = ({ gebruiker, csrf, tot }) => ({
  gebruiker: D.collega(gebruiker),
  organisatie: { nummer: 1, naam: 'Gemeente Damstede', code: 'damstede' },
  rollen: [gebruiker.rol],
  rechten: RECHTEN[gebruiker.rol] ?? RECHTEN.informatieanalist,
  csrf,
  verlooptOp: new Date(tot).toISOString(),
  noodtoegangTot: null,
  taal: null,
  demo: true,
  activiteiten: [],
});
const plat = (tekst) => tekst.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
const raakt = (heel, deel) =>
  plat(deel)
    .split(/\s+/)
    .every((woord) => plat(heel).includes(woord));

function sorteer(lijst, volgorde = '-ontvangenOp') {
  const op = volgorde.replace('-', '');
  const veld = op === 'gewijzigdOp' ? (s) => s.verloop.at(-1)?.op ?? s.ontvangenOp : (s) => s[op] ?? '';
  const uit = [...lijst].sort((a, b) => (veld(a) < veld(b) ? -1 : 1));
  return volgorde.startsWith('-') ? uit.reverse() : uit;
}

/** Method, path with {name}, handler(req context) → body. */
const ROUTES = [
  [
    'POST',
    '/v1/sessie',
    ({ body, res }) => {
      const gebruiker = D.gebruikers.find((g) => g.gebruikersnaam === body.gebruikersnaam);
      if (!gebruiker || body.wachtwoord !== 'demo' || body.organisatie !== 'damstede')
        throw new Fout(401, 'aanmelden-mislukt');
      res.statusCode = 201;
      return toonSessie(nieuweSessie(gebruiker, res));
    },
    'open',
  ],
  ['GET', '/v1/sessie', ({ sessie }) => toonSessie(sessie)],
  [
    'DELETE',
    '/v1/sessie',
    ({ sessieId, res }) => {
      sessies.delete(sessieId);
      res.setHeader('Set-Cookie', '__Host-damwand=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict');
    },
  ],
  ['GET', '/v1/demo', () => ({ gebruikers: D.gebruikers.map(({ id, ...rest }) => rest) }), 'open'],
  [
    'POST',
    '/v1/demo/sessie',
    ({ body, res }) => {
      const gebruiker = D.gebruikers.find((g) => g.gebruikersnaam === body.gebruikersnaam);
      if (!gebruiker) throw new Fout(404, 'niet-gevonden');
      res.statusCode = 201;
      return toonSessie(nieuweSessie(gebruiker, res));
    },
    'open',
  ],
  ['GET', '/v1/collegas', () => ({ resultaten: D.gebruikers.map((g) => ({ ...D.collega(g), rollen: [g.rol] })) })],
  ['GET', '/v1/stamgegevens', () => D.stamgegevens],
  ['GET', '/v1/wegingsprofiel', () => D.wegingsprofiel],
  [
    'GET',
    '/v1/mijn-werk',
    ({ wie }) => {
      const eigen = D.casussen.filter((c) => c.trekker.id === wie.id);
      return {
        termijnen: eigen
          .filter((c) => c.eersteTermijn)
          .map((c) => ({
            casus: { id: c.id, kenmerk: c.kenmerk, werknaam: c.werknaam },
            soort: c.eersteTermijn.soort,
            object: c.id,
            wat: c.eersteTermijn.wat,
            datum: c.eersteTermijn.datum,
          }))
          .sort((a, b) => (a.datum < b.datum ? -1 : 1)),
        teWegen: D.signalen.filter((s) => s.status === 'nieuw' || (s.status === 'in_weging' && s.wegingStap < 4))
          .length,
        uitgesteldVerlopen: D.signalen.filter((s) => s.uitgesteldTot && s.uitgesteldTot <= nu().slice(0, 10)).length,
        mijnCasussen: eigen.length,
        casusTeOpenen: D.signalen.filter((s) => s.status === 'in_weging' && s.wegingStap === 4).length,
      };
    },
  ],
  [
    'POST',
    '/v1/adressen/_zoek',
    ({ body }) => ({
      resultaten: D.adressen
        .filter((a) => raakt(a.weergave.replace(',', ''), body.tekst.replaceAll(/(\d{4})\s*([a-z]{2})/gi, '$1 $2')))
        .slice(0, body.aantal ?? 10),
    }),
  ],
  [
    'POST',
    '/v1/adressen/_toon',
    ({ body }) => {
      const adres = D.adressen.find((a) => a.nummeraanduiding === body.nummeraanduiding);
      if (!adres) throw new Fout(404, 'niet-gevonden');
      const n = adres.huisnummer;
      return {
        ...adres,
        objecten: [
          {
            identificatie: adres.nummeraanduiding.replace('0999200', '0999010'),
            soort: 'verblijfsobject',
            status: 'Verblijfsobject in gebruik',
            gebruiksdoelen: n % 3 ? ['woonfunctie'] : ['industriefunctie', 'kantoorfunctie'],
            oppervlakte: 60 + n * 7,
            panden: [
              {
                identificatie: adres.nummeraanduiding.replace('0999200', '0999100'),
                bouwjaar: 1900 + n * 2,
                status: 'Pand in gebruik',
              },
            ],
          },
        ],
        rd: { x: 101000 + n, y: 450000 },
        standdatum: '2026-11-08',
      };
    },
  ],
  [
    'GET',
    '/v1/signalen',
    ({ vraag }) => {
      const codes = vraag.get('status')?.split(',');
      const lijst = D.signalen.filter(
        (s) =>
          (!codes || codes.includes(s.status)) &&
          (!vraag.get('thema') || (s.thema ?? 'geen') === vraag.get('thema')) &&
          (!vraag.get('bron') || s.bron === vraag.get('bron')) &&
          (!vraag.get('behandelaar') || s.behandelaar?.id === vraag.get('behandelaar')),
      );
      return pagina(
        sorteer(lijst, vraag.get('sorteer') ?? undefined).map(regel),
        vraag.get('aantal') ?? 50,
        vraag.get('na'),
      );
    },
  ],
  [
    'POST',
    '/v1/signalen/_zoek',
    ({ body }) =>
      pagina(
        sorteer(
          D.signalen.filter(
            (s) =>
              (!body.tekst || raakt(`${s.kenmerk} ${s.titel} ${s.adres?.weergave ?? ''}`, body.tekst)) &&
              (!body.status || body.status.includes(s.status)) &&
              (!body.adres || s.adres?.nummeraanduiding === body.adres),
          ),
        ).map(regel),
        body.aantal ?? 50,
        body.na ?? null,
      ),
  ],
  [
    'GET',
    '/v1/signalen/tellingen',
    () => ({
      totaal: D.signalen.length,
      perStatus: tel(D.signalen, (s) => s.status),
      perThema: tel(D.signalen, (s) => s.thema ?? 'geen'),
      perBron: tel(D.signalen, (s) => s.bron),
      perMaand: tel(D.signalen, (s) => s.ontvangenOp.slice(0, 7))
        .map(({ code, aantal }) => ({ maand: code, aantal }))
        .sort((a, b) => (a.maand < b.maand ? -1 : 1)),
    }),
  ],
  [
    'POST',
    '/v1/signalen',
    ({ body, wie, res }) => {
      const fouten = [];
      if (!body.titel) fouten.push({ veld: '/titel', code: 'ontbreekt', uitleg: '' });
      if (body.titel?.includes('weigeren'))
        fouten.push(
          { veld: '/titel', code: 'te-lang', uitleg: '' },
          { veld: '/vermeldingen/0/tekst', code: 'ontbreekt', uitleg: '' },
        );
      if (fouten.length > 0) throw new Fout(400, 'ongeldig', fouten);
      const s = {
        id: randomUUID(),
        kenmerk: D.kenmerk('S', '2026'),
        status: 'nieuw',
        wegingStap: 0,
        titel: body.titel,
        thema: body.thema,
        bron: body.bron,
        ontvangenOp: body.ontvangenOp ?? nu(),
        adres: adresVan(body.adres),
        bronBetrouwbaarheid: body.bronBetrouwbaarheid ?? 'F',
        informatieWaarde: body.informatieWaarde ?? 6,
        behandelaar: null,
        uitgesteldTot: null,
        zelfdeAdres: 0,
        versie: 1,
        omschrijving: body.omschrijving,
        regime: body.regime,
        heeftMelder: body.melder !== null,
        gemeldDoor: wie,
        vermeldingen: body.vermeldingen.map((v) => maakVermelding(v, wie)),
        wegingen: [],
        verloop: [],
        casus: null,
        duplicaatVan: null,
        melder: body.melder,
      };
      D.signalen.unshift(s);
      gebeurd('signaal', s);
      res.statusCode = 201;
      res.setHeader('Location', `/v1/signalen/${s.id}`);
      return volledig(s);
    },
  ],
  ['GET', '/v1/signalen/{id}', ({ p }) => volledig(vind(D.signalen, p.id))],
  [
    'PATCH',
    '/v1/signalen/{id}',
    ({ p, body, req }) => {
      const s = vind(D.signalen, p.id);
      klopt(req, s);
      const { adres, behandelaar, ...rest } = body;
      Object.assign(s, rest);
      if (adres !== undefined) s.adres = adresVan(adres);
      if (behandelaar !== undefined)
        s.behandelaar = behandelaar === null ? null : D.collega(vind(D.gebruikers, behandelaar));
      s.versie += 1;
      gebeurd('signaal', s);
      return volledig(s);
    },
  ],
  [
    'POST',
    '/v1/signalen/{id}/vermeldingen',
    ({ p, body, wie, res }) => {
      const s = vind(D.signalen, p.id);
      const v = maakVermelding(body, wie);
      s.vermeldingen.push(v);
      s.versie += 1;
      res.statusCode = 201;
      gebeurd('signaal', s);
      return v;
    },
  ],
  [
    'DELETE',
    '/v1/signalen/{id}/vermeldingen/{v}',
    ({ p, req }) => {
      const s = vind(D.signalen, p.id);
      klopt(req, vind(s.vermeldingen, p.v));
      s.vermeldingen = s.vermeldingen.filter((v) => v.id !== p.v);
      s.versie += 1;
      gebeurd('signaal', s);
    },
  ],
  [
    'POST',
    '/v1/signalen/{id}/melder/_toon',
    ({ p, rechten }) => {
      if (!rechten.includes('melder.zien')) throw new Fout(403, 'geen-recht');
      return vind(D.signalen, p.id).melder;
    },
  ],
  [
    'POST',
    '/v1/signalen/{id}/wegingen',
    ({ p, body, wie, req, res }) => {
      const s = vind(D.signalen, p.id);
      klopt(req, s);
      if (s.status !== 'in_weging' || s.wegingStap !== body.stap) throw new Fout(409, 'overgang-niet-toegestaan');
      const uitkomst = D.wegingsprofiel.stappen[body.stap - 1].uitkomsten.find((u) => u.code === body.uitkomst);
      s.wegingen.push({
        id: randomUUID(),
        stap: body.stap,
        profiel: 'zoetermeer',
        profielVersie: 1,
        antwoorden: body.antwoorden,
        uitkomst: body.uitkomst,
        motivering: body.motivering,
        door: wie,
        op: nu(),
      });
      if (['verder', 'casus_openen'].includes(uitkomst.gevolg)) {
        s.wegingStap += 1;
        s.versie += 1;
        gebeurd('signaal', s);
      } else overgang(s, wie, { naar: uitkomst.gevolg, reden: body.motivering, naarWie: body.naarWie });
      res.statusCode = 201;
      return volledig(s);
    },
  ],
  [
    'POST',
    '/v1/signalen/{id}/overgangen',
    ({ p, body, wie, req }) => {
      const s = vind(D.signalen, p.id);
      klopt(req, s);
      if (!(STAPPEN[s.status] ?? []).includes(body.naar)) throw new Fout(409, 'overgang-niet-toegestaan');
      overgang(s, wie, body);
      return volledig(s);
    },
  ],
  [
    'GET',
    '/v1/casussen',
    ({ vraag }) =>
      pagina(
        D.casussen.filter(
          (c) =>
            (!vraag.get('fase') || vraag.get('fase').split(',').includes(c.fase)) &&
            (!vraag.get('thema') || c.thema === vraag.get('thema')),
        ),
      ),
  ],
  [
    'GET',
    '/v1/casussen/tellingen',
    () => ({
      totaal: D.casussen.length,
      perFase: tel(D.casussen, (c) => c.fase),
      perThema: tel(D.casussen, (c) => c.thema),
    }),
  ],
  [
    'POST',
    '/v1/casussen',
    ({ body, res }) => {
      const trekker = D.collega(vind(D.gebruikers, body.trekker));
      const casus = {
        id: randomUUID(),
        kenmerk: D.kenmerk('C', '2026'),
        werknaam: body.werknaam,
        thema: body.thema,
        fase: 'informatie',
        trekker,
        geopendOp: nu(),
        laatsteActiviteit: nu(),
        aantalSignalen: body.signalen.length,
        eersteTermijn: null,
        monitorTot: null,
        einddatum: null,
        bewarenTot: null,
        versie: 1,
        beeld: '',
        leden: [],
        plan: { hypothese: '', doel: '', strategie: '', versie: 1 },
        stappen: ['plan'],
      };
      D.casussen.unshift(casus);
      for (const id of body.signalen) {
        const s = vind(D.signalen, id);
        s.casus = { id: casus.id, kenmerk: casus.kenmerk, werknaam: casus.werknaam };
        overgang(s, trekker, { naar: 'casus' });
      }
      res.statusCode = 201;
      return casus;
    },
  ],
  ['GET', '/v1/casussen/{id}/documenten', () => ({ resultaten: [], volgende: null })],
  ['GET', '/v1/casussen/{id}', ({ p }) => vind(D.casussen, p.id)],
];
const VORMEN = ROUTES.map(([methode, pad, doe, open]) => ({
  methode,
  patroon: new RegExp(`^${pad.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  doe,
  open: open === 'open',
}));

async function lees(req) {
  let tekst = '';
  for await (const stuk of req) tekst += stuk;
  return tekst === '' ? null : JSON.parse(tekst);
}
function stuurProbleem(res, fout, verzoek) {
  res.statusCode = fout.status ?? 500;
  res.setHeader('Content-Type', 'application/problem+json');
  if (res.statusCode === 429 || res.statusCode === 503) res.setHeader('Retry-After', '5');
  res.end(
    JSON.stringify({
      status: res.statusCode,
      code: fout.code ?? 'storing',
      title: fout.code ?? String(fout),
      detail: null,
      fouten: fout.fouten ?? [],
      verzoek,
    }),
  );
}
async function api(req, res, url) {
  const sessieId = /__Host-damwand=([\w-]+)/.exec(req.headers.cookie ?? '')?.[1];
  const sessie = sessies.get(sessieId);
  if (sessie && sessie.tot < Date.now()) sessies.delete(sessieId);
  const levend = sessies.get(sessieId);
  if (url.pathname === '/v1/gebeurtenissen') {
    if (!levend) throw new Fout(401, 'geen-sessie');
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    res.write(': hallo\n\n');
    luisteraars.add(res);
    req.on('close', () => luisteraars.delete(res));
    return;
  }
  const route = VORMEN.find((v) => v.methode === req.method && v.patroon.test(url.pathname));
  if (!route) throw new Fout(404, 'niet-gevonden');
  if (!route.open) {
    if (!levend) throw new Fout(401, 'geen-sessie');
    levend.tot = Date.now() + DUUR;
    if (req.method !== 'GET' && req.headers['x-csrf-token'] !== levend.csrf) throw new Fout(403, 'csrf');
  }
  const body = await lees(req);
  if (TRAAG > 0) await new Promise((verder) => setTimeout(verder, TRAAG));
  const sleutel = req.headers['idempotency-key'];
  if (sleutel && antwoorden.has(sleutel)) {
    const eerder = antwoorden.get(sleutel);
    res.writeHead(eerder.status, { 'Content-Type': 'application/json' });
    res.end(eerder.tekst);
    return;
  }
  const uit = route.doe({
    req,
    res,
    body,
    sessie: levend,
    sessieId,
    vraag: url.searchParams,
    p: route.patroon.exec(url.pathname).groups ?? {},
    wie: levend ? D.collega(levend.gebruiker) : null,
    rechten: levend ? toonSessie(levend).rechten : [],
  });
  res.setHeader('Cache-Control', 'no-store');
  if (uit === undefined) {
    res.statusCode = 204;
    res.end();
    return;
  }
  res.setHeader('Content-Type', 'application/json');
  if (uit.versie) res.setHeader('ETag', `"${uit.versie}"`);
  const tekst = JSON.stringify(uit);
  if (sleutel) antwoorden.set(sleutel, { status: res.statusCode, tekst });
  res.end(tekst);
}
function bestand(res, url) {
  const pad = join(DIST, normalize(url.pathname).replace(/^(\.\.[/\\])+/, ''));
  const echt = existsSync(pad) && statSync(pad).isFile() ? pad : join(DIST, 'index.html');
  if (url.pathname.startsWith('/assets/') && echt !== pad) {
    res.writeHead(404);
    res.end();
    return;
  }
  res.writeHead(200, {
    'Content-Type': SOORT[extname(echt)] ?? 'application/octet-stream',
    'Content-Security-Policy': CSP,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  createReadStream(echt).pipe(res);
}

createServer(async (req, res) => {
  const url = new URL(req.url, 'http://localhost');
  try {
    if (url.pathname.startsWith('/v1/')) await api(req, res, url);
    else bestand(res, url);
  } catch (fout) {
    if (!(fout instanceof Fout)) console.error(fout);
    stuurProbleem(res, fout, randomUUID());
  }
}).listen(POORT, '127.0.0.1', () => console.log(`http://localhost:${POORT}/`));
