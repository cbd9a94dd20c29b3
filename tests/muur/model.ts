// SPDX-License-Identifier: EUPL-1.2
// Who may do and know what, in the words of the handbook (docs/handboek/6-vastleggen-en-zien.md), domein.md §2 and
// veiligheid.md §1: written apart from the program. Nothing here is read from its tables; where the two differ, one of
// them is wrong.

/** What a role can do, as the handbook says it. */
export type Daad =
    | "signalen lezen" | "signalen vastleggen" | "signalen wegen" | "melder opvragen" | "bsn in een signaal opvragen" | "bsn in een casus opvragen"
    | "casussen lezen" | "casus openen" | "casus bijwerken" | "casus afronden" | "privacytoets besluiten" | "interventies vastleggen" | "acties zien" | "acties vastleggen" | "vragen beantwoorden" | "aan overleggen deelnemen" | "overleggen leiden" | "aanpak bekijken" | "aanpak inrichten"
    | "inzage in een dossier zien" | "inzage zoeken" | "toezicht zien" | "incidenten zien" | "noodtoegang openen" | "noodtoegang beoordelen"
    | "verzoek behandelen" | "afschrift verstrekken" | "eigen kenmerken beheren"
    | "vernietiging zien" | "bewaartermijnen vaststellen" | "vernietiging tegenhouden" | "vernietigingslijst maken" | "vernietigingslijst goedkeuren"
    | "cijfers zien" | "zoeken" | "adressen opzoeken" | "bedrijven bekijken" | "eigen registers bekijken" | "kaart zien" | "netwerk bekijken" | "collega's zien" | "verwerkingen zien" | "aangemeld zijn" | "niets nodig";

const kijken: Daad[] = ["aangemeld zijn", "verwerkingen zien"];
/** What is for all who work here, and not for a partner. */
const hier: Daad[] = [...kijken, "aanpak bekijken"];
const collega: Daad[] = [...hier, "collega's zien"];
const werk: Daad[] = [...collega, "zoeken", "adressen opzoeken"];
const uitvoering: Daad[] = [...werk, "bedrijven bekijken", "eigen registers bekijken", "kaart zien"];
const acties: Daad[] = ["acties zien"];
const meelezen: Daad[] = ["zoeken", "casussen lezen", ...acties];
const signalen: Daad[] = ["signalen lezen", "signalen vastleggen"];
const ingrijpen: Daad[] = [...meelezen, "interventies vastleggen", "acties vastleggen"];
const bijwerken: Daad[] = [...ingrijpen, "casus bijwerken"];

/** Role → what it can do, and the name the handbook gives it. */
export const rollen = {
    coordinator: { naam: "Coördinator ondermijning", mag: ["aan overleggen deelnemen", "overleggen leiden", "aanpak inrichten", ...uitvoering, "netwerk bekijken", ...signalen, "signalen wegen", "melder opvragen", "bsn in een signaal opvragen", "bsn in een casus opvragen", "casus openen", ...bijwerken, "afschrift verstrekken", "casus afronden", "cijfers zien", "inzage in een dossier zien", "noodtoegang openen", "vernietiging zien", "vernietiging tegenhouden", "vernietigingslijst maken", "privacytoets besluiten", "vernietigingslijst goedkeuren"] },
    informatieanalist: { naam: "Informatieanalist", mag: ["aan overleggen deelnemen", "overleggen leiden", ...uitvoering, "netwerk bekijken", ...signalen, "signalen wegen", "bsn in een signaal opvragen", "bsn in een casus opvragen", "casus openen", ...bijwerken, "afschrift verstrekken", "cijfers zien", "noodtoegang openen"] },
    toezichthouder: { naam: "Toezichthouder", mag: ["aan overleggen deelnemen", ...uitvoering, ...signalen, ...ingrijpen] },
    jurist: { naam: "Handhavingsjurist", mag: ["aan overleggen deelnemen", ...uitvoering, "netwerk bekijken", ...bijwerken, "afschrift verstrekken", "bsn in een casus opvragen", "noodtoegang openen", "privacytoets besluiten", "vernietiging tegenhouden"] },
    bibob: { naam: "Bibob-coördinator", mag: ["aan overleggen deelnemen", ...uitvoering, ...ingrijpen] },
    deelnemer: { naam: "Deelnemer kernteam", mag: ["aan overleggen deelnemen", ...uitvoering, "netwerk bekijken", ...signalen, ...bijwerken] },
    beleid: { naam: "Beleidsadviseur", mag: ["aan overleggen deelnemen", ...collega, ...acties, "cijfers zien"] },
    communicatie: { naam: "Communicatieadviseur", mag: [...collega, ...acties] },
    burgemeester: { naam: "Burgemeester", mag: ["aan overleggen deelnemen", ...collega, ...meelezen, "cijfers zien", "noodtoegang openen"] },
    partner: { naam: "Partner", mag: ["aan overleggen deelnemen", "vragen beantwoorden", ...kijken, ...meelezen] },
    privacy: { naam: "Privacy officer", mag: [...werk, "eigen kenmerken beheren", "inzage zoeken", "toezicht zien", "incidenten zien", "noodtoegang beoordelen", "vernietiging zien", "vernietiging tegenhouden", "vernietigingslijst goedkeuren", "verzoek behandelen"] },
    archivaris: { naam: "Archivaris", mag: [...collega, "vernietiging zien", "bewaartermijnen vaststellen", "vernietiging tegenhouden", "vernietigingslijst maken", "vernietigingslijst goedkeuren"] },
    beheer: { naam: "Functioneel beheerder", mag: [...werk, "aanpak inrichten", "eigen kenmerken beheren"] },
    techniek: { naam: "Technisch beheerder", mag: hier },
    melder: { naam: "Collega-melder", mag: [...hier, "zoeken", "adressen opzoeken"] },
    "regio-analist": { naam: "RIEC-analist", mag: [...collega, "cijfers zien"] },
    "regio-regisseur": { naam: "Casusregisseur regio", mag: [...collega, ...meelezen, "cijfers zien"] },
} as const satisfies Record<string, { naam: string; mag: readonly Daad[] }>;
export type Rol = keyof typeof rollen;
export const alleRollen = Object.keys(rollen) as Rol[];

/** How a user stands to the casus of the municipality Damstede. Who is its guest works for the partner, and is there as one. */
export const relaties = ["lid", "niet lid", "lidmaatschap verlopen", "rol verlopen", "andere gemeente", "partnerorganisatie", "te gast"] as const;
export type Relatie = (typeof relaties)[number];

/** The organisation somebody works for: 1 Damstede, 2 another municipality, 3 a partner. */
export const organisatieVan = (r: Relatie): 1 | 2 | 3 => (r === "andere gemeente" ? 2 : r === "partnerorganisatie" ? 3 : 1);

export const mag = (rol: Rol, relatie: Relatie, daad: Daad): boolean =>
    daad === "niets nodig" || daad === "aangemeld zijn" || (relatie !== "rol verlopen" && (rollen[rol].mag as readonly Daad[]).includes(daad));

/** A kind of thing that must be kept from somebody. `eigen`: made by and for one user during the proof. */
export type Soort = "verzoek" | "vernietiging" | "signaal" | "politiesignaal" | "melder" | "casus" | "politiebron" | "casussignaal" | "casusmelder" | "verborgen" | "embargo" | "mensen" | "eigen" | "gedeeld" | "tafel" | "signaaltafel" | "overleg" | "overlegnaam" | "eigenregister" | "openbaar" | "gast" | "verborgengast";
export type Kring = { organisatie: 1 | 2 | 3; soort: Soort; van?: string };

/** Who may see what came from the police under the Wpg, of the files that are his to know of. */
const metPolitie: readonly Rol[] = ["coordinator", "informatieanalist", "jurist", "burgemeester"];

/** Somebody who is a member of the casus of his own municipality. */
export const isLid = (rol: Rol, relatie: Relatie): boolean => (relatie === "lid" || relatie === "andere gemeente" || relatie === "te gast") && mag(rol, relatie, "casussen lezen");

/** May this user know that there is such a thing? What is public, everybody; nothing of another organisation; a request of a data subject only who
 *  handles them; a casus and all in it only as a member; what the police gave only in some roles; the reporter only who may
 *  ask for him, of a signaal he may know; an embargo and a casus of others never. */
export function kent(wie: { rol: Rol; relatie: Relatie; id: string }, kring: Kring): boolean {
    const { rol, relatie } = wie;
    if (kring.soort === "openbaar") return true;
    if (kring.organisatie !== organisatieVan(relatie) || relatie === "rol verlopen") return false;
    switch (kring.soort) {
        case "mensen": return true;
        case "eigenregister": return mag(rol, relatie, "eigen registers bekijken");
        case "verzoek": return mag(rol, relatie, "verzoek behandelen");
        case "vernietiging": return mag(rol, relatie, "vernietiging zien");
        case "signaal": return mag(rol, relatie, "signalen lezen");
        case "politiesignaal": return mag(rol, relatie, "signalen lezen") && metPolitie.includes(rol);
        case "politiebron": return isLid(rol, relatie) && metPolitie.includes(rol);
        case "melder": return mag(rol, relatie, "melder opvragen");
        case "casus": case "casussignaal": return isLid(rol, relatie);
        // that there is a guest: of a casus, and for who may see all who looked at anything
        case "gast": return isLid(rol, relatie) || mag(rol, relatie, "inzage zoeken");
        case "verborgengast": return mag(rol, relatie, "inzage zoeken");
        case "casusmelder": return isLid(rol, relatie) && mag(rol, relatie, "melder opvragen");
        case "eigen": return kring.van === wie.id;
        // of a casus, and told to one person besides: an action he must do, a question put to him
        case "gedeeld": return isLid(rol, relatie) || kring.van === wie.id;
        // of a casus or a signaal, and read at a meeting by those a check 2A named; of the meeting itself, who takes part (`van`: ids)
        case "tafel": return isLid(rol, relatie) || kring.van!.includes(wie.id);
        case "signaaltafel": return mag(rol, relatie, "signalen lezen") || kring.van!.includes(wie.id);
        // which meeting it was stands in the files that were on its table
        case "overlegnaam": return isLid(rol, relatie) || mag(rol, relatie, "signalen lezen") || kring.van!.includes(wie.id);
        case "overleg": return kring.van!.includes(wie.id);
        default: return false;
    }
}

/** An action of the product. `over`: the kind of file in its path; `gebied`: where it stands in the matrix; `nummers`: it
 *  may name any file of the own organisation by id and kenmerk, and says no word of it. */
export type Werking = { daad: Daad; gebied: string; over?: "signaal" | "casus" | "bedrijf" | "pand"; ookSignaal?: true; nummers?: true; wanneer: string };

const altijd = "rol";
const team = "team";
const lid = "lid";
const leidt = "rol; wie het overleg leidt";
const behandelaar = "rol; wie het verzoek behandelt";
const s = (daad: Daad, wanneer = team): Werking => ({ daad, gebied: "Signalen", over: "signaal", wanneer });
const c = (daad: Daad, wanneer = lid): Werking => ({ daad, gebied: "Casussen", over: "casus", wanneer });
const lijst = (daad: Daad, gebied: string, wanneer: string): Werking => ({ daad, gebied, wanneer });
const nummers = (daad: Daad, gebied: string, wanneer: string): Werking => ({ daad, gebied, nummers: true, wanneer });

/** Every action by its operationId. A route that is not here makes the proof fail. */
export const werkingen: Record<string, Werking> = {
    signalenTonen: lijst("signalen lezen", "Signalen", team),
    signalenZoeken: lijst("signalen lezen", "Signalen", team),
    signaalVastleggen: lijst("signalen vastleggen", "Signalen", altijd),
    signaalTonen: s("signalen lezen"),
    signaalWijzigen: s("signalen vastleggen"),
    signaalVrijgeven: s("signalen vastleggen", "team; onder embargo alleen wie gekozen is"),
    signaalVermeldingToevoegen: s("signalen vastleggen"),
    signaalVermeldingWijzigen: s("signalen vastleggen"),
    signaalVermeldingVerwijderen: s("signalen vastleggen"),
    signaalWegen: s("signalen wegen"),
    signaalOverzetten: s("signalen wegen"),
    signaalBsnTonen: s("bsn in een signaal opvragen", `${team}; met een reden, die wordt bewaard`),
    casusBsnTonen: c("bsn in een casus opvragen", `${lid}; met een reden, die wordt bewaard`),
    melderTonen: s("melder opvragen", `${team}; met een reden, die wordt bewaard`),
    wegingsprofielTonen: lijst("signalen lezen", "Signalen", altijd),
    casussenTonen: lijst("casussen lezen", "Casussen", lid),
    casussenZoeken: lijst("casussen lezen", "Casussen", lid),
    casussenTellen: lijst("casussen lezen", "Casussen", lid),
    mijnWerkTonen: lijst("casussen lezen", "Casussen", lid),
    casusOpenen: { daad: "casus openen", gebied: "Casussen", ookSignaal: true, wanneer: `${team}; op een gewogen signaal` },
    casusTonen: c("casussen lezen"),
    dossierTonen: c("casussen lezen"),
    casusWijzigen: c("casus bijwerken"),
    planWijzigen: c("casus bijwerken"),
    casusOvergaan: c("casus bijwerken", `${lid}; afronden en heropenen alleen de coördinator`),
    casusSignaalToevoegen: { ...c("casus bijwerken", `${lid}; met een gewogen signaal dat hij mag zien`), ookSignaal: true },
    casusLidToevoegen: c("casus bijwerken", `${lid}; met vers bewijs`),
    casusGastenTonen: c("casussen lezen"),
    casusGastUitnodigen: c("casus bijwerken", `${lid}; alleen de trekker, met vers bewijs`),
    casusGastIntrekken: c("casus bijwerken"),
    casusLidVerwijderen: c("casus bijwerken"),
    bronToevoegen: c("casus bijwerken"),
    bronWijzigen: c("casus bijwerken"),
    bronVerwijderen: c("casus bijwerken"),
    bronInhoudKiezen: c("privacytoets besluiten", `${lid}; als de bron iets weet`),
    privacytoetsVoorleggen: c("casus bijwerken"),
    privacytoetsBesluiten: c("privacytoets besluiten"),
    notitieToevoegen: c("casus bijwerken"),
    casusVermeldingToevoegen: c("casus bijwerken"),
    casusVermeldingWijzigen: c("casus bijwerken"),
    casusVermeldingVerwijderen: c("casus bijwerken"),
    informatietakenTonen: c("casussen lezen"),
    informatieBesluiten: c("casus bijwerken"),
    informatiebriefOpenen: c("casus bijwerken", `${lid}; met vers bewijs`),
    verstrekkingenTonen: c("casussen lezen"),
    verstrekbaarTonen: c("casussen lezen"),
    verstrekkingVastleggen: c("afschrift verstrekken", `${lid}; met vers bewijs, binnen het dagbudget`),
    afschriftOpenen: c("afschrift verstrekken", `${lid}; met vers bewijs`),
    kennisgevingOpenen: c("afschrift verstrekken", `${lid}; met vers bewijs`),
    riecBerichtVastleggen: c("afschrift verstrekken"),
    kennisgevingSluiten: c("afschrift verstrekken"),
    verbandenTonen: c("casussen lezen"),
    verbandToevoegen: c("casus bijwerken"),
    verbandWijzigen: c("casus bijwerken"),
    verbandVerwijderen: c("casus bijwerken"),
    overlegreeksenTonen: lijst("aan overleggen deelnemen", "Overleg", "rol; waar hij bij hoort"),
    overlegreeksMaken: lijst("overleggen leiden", "Overleg", altijd),
    overlegreeksTonen: lijst("aan overleggen deelnemen", "Overleg", "rol; wie erbij hoort"),
    overlegreeksWijzigen: lijst("overleggen leiden", "Overleg", leidt),
    overlegreeksLidZetten: lijst("overleggen leiden", "Overleg", leidt),
    overlegreeksLidVerwijderen: lijst("overleggen leiden", "Overleg", leidt),
    overleggenTonen: lijst("aan overleggen deelnemen", "Overleg", "rol; waaraan hij deelneemt"),
    overlegPlannen: lijst("overleggen leiden", "Overleg", leidt),
    overlegTonen: lijst("aan overleggen deelnemen", "Overleg", "rol; wie deelneemt, en daarin alleen wat van hem is"),
    overlegWijzigen: lijst("overleggen leiden", "Overleg", leidt),
    deelnemerZetten: lijst("overleggen leiden", "Overleg", leidt),
    deelnemerVerwijderen: lijst("overleggen leiden", "Overleg", leidt),
    agendapuntToevoegen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, van een dossier dat hij mag zien"),
    agendaOrdenen: lijst("overleggen leiden", "Overleg", leidt),
    agendapuntTonen: lijst("aan overleggen deelnemen", "Overleg", "rol; wie deelneemt, en daarin alleen wat van hem is"),
    agendapuntWijzigen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, van een dossier dat hij mag zien"),
    agendapuntVerwijderen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, van een dossier dat hij mag zien"),
    agendadeelSchrijven: lijst("overleggen leiden", "Overleg", "rol; wie leidt, van een dossier dat hij mag zien"),
    agendatoetsVoorleggen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, van een dossier dat hij mag zien"),
    agendatoetsBesluiten: lijst("privacytoets besluiten", "Overleg", "rol; wie deelneemt en het dossier mag zien"),
    overlegreeksKoppelen: lijst("overleggen leiden", "Overleg", "rol; wie de ene reeks leidt en bij de andere hoort"),
    overlegreeksOntkoppelen: lijst("overleggen leiden", "Overleg", leidt),
    inbrengTonen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, van een dossier dat hij mag zien"),
    agendapuntInbrengen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, van een dossier dat hij mag zien; daar ziet men wat toets 2A toestaat"),
    inbrengBesluiten: lijst("privacytoets besluiten", "Overleg", "rol; wie deelneemt en het dossier mag zien"),
    overlegBeginnen: lijst("overleggen leiden", "Overleg", leidt),
    overlegSluiten: lijst("overleggen leiden", "Overleg", leidt),
    overlegAfgelasten: lijst("overleggen leiden", "Overleg", leidt),
    aanwezigheidVastleggen: lijst("overleggen leiden", "Overleg", leidt),
    agendapuntBeginnen: lijst("overleggen leiden", "Overleg", leidt),
    agendapuntBespreken: lijst("overleggen leiden", "Overleg", leidt),
    beeldTonen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, en daarin alleen wat ieder die er is mag zien"),
    beeldZetten: lijst("overleggen leiden", "Overleg", leidt),
    casusEtiketZetten: c("casus bijwerken"),
    casusEtiketWeghalen: c("casus bijwerken"),
    gelijkendeCasussenTonen: c("casussen lezen", `${lid}; andere casussen alleen waar hij ook lid van is`),
    samenhangVastleggen: c("casus bijwerken", "lid van beide"),
    samenhangVerwijderen: c("casus bijwerken", "lid van beide"),
    prioriteringTonen: lijst("casussen lezen", "Casussen", lid),
    beoordelingenTonen: c("casussen lezen"),
    casusBeoordelen: c("casus bijwerken"),
    evaluatieTonen: c("casussen lezen"),
    evaluatieVastleggen: c("casus bijwerken", `${lid}; in afronding of archief`),
    lesVoorleggen: c("casus bijwerken", `${lid}; in afronding of archief`),
    lesWijzigen: c("casus bijwerken", `${lid}; in afronding of archief`),
    lesBesluiten: c("privacytoets besluiten", `${lid}; niet de eigen les`),
    weegtafelTonen: lijst("signalen lezen", "Signalen", team),
    weegtafelVanSignaalTonen: s("signalen lezen"),
    weegtafelVastleggen: s("signalen vastleggen", `${team}; van politie of OM`),
    weegtafelBesluiten: s("signalen wegen"),
    sjablonenTonen: lijst("aanpak bekijken", "Aanpak", altijd),
    sjabloonVaststellen: lijst("aanpak inrichten", "Aanpak", altijd),
    sjabloonTerugzetten: lijst("aanpak inrichten", "Aanpak", altijd),
    criteriaTonen: lijst("aanpak bekijken", "Aanpak", altijd),
    criteriaVaststellen: lijst("aanpak inrichten", "Aanpak", altijd),
    lessenTonen: lijst("aanpak bekijken", "Aanpak", altijd),
    lesIntrekken: lijst("aanpak inrichten", "Aanpak", altijd),
    overlegBewerken: lijst("aan overleggen deelnemen", "Overleg", "rol; wie het punt mag zien; een plan alleen wie van de casus is"),
    overlegWegen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, als ieder die er is het mag horen"),
    overlegBesluiten: lijst("overleggen leiden", "Overleg", "rol; wie leidt, als ieder die er is het mag horen"),
    overlegInformatieVastleggen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, als ieder die er is het mag horen"),
    overlegInterventieToevoegen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, als ieder die er is het mag horen"),
    overlegActieToevoegen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, als ieder die er is het mag horen"),
    voorstellenTonen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, van dossiers die hij mag zien"),
    agendaVullen: lijst("overleggen leiden", "Overleg", "rol; wie leidt, van dossiers die hij mag zien"),
    verslagOpenen: lijst("aan overleggen deelnemen", "Overleg", "rol; wie deelnam, met vers bewijs, en daarin alleen wat van hem is"),
    uitnodigingOpenen: lijst("aan overleggen deelnemen", "Overleg", "rol; wie deelneemt"),
    interventieToevoegen: c("interventies vastleggen"),
    interventieWijzigen: c("interventies vastleggen"),
    interventieVerwijderen: c("interventies vastleggen"),
    actiesTonen: lijst("acties zien", "Acties", "rol; de eigen, en die van dossiers die hij mag zien"),
    actieWijzigen: { ...c("acties zien", `${lid}; wie haar doet alleen of zij gedaan is`), gebied: "Acties" },
    vragenTonen: lijst("vragen beantwoorden", "Vragen", "rol; die aan hem, en tot en met hun laatste dag wat erin staat"),
    vraagBeantwoorden: lijst("vragen beantwoorden", "Vragen", "rol; die aan hem"),
    casusVragenTonen: { ...c("casussen lezen"), gebied: "Vragen" },
    casusVraagStellen: { ...c("casus bijwerken", `${lid}; na privacytoets 1 van de bron`), gebied: "Vragen" },
    casusVraagWijzigen: { ...c("casus bijwerken"), gebied: "Vragen" },
    casusActieToevoegen: { ...c("acties vastleggen"), gebied: "Acties" },
    // who may not read signalen is refused for that, and every role that may read them may record an action
    signaalActieToevoegen: { ...s("signalen lezen"), gebied: "Acties" },
    signaalDocumentenTonen: s("signalen lezen"),
    signaalDocumentTonen: s("signalen lezen"),
    signaalDocumentOpenen: s("signalen lezen"),
    signaalDocumentToevoegen: s("signalen vastleggen"),
    signaalDocumentVerwijderen: s("signalen vastleggen"),
    casusDocumentenTonen: c("casussen lezen"),
    casusDocumentTonen: c("casussen lezen"),
    casusDocumentOpenen: c("casussen lezen"),
    casusDocumentToevoegen: c("casus bijwerken"),
    casusDocumentOvernemen: c("casus bijwerken"),
    casusDocumentVerwijderen: c("casus bijwerken"),
    signaalInzagenTonen: s("inzage in een dossier zien"),
    casusInzagenTonen: c("inzage in een dossier zien"),
    inzagenZoeken: nummers("inzage zoeken", "Toezicht", "rol; op kenmerk, zonder de inhoud"),
    informatietakenOverzien: nummers("toezicht zien", "Toezicht", "rol; kenmerk, trekker, aantal en dag, zonder wie het zijn"),
    verstrekkingenOverzien: nummers("toezicht zien", "Toezicht", "rol; kenmerken, ontvanger, dag, grond en aantal, zonder de inhoud"),
    incidentenTonen: nummers("incidenten zien", "Toezicht", altijd),
    noodtoegangOpenen: lijst("noodtoegang openen", "Toezicht", "rol; één dossier van de eigen organisatie op kenmerk, met een reden, hoogstens een uur, gemeld"),
    noodtoegangenTonen: nummers("aangemeld zijn", "Toezicht", "rol; de eigen, die tot de eigen dossiers, en voor de privacy officer alle"),
    noodtoegangTonen: lijst("aangemeld zijn", "Toezicht", "rol; de eigen, die tot de eigen dossiers, en voor de privacy officer alle"),
    noodtoegangSluiten: lijst("aangemeld zijn", "Toezicht", "rol; alleen de eigen"),
    noodtoegangBeoordelen: lijst("noodtoegang beoordelen", "Toezicht", "rol; niet de eigen"),
    signaleringenTonen: nummers("incidenten zien", "Toezicht", altijd),
    signaleringVerklaren: lijst("incidenten zien", "Toezicht", "rol; niet over zichzelf"),
    eigenKenmerkenTonen: lijst("eigen kenmerken beheren", "Toezicht", "rol; dat er iets bekend is, nooit wat"),
    eigenKenmerkenToevoegen: lijst("aangemeld zijn", "Toezicht", "rol; de eigen, en met het recht die van een collega"),
    eigenKenmerkenWissen: lijst("eigen kenmerken beheren", "Toezicht", "rol; niet de eigen"),
    bewaarregelsTonen: lijst("vernietiging zien", "Vernietiging", altijd),
    bewaarregelVaststellen: lijst("bewaartermijnen vaststellen", "Vernietiging", altijd),
    vernietigingskandidatenTonen: nummers("vernietiging zien", "Vernietiging", "rol; kenmerk, dag en regel, zonder de inhoud"),
    blokkadesTonen: nummers("vernietiging zien", "Vernietiging", altijd),
    blokkadePlaatsen: nummers("vernietiging tegenhouden", "Vernietiging", altijd),
    blokkadeOpheffen: lijst("vernietigingslijst maken", "Vernietiging", altijd),
    vernietigingslijstenTonen: nummers("vernietiging zien", "Vernietiging", altijd),
    vernietigingslijstMaken: nummers("vernietigingslijst maken", "Vernietiging", altijd),
    vernietigingslijstTonen: nummers("vernietiging zien", "Vernietiging", altijd),
    vernietigingslijstIntrekken: lijst("vernietigingslijst maken", "Vernietiging", altijd),
    vernietigingslijstGoedkeuren: nummers("vernietigingslijst goedkeuren", "Vernietiging", "rol; niet de eigen lijst, en een van de twee is archivaris"),
    vernietigingslijstUitvoeren: nummers("vernietigingslijst maken", "Vernietiging", "rol; na twee akkoorden van twee anderen"),
    verklaringenTonen: lijst("vernietiging zien", "Vernietiging", altijd),
    verklaringTekstTonen: lijst("vernietiging zien", "Vernietiging", altijd),
    verzoekenTonen: lijst("verzoek behandelen", "Verzoeken van betrokkenen", altijd),
    verzoekVastleggen: lijst("verzoek behandelen", "Verzoeken van betrokkenen", altijd),
    verzoekTonen: lijst("verzoek behandelen", "Verzoeken van betrokkenen", "rol; wat er in de dossiers staat alleen wie het behandelt, zolang het loopt"),
    verzoekWijzigen: lijst("verzoek behandelen", "Verzoeken van betrokkenen", behandelaar),
    verzoekOverzetten: lijst("verzoek behandelen", "Verzoeken van betrokkenen", behandelaar),
    verzoekVerlengen: lijst("verzoek behandelen", "Verzoeken van betrokkenen", behandelaar),
    verzoekGegevensZoeken: lijst("verzoek behandelen", "Verzoeken van betrokkenen", `${behandelaar}, zolang het in onderzoek is; in alle dossiers van de eigen organisatie`),
    verzoekGegevensAanwijzen: lijst("verzoek behandelen", "Verzoeken van betrokkenen", behandelaar),
    verzoekGegevenBesluiten: lijst("verzoek behandelen", "Verzoeken van betrokkenen", behandelaar),
    verzoekInzagenTonen: lijst("verzoek behandelen", "Verzoeken van betrokkenen", altijd),
    verzoekBriefOpenen: lijst("verzoek behandelen", "Verzoeken van betrokkenen", "rol; na het besluit, met vers bewijs"),
    verwerkingsregisterOpenen: lijst("verwerkingen zien", "Algemeen", altijd),
    dpiaVerwijzen: lijst("verzoek behandelen", "Verzoeken van betrokkenen", altijd),
    dpiaOpenen: lijst("verzoek behandelen", "Verzoeken van betrokkenen", altijd),
    signalenTellen: lijst("cijfers zien", "Cijfers", `${altijd}; telt alleen wat men zelf mag zien`),
    zoeken: lijst("zoeken", "Algemeen", "rol; vindt alleen wat men ook zonder zoeken mag zien, en mensen alleen onder een doel"),
    adressenZoeken: lijst("adressen opzoeken", "Registers", altijd),
    adresTonen: lijst("adressen opzoeken", "Registers", altijd),
    bedrijfTonen: { ...lijst("bedrijven bekijken", "Registers", altijd), over: "bedrijf" },
    bedrijvenBijAdresTonen: lijst("bedrijven bekijken", "Registers", altijd),
    bedrijvenOngekoppeldTonen: lijst("bedrijven bekijken", "Registers", altijd),
    bedrijvenInPandTonen: lijst("bedrijven bekijken", "Registers", altijd),
    gemeenteregistersZoeken: lijst("eigen registers bekijken", "Registers", `${altijd}; die van de eigen organisatie`),
    pandTonen: { ...lijst("adressen opzoeken", "Registers", altijd), over: "pand" },
    netwerkTonen: lijst("netwerk bekijken", "Netwerk", `${altijd}; alleen wat in registers staat en in dossiers die hij mag zien`),
    netwerkburenZoeken: lijst("netwerk bekijken", "Netwerk", `${altijd}; alleen wat in registers staat en in dossiers die hij mag zien`),
    netwerkmatenTellen: lijst("netwerk bekijken", "Netwerk", `${altijd}; alleen wat in registers staat en in dossiers die hij mag zien`),
    netwerkpadenZoeken: lijst("netwerk bekijken", "Netwerk", `${altijd}; nooit door wat hij niet mag zien`),
    netwerkExporteren: lijst("netwerk bekijken", "Netwerk", `${altijd}; met vers bewijs en een reden, hoogstens vijftig personen`),
    netwerkbestandMaken: lijst("netwerk bekijken", "Netwerk", `${altijd}; met vers bewijs en een reden; personen als nummer, en niets dat niet doorgegeven mag worden`),
    netwerkweergavenTonen: lijst("netwerk bekijken", "Netwerk", `${altijd}; van dossiers die hij mag zien`),
    netwerkweergaveBewaren: { ...c("netwerk bekijken"), gebied: "Netwerk" },
    netwerkweergaveTonen: { ...c("netwerk bekijken", `${lid}; daarin alleen wat hij zelf mag zien`), gebied: "Netwerk" },
    netwerkweergaveWijzigen: { ...c("netwerk bekijken", `${lid}; alleen wie haar maakte`), gebied: "Netwerk" },
    netwerkweergaveVerwijderen: { ...c("netwerk bekijken", `${lid}; alleen wie haar maakte`), gebied: "Netwerk" },
    wachtersTonen: lijst("netwerk bekijken", "Netwerk", `${altijd}; die van een casus alleen voor wie haar mag zien`),
    wachterMaken: lijst("netwerk bekijken", "Netwerk", `${altijd}; over personen alleen voor een casus van hem, met een grond`),
    wachterTonen: lijst("netwerk bekijken", "Netwerk", `${altijd}; wat hij vond alleen voor wie alles daarvan mag zien`),
    patroonZoeken: lijst("netwerk bekijken", "Netwerk", `${altijd}; alleen wat in registers staat en in dossiers die hij mag zien, en zonder personen`),
    wachterZoeken: lijst("netwerk bekijken", "Netwerk", `${altijd}; alleen wat in registers staat en in dossiers die hij mag zien; over personen alleen in de casus waarvoor het bewaard is`),
    wachterAanzetten: lijst("netwerk bekijken", "Netwerk", "rol; alleen wie hem maakte"),
    wachterUitzetten: lijst("netwerk bekijken", "Netwerk", "rol; alleen wie hem maakte"),
    wachterWeggooien: lijst("netwerk bekijken", "Netwerk", "rol; alleen wie hem maakte"),
    suggestieTonen: lijst("netwerk bekijken", "Netwerk", "rol; wie alles ervan mag zien, zolang de maker dat ook mag"),
    suggestieWegen: lijst("netwerk bekijken", "Netwerk", "rol; wie alles ervan mag zien, zolang de maker dat ook mag"),
    kaartTonen: lijst("kaart zien", "Registers", altijd),
    kaarttegelTonen: lijst("kaart zien", "Registers", altijd),
    kaartachtergrondTonen: lijst("kaart zien", "Registers", altijd),
    kaartgebiedenTellen: lijst("kaart zien", "Registers", altijd),
    eigenGebiedenTonen: lijst("kaart zien", "Registers", "rol; de eigen, en wat collega's deelden"),
    eigenGebiedBewaren: lijst("kaart zien", "Registers", altijd),
    eigenGebiedWeggooien: lijst("kaart zien", "Registers", "rol; alleen de eigen"),
    werklijstenTonen: lijst("kaart zien", "Registers", "rol; de eigen, en die waaraan hij meewerkt"),
    werklijstMaken: lijst("kaart zien", "Registers", altijd),
    werklijstTonen: lijst("kaart zien", "Registers", "rol; de eigen, en die waaraan hij meewerkt"),
    werkregelWijzigen: lijst("kaart zien", "Registers", "rol; van een lijst waaraan hij meewerkt"),
    werklijstLidToevoegen: lijst("kaart zien", "Registers", "rol; wie de lijst maakte"),
    werklijstLidVerwijderen: lijst("kaart zien", "Registers", "rol; wie de lijst maakte"),
    werklijstWeggooien: lijst("kaart zien", "Registers", "rol; wie de lijst maakte"),
    kaartselectieTonen: lijst("kaart zien", "Registers", altijd),
    kaartselectieVergelijken: lijst("kaart zien", "Registers", altijd),
    kaartselectieExporteren: lijst("kaart zien", "Registers", altijd),
    kaartsignalenZoeken: lijst("signalen lezen", "Signalen", `${team}; wat een adres heeft`),
    kaartcasussenZoeken: lijst("casussen lezen", "Casussen", `${lid}; wat een adres heeft`),
    kaartsignalenTellen: lijst("signalen lezen", "Signalen", `${team}; per gebied, onder de tien zonder het aantal`),
    stamgegevensTonen: lijst("aangemeld zijn", "Algemeen", altijd),
    collegasTonen: lijst("collega's zien", "Algemeen", altijd),
    verwerkingsactiviteitenTonen: lijst("verwerkingen zien", "Algemeen", altijd),
    gebeurtenissenVolgen: lijst("aangemeld zijn", "Algemeen", `${altijd}; alleen het nummer van wat men mag zien`),
    sessieTonen: lijst("aangemeld zijn", "Algemeen", altijd),
    taalKiezen: lijst("aangemeld zijn", "Algemeen", altijd),
    gastplekkenTonen: lijst("aangemeld zijn", "Algemeen", "de eigen"),
    gastplekOpnemen: lijst("aangemeld zijn", "Algemeen", "met de code, bij de eigen organisatie"),
    gastplekOpenen: lijst("aangemeld zijn", "Algemeen", "de eigen, tot en met de laatste dag"),
    naarEigenWerk: lijst("aangemeld zijn", "Algemeen", "wie te gast is"),
    afmelden: lijst("aangemeld zijn", "Algemeen", altijd),
    opnieuwAanmelden: lijst("aangemeld zijn", "Algemeen", altijd),
    aanmeldwijzenTonen: lijst("niets nodig", "Algemeen", "zonder aanmelden"),
    oidcAanmelden: lijst("niets nodig", "Algemeen", "met het account van de gemeente"),
    oidcTerug: lijst("niets nodig", "Algemeen", "met het account van de gemeente"),
    aanmelden: lijst("niets nodig", "Algemeen", "met wachtwoord en code"),
    demoTonen: lijst("niets nodig", "Algemeen", "alleen in een demo"),
    demoAanmelden: lijst("niets nodig", "Algemeen", "alleen in een demo"),
};

/** What a user may expect of a call on a thing of this kind: done, refused for his role, or nothing there. */
export function verwacht(werking: Werking, wie: { rol: Rol; relatie: Relatie; id: string }, doel?: Kring): "mag" | "geen recht" | "is er niet" {
    if (!mag(wie.rol, wie.relatie, werking.daad)) return "geen recht";
    if (doel && !kent(wie, doel)) return "is er niet";
    return "mag";
}
