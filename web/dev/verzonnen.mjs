// SPDX-License-Identifier: EUPL-1.2
// Invented Damstede for the mock server: nobody and nothing in it exists. Same seed, same town.
import { createHash } from 'node:crypto';

let zaad = 20261122;
/** Mulberry32. */
function kans() {
  zaad = (zaad + 0x6d2b79f5) | 0;
  let t = Math.imul(zaad ^ (zaad >>> 15), 1 | zaad);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
export const kies = (lijst) => lijst[Math.floor(kans() * lijst.length)];
export const getal = (van, tot) => van + Math.floor(kans() * (tot - van + 1));
let teller = 0;
export function uuid() {
  teller += 1;
  const h = createHash('sha256').update(`damstede ${teller}`).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
const TEKENS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const kenmerk = (letter, jaar) =>
  `${letter}-${jaar}-${Array.from({ length: 6 }, () => kies([...TEKENS])).join('')}`;

const code = (c, naamNl, naamEn, extra = {}) => ({ code: c, naamNl, naamEn, ...extra });

export const stamgegevens = {
  signaalbronnen: [
    code('collega', 'Collega', 'Colleague'),
    code('inwoner', 'Inwoner', 'Resident'),
    code('ondernemer', 'Ondernemer', 'Entrepreneur'),
    code('mma', 'Meld Misdaad Anoniem', 'Meld Misdaad Anoniem (anonymous tips)'),
    code('bestuurlijke-rapportage', 'Bestuurlijke rapportage', 'Administrative report (police)'),
    code('toezicht', 'Toezicht en handhaving', 'Inspection and enforcement'),
    code('partner', 'Partner', 'Partner'),
    code('overleg', 'Overleg', 'Meeting'),
  ],
  themas: [
    code('drugs', 'Drugs', 'Drugs'),
    code('vastgoed', 'Misbruik van vastgoed', 'Abuse of real estate'),
    code('mensenhandel', 'Mensenhandel', 'Human trafficking'),
    code('arbeidsuitbuiting', 'Arbeidsuitbuiting', 'Labour exploitation'),
    code('witwassen', 'Witwassen', 'Money laundering'),
    code('adresfraude', 'Adresfraude', 'Address fraud'),
    code('zorgfraude', 'Zorgfraude', 'Care fraud'),
    code('illegaal-gokken', 'Illegaal gokken', 'Illegal gambling'),
    code('heling', 'Heling', 'Handling stolen goods'),
    code('jonge-aanwas', 'Jonge aanwas', 'Recruitment of young people'),
  ],
  bronsoorten: [
    code('brp', 'Basisregistratie personen', 'Population register', { intern: true }),
    code('bag', 'BAG', 'Buildings and addresses', { intern: true }),
    code('vergunningen', 'Vergunningen', 'Permits', { intern: true }),
    code('politie', 'Politie', 'Police', { intern: false }),
    code('belastingdienst', 'Belastingdienst', 'Tax administration', { intern: false }),
  ],
  partners: [
    code('politie', 'Politie', 'Police'),
    code('riec', 'RIEC', 'RIEC'),
    code('belastingdienst', 'Belastingdienst', 'Tax administration'),
  ],
  interventietypen: [
    code('sluiting-13b', 'Sluiting (art. 13b Opiumwet)', 'Closure (art. 13b Opium Act)', {
      categorie: 'bestuurlijk',
      grondslag: 'Opiumwet art. 13b',
    }),
    code('last-onder-dwangsom', 'Last onder dwangsom', 'Order under penalty', {
      categorie: 'bestuurlijk',
      grondslag: 'Awb art. 5:32',
    }),
    code('stopgesprek', 'Stopgesprek', 'Stop talk', { categorie: 'preventief', grondslag: null }),
  ],
  vermeldingsoorten: [],
  regimes: [
    code('avg', 'AVG', 'GDPR'),
    code('wpg', 'Wet politiegegevens', 'Police Data Act'),
    code('wgs', 'WGS', 'WGS'),
  ],
  rollen: [],
  grondslagen: [code('gemeentewet-172', 'Gemeentewet art. 172', 'Municipalities Act art. 172')],
};

const jaNee = (c, nl, en, hulpNl = null, hulpEn = null) => ({
  code: c,
  naamNl: nl,
  naamEn: en,
  soort: 'ja_nee',
  keuzes: [],
  hulpNl,
  hulpEn,
});
export const wegingsprofiel = {
  code: 'zoetermeer',
  versie: 1,
  naamNl: 'Drie wegingen (Zoetermeer)',
  naamEn: 'Three weighings (Zoetermeer)',
  stappen: [
    {
      stap: 1,
      code: 'beoordeling',
      naamNl: 'Beoordeling',
      naamEn: 'Assessment',
      vragen: [
        jaNee(
          'verweving',
          'Raakt het signaal de bovenwereld: vergunning, pand, bedrijf of uitkering?',
          'Does the signal touch the legal world: permit, premises, company or benefit?',
        ),
        jaNee(
          'georganiseerd',
          'Wijst het op samenwerking of herhaling?',
          'Does it point at cooperation or repetition?',
          'Denk aan meer personen, meer adressen of eerdere signalen.',
          'Think of several persons, several addresses or earlier signals.',
        ),
        jaNee(
          'concreet',
          'Is het signaal concreet genoeg om na te gaan?',
          'Is the signal concrete enough to check?',
          'Een plaats, een tijd of een naam die te controleren is.',
          'A place, a time or a name that can be checked.',
        ),
      ],
      uitkomsten: [
        code('ja', 'Ja, dit kan ondermijning zijn', 'Yes, this may be ondermijning', {
          gevolg: 'verder',
          naarWie: false,
        }),
        code('nee', 'Nee, dit is geen ondermijning', 'No, this is not ondermijning', {
          gevolg: 'niet_opgepakt',
          naarWie: false,
        }),
      ],
    },
    {
      stap: 2,
      code: 'praktisch',
      naamNl: 'Praktische weging',
      naamEn: 'Practical weighing',
      vragen: [
        jaNee(
          'rol',
          'Heeft de gemeente hier een rol of bevoegdheid?',
          'Does the municipality have a role or power here?',
        ),
        jaNee('grondgebied', 'Speelt het op eigen grondgebied?', 'Does it take place on its own territory?'),
        {
          ...jaNee('bekend', 'Wat is er al bekend bij de gemeente?', 'What does the municipality already know?'),
          soort: 'tekst',
        },
      ],
      uitkomsten: [
        code('ja', 'Ja, de gemeente pakt het op', 'Yes, the municipality takes it up', {
          gevolg: 'verder',
          naarWie: false,
        }),
        code('nee', 'Nee, geen rol voor de gemeente', 'No, no role for the municipality', {
          gevolg: 'niet_opgepakt',
          naarWie: false,
        }),
        code('doorsturen', 'Nee, een ander is aan zet', 'No, it is for somebody else', {
          gevolg: 'doorgestuurd',
          naarWie: true,
        }),
      ],
    },
    {
      stap: 3,
      code: 'zwaarte',
      naamNl: 'Zwaarteweging',
      naamEn: 'Weighing of gravity',
      vragen: [
        jaNee(
          'disciplines',
          'Zijn er meer disciplines of partners nodig?',
          'Are several disciplines or partners needed?',
        ),
        {
          code: 'omvang',
          naamNl: 'Hoe groot lijkt het?',
          naamEn: 'How large does it seem?',
          soort: 'keuze',
          keuzes: [
            code('een-adres', 'Eén adres of persoon', 'One address or person'),
            code('meer', 'Meer adressen of personen', 'Several addresses or persons'),
            code('netwerk', 'Een netwerk, ook buiten de gemeente', 'A network, also outside the municipality'),
          ],
          hulpNl: null,
          hulpEn: null,
        },
      ],
      uitkomsten: [
        code('eenvoudig', 'Eenvoudig: één discipline handelt het af', 'Simple: one discipline handles it', {
          gevolg: 'monodisciplinair',
        }),
        code('gecompliceerd', 'Gecompliceerd: de gemeente voert regie', 'Complicated: the municipality directs', {
          gevolg: 'casus_openen',
        }),
        code('complex', 'Complex: inbrengen bij het RIEC', 'Complex: put before the RIEC', {
          gevolg: 'bij_riec',
          naarWie: false,
        }),
      ],
    },
  ],
};

const mens = (gebruikersnaam, naam, rol, omschrijvingNl, omschrijvingEn) => ({
  id: uuid(),
  gebruikersnaam,
  naam,
  rol,
  omschrijvingNl,
  omschrijvingEn,
});
export const gebruikers = [
  mens(
    'marloes',
    'Marloes van Dijkhuizen',
    'coordinator',
    'Weegt signalen, opent casussen en bewaakt de termijnen.',
    'Weighs signals, opens cases and watches the deadlines.',
  ),
  mens(
    'youssef',
    'Youssef El Hamdaoui',
    'informatieanalist',
    'Registreert signalen en zoekt de samenhang.',
    'Records signals and looks for the connections.',
  ),
  mens(
    'inge',
    'Inge Brandsma',
    'jurist',
    'Bereidt besluiten voor en bewaakt de bezwaartermijnen.',
    'Prepares decisions and watches the objection terms.',
  ),
  mens(
    'ruben',
    'Ruben Oosterling',
    'toezichthouder',
    'Ziet op straat wat er gebeurt en meldt het.',
    'Sees what happens in the street and reports it.',
  ),
  mens(
    'fatma',
    'Fatma Yildirim-de Wit',
    'deelnemer',
    'Brengt kennis van de sociale recherche in.',
    'Brings in the knowledge of social investigation.',
  ),
  mens(
    'koen',
    'Koen Terpstra',
    'privacy',
    'Kijkt na wie wat heeft ingezien en waarom.',
    'Checks who viewed what and why.',
  ),
];
export const collega = (g) => ({ id: g.id, naam: g.naam });

const STRATEN = [
  'Kerkstraat',
  'Nijverheidsweg',
  'Havendam',
  'Lindelaan',
  'Prins Mauritskade',
  'Tuinderspad',
  'Ambachtstraat',
  'Dorpsplein',
  'Oude Sluis',
  'Zandweg',
  'Molendijk',
  'Burgemeester Coënstraat',
];
export const adressen = STRATEN.flatMap((straat, s) =>
  Array.from({ length: 24 }, (_, i) => {
    const huisnummer = i * 2 + 1 + (s % 2);
    const huisletter = i % 9 === 4 ? 'A' : null;
    const toevoeging = i % 11 === 7 ? '2' : null;
    const postcode = `99${String(10 + s)} ${'AB'[i % 2]}${'CDEF'[i % 4]}`;
    return {
      nummeraanduiding: `0999200000${String(s * 100 + i).padStart(6, '0')}`,
      weergave: `${straat} ${huisnummer}${huisletter ?? ''}${toevoeging ? `-${toevoeging}` : ''}, ${postcode} Damstede`,
      straat,
      huisnummer,
      huisletter,
      toevoeging,
      postcode,
      woonplaats: 'Damstede',
      actief: i !== 20,
    };
  }),
);

const VERHALEN = [
  [
    'drugs',
    'Aanloop op vreemde tijden bij {a}',
    'Sinds de zomer komen er op onregelmatige tijden, vooral ’s nachts, auto’s langs die kort stoppen. Er wordt iets overhandigd en dan rijdt de auto weer weg. De ramen zijn afgeplakt en er hangt een zoete lucht in het trappenhuis.\n\nEen buurman vertelt dat de stroom in november twee keer is uitgevallen.',
  ],
  [
    'drugs',
    'Sterk verhoogd stroomgebruik in loods {a}',
    'De netbeheerder ziet een verbruik dat niet past bij opslag. De loods staat op naam van een bedrijf dat geen personeel heeft. Overdag staat er nooit iemand.',
  ],
  [
    'vastgoed',
    'Pand {a} drie keer verkocht in een jaar',
    'Het pand wisselde binnen twaalf maanden drie keer van eigenaar, telkens voor een hoger bedrag. De laatste koper is een bedrijf dat een maand voor de koop is opgericht.',
  ],
  [
    'arbeidsuitbuiting',
    'Veel bewoners op {a}',
    'Er slapen volgens omwonenden minstens veertien mensen in een woning met drie kamers. ’s Ochtends om half vijf worden zij met busjes opgehaald. Iemand zei dat de huur van het loon wordt ingehouden en dat zij hun paspoort niet zelf hebben.',
  ],
  [
    'witwassen',
    'Kapsalon zonder klanten op {a}',
    'De zaak is open van tien tot acht, maar er zit zelden iemand. Er wordt alleen contant afgerekend. In de afgelopen twee jaar zijn er drie kapsalons in dezelfde straat bij gekomen.',
  ],
  [
    'adresfraude',
    'Briefpost voor onbekenden op {a}',
    'De bewoner krijgt al maanden post voor acht verschillende namen die er niet wonen, onder meer van de Belastingdienst en een zorgverzekeraar.',
  ],
  [
    'zorgfraude',
    'Zorg gedeclareerd die niet is gegeven, {a}',
    'Een cliënt vertelt dat de begeleiding al weken niet komt, terwijl de uren wel worden gedeclareerd. Het bedrijf is gevestigd in een woonhuis.',
  ],
  [
    'illegaal-gokken',
    'Gokzuilen in de achterkamer van {a}',
    'Bij een controle op de horecavergunning stonden in de achterkamer drie zuilen. De beheerder wist niet van wie die waren.',
  ],
  [
    'heling',
    'Partij nieuwe fietsen in garagebox {a}',
    'In de garagebox staan zeker dertig nieuwe elektrische fietsen. Elke week komt er een bestelbus om ze te laden.',
  ],
  [
    'jonge-aanwas',
    'Jongeren met dure spullen rond {a}',
    'Een jongerenwerker ziet jongens van veertien en vijftien met dure jassen en twee telefoons. Zij zeggen dat zij “pakketjes brengen”.',
  ],
  [
    'mensenhandel',
    'Vermoeden van illegale prostitutie op {a}',
    'In het complex horen bewoners de hele dag bezoekers voor dezelfde deur. De vrouw die er verblijft spreekt geen Nederlands en komt nooit alleen naar buiten.',
  ],
];
const STATUSSEN = [
  ['nieuw', 26],
  ['in_weging', 18],
  ['uitgesteld', 9],
  ['niet_opgepakt', 46],
  ['doorgestuurd', 18],
  ['duplicaat', 11],
  ['monodisciplinair', 22],
  ['casus', 44],
  ['bij_riec', 4],
  ['afgehandeld', 22],
];
const dagGeleden = (dagen, uur = 10) =>
  new Date(Date.UTC(2026, 10, 22, uur, getal(0, 59)) - dagen * 86_400_000).toISOString();

const vermelding = (soort, tekst, sleutel, rol, elders = 0) => ({
  id: uuid(),
  soort,
  tekst,
  sleutel,
  rol,
  toelichting: null,
  bronBetrouwbaarheid: null,
  informatieWaarde: null,
  entiteit: elders > 0 ? uuid() : null,
  herkomst: 'signaal',
  door: collega(gebruikers[1]),
  op: dagGeleden(3),
  versie: 1,
  elders,
});

function maakSignaal(status, dagen) {
  const [thema, titel, verhaal] = kies(VERHALEN);
  const adres = kies(adressen.slice(0, 160));
  const ontvangenOp = dagGeleden(dagen, getal(6, 20));
  const bron = kies(stamgegevens.signaalbronnen).code;
  const behandelaar = status === 'nieuw' && kans() < 0.7 ? null : collega(kies(gebruikers.slice(0, 2)));
  const kort = `${adres.straat} ${adres.huisnummer}${adres.huisletter ?? ''}`;
  const verloop = [];
  const stap = (van, naar, reden = null, extra = {}) =>
    verloop.push({
      van,
      naar,
      reden,
      door: collega(gebruikers[0]),
      op: dagGeleden(Math.max(0, dagen - verloop.length - 1)),
      tot: null,
      naarWie: null,
      ...extra,
    });
  if (status !== 'nieuw') {
    if (status === 'duplicaat') stap('nieuw', 'duplicaat', 'Zelfde melding als eerder deze maand.');
    else {
      stap('nieuw', 'in_weging');
      if (status === 'niet_opgepakt')
        stap('in_weging', status, 'Geen aanwijzing voor ondermijning; doorgegeven aan de wijkboa.');
      else if (status === 'doorgestuurd')
        stap('in_weging', status, 'Speelt in de buurgemeente.', { naarWie: 'Gemeente Polderveen' });
      else if (status === 'uitgesteld')
        stap('in_weging', status, 'Wachten op de controle van de energieleverancier.', {
          tot: dagGeleden(-getal(-3, 30)).slice(0, 10),
        });
      else if (status !== 'in_weging')
        stap('in_weging', status, 'Volgens de weging.', status === 'monodisciplinair' ? { naarWie: 'Team VTH' } : {});
    }
  }
  const vermeldingen = [];
  if (kans() < 0.6)
    vermeldingen.push(
      vermelding(
        'persoon',
        kies(['“de man met de grijze bus”', 'D. Verhagen-Okkema', 'zekere “Milo”', 'mw. T. Wisselaar']),
        null,
        kies(['bewoner', 'huurder', 'eigenaar', null]),
        getal(0, 2),
      ),
    );
  if (kans() < 0.4)
    vermeldingen.push(
      vermelding(
        'bedrijf',
        kies(['Handelsonderneming Zilverdam', 'Kapsalon De Spiegel', 'Nachtvlinder Logistiek B.V.']),
        '99900123',
        'gebruiker van het pand',
        getal(0, 3),
      ),
    );
  if (kans() < 0.4) vermeldingen.push(vermelding('voertuig', 'grijze bestelbus', 'XX-999-X', null, getal(0, 1)));
  const wegingStap = status === 'nieuw' ? 0 : status === 'in_weging' ? getal(1, 4) : 0;
  const wegingen = [];
  const gewogen =
    status === 'in_weging'
      ? wegingStap - 1
      : ['casus', 'bij_riec', 'monodisciplinair'].includes(status)
        ? 3
        : status === 'doorgestuurd'
          ? 2
          : status === 'niet_opgepakt'
            ? 1
            : 0;
  for (let n = 1; n <= gewogen; n += 1) {
    const vorm = wegingsprofiel.stappen[n - 1];
    const laatste =
      n === 3
        ? status === 'bij_riec'
          ? 'complex'
          : status === 'monodisciplinair'
            ? 'eenvoudig'
            : 'gecompliceerd'
        : 'ja';
    wegingen.push({
      id: uuid(),
      stap: n,
      profiel: 'zoetermeer',
      profielVersie: 1,
      antwoorden: vorm.vragen.map((v) => ({
        vraag: v.code,
        antwoord:
          v.soort === 'ja_nee' ? 'ja' : v.soort === 'keuze' ? v.keuzes[1].code : 'Twee eerdere meldingen over geluid.',
        toelichting: null,
      })),
      uitkomst: status === 'niet_opgepakt' ? 'nee' : status === 'doorgestuurd' && n === 2 ? 'doorsturen' : laatste,
      motivering: kies([
        'De aanwijzingen komen uit twee bronnen die elkaar niet kennen.',
        'Het patroon herhaalt zich en raakt een vergunning.',
        'De gemeente heeft hier een eigen bevoegdheid.',
      ]),
      door: collega(gebruikers[0]),
      op: dagGeleden(Math.max(0, dagen - n)),
    });
  }
  return {
    id: uuid(),
    kenmerk: kenmerk('S', ontvangenOp.slice(0, 4)),
    status,
    wegingStap,
    titel: titel.replace('{a}', kort),
    thema: kans() < 0.08 ? null : thema,
    bron,
    ontvangenOp,
    adres:
      kans() < 0.92
        ? { nummeraanduiding: adres.nummeraanduiding, weergave: adres.weergave }
        : kans() < 0.5
          ? null
          : { nummeraanduiding: null, weergave: 'achter de volkstuinen, bij de tweede brug' },
    bronBetrouwbaarheid: kies(['A', 'B', 'B', 'C', 'C', 'D', 'F']),
    informatieWaarde: kies([1, 2, 2, 3, 3, 4, 6]),
    behandelaar,
    uitgesteldTot: status === 'uitgesteld' ? verloop.at(-1).tot : null,
    zelfdeAdres: 0,
    versie: 1 + verloop.length,
    omschrijving: verhaal,
    regime: 'avg',
    heeftMelder: ['inwoner', 'ondernemer'].includes(bron),
    gemeldDoor: collega(gebruikers[1]),
    vermeldingen,
    wegingen,
    verloop,
    casus: null,
    duplicaatVan: null,
    melder: { naam: 'J. Melderstein', contact: '06 0000 0000' },
  };
}
export const signalen = STATUSSEN.flatMap(([status, aantal]) =>
  Array.from({ length: aantal }, () =>
    maakSignaal(status, status === 'nieuw' ? getal(0, 12) : status === 'in_weging' ? getal(2, 30) : getal(8, 700)),
  ),
);
for (const s of signalen) {
  if (s.adres?.nummeraanduiding)
    s.zelfdeAdres = signalen.filter((t) => t !== s && t.adres?.nummeraanduiding === s.adres.nummeraanduiding).length;
  if (s.status === 'duplicaat') {
    const ander = signalen.find((t) => t !== s && t.thema === s.thema && t.status !== 'duplicaat');
    if (ander) s.duplicaatVan = { id: ander.id, kenmerk: ander.kenmerk };
  }
}

const NAMEN = [
  'Loods Nijverheidsweg',
  'Kappers Dorpsplein',
  'Tuinderspad',
  'Havendam-noord',
  'Stroomvreters',
  'Zilverdam',
  'Fietsenroute',
  'Achterkamer',
  'Zomerhuisjes',
  'Busjes half vijf',
];
const FASEN = [
  'informatie',
  'informatie',
  'plan',
  'uitvoering',
  'uitvoering',
  'monitoring',
  'afronding',
  'archief',
  'bij_riec',
  'plan',
];
const inCasus = signalen.filter((s) => s.status === 'casus');
export const casussen = NAMEN.map((werknaam, i) => {
  const deel = inCasus.filter((_, n) => n % NAMEN.length === i);
  const casus = {
    id: uuid(),
    kenmerk: kenmerk('C', '2026'),
    werknaam,
    thema: deel[0]?.thema ?? 'drugs',
    fase: FASEN[i],
    trekker: collega(gebruikers[i % 2 === 0 ? 0 : 2]),
    geopendOp: dagGeleden(200 - i * 10),
    laatsteActiviteit: dagGeleden(getal(0, 60)),
    aantalSignalen: deel.length,
    eersteTermijn:
      i < 7
        ? {
            datum: dagGeleden(-getal(-4, 40)).slice(0, 10),
            wat: kies(['Antwoord van de politie', 'Controle vergunning', 'Stopgesprek']),
            soort: i % 2 ? 'interventie' : 'bron',
          }
        : null,
    monitorTot: FASEN[i] === 'monitoring' ? '2027-02-01' : null,
    einddatum: null,
    bewarenTot: null,
    versie: 3,
    beeld: '',
    leden: [],
    plan: { hypothese: '', doel: '', strategie: '', versie: 1 },
    stappen: [],
  };
  for (const s of deel) s.casus = { id: casus.id, kenmerk: casus.kenmerk, werknaam };
  return casus;
});
