-- SPDX-License-Identifier: EUPL-1.2
-- Templates per theme, criteria, ties between casussen, the weighing table: walls, history and what is shipped.
set local role eigenaar;
select basis.beveilig('aanpak', t, 'organisatie') from unnest(array['sjabloon', 'sjabloon_verleden', 'criterium', 'criterialijst']) t;
select basis.beveilig('aanpak', t, 'zicht') from unnest(array['beoordeling', 'beoordeling_verleden', 'weegtafel', 'weegtafel_verleden']) t;
select basis.met_verleden('aanpak', t) from unnest(array['sjabloon', 'beoordeling', 'weegtafel']) t;
-- A tie is there for who may know of both casussen.
do $$
declare
    muur constant text := 'organisatie = (select basis.organisatie()) and zicht in (select unnest(toegang.mijn_zichten())) and ander_zicht in (select unnest(toegang.mijn_zichten()))';
begin
    alter table aanpak.samenhang enable row level security;
    alter table aanpak.samenhang force row level security;
    drop policy if exists muur on aanpak.samenhang;
    execute format('create policy muur on aanpak.samenhang using (%1$s) with check (%1$s)', muur);
end $$;

-- ---- what is shipped ---------------------------------------------------------------------------------------------------

-- The question to a source and the ground it usually stands on; what an intervention of a kind comes down to; the steps of
-- every plan. Wording of our own; a municipality says it in its own words in its own template.
delete from aanpak.standaardsjabloon;
with bron (code, vraag_nl, vraag_en, grond_nl, grond_en) as (values
    ('bag', 'Welk gebruik en welke oppervlakte staan geregistreerd, en sinds wanneer?', 'Which use and floor area are registered, and since when?', 'Openbare bron', 'Public source'),
    ('handelsregister', 'Welke ondernemingen staan of stonden hier, en sinds wanneer?', 'Which companies are or were established here, and since when?', 'Openbare bron', 'Public source'),
    ('kadaster', 'Wie is eigenaar, sinds wanneer, en welke transacties gingen vooraf?', 'Who is the owner, since when, and which transactions came before?', 'Openbare bron', 'Public source'),
    ('vergunningen', 'Welke vergunningen, aanvragen en weigeringen zijn er op dit adres of van dit bedrijf?', 'Which permits, applications and refusals are there at this address or of this company?', 'Algemene plaatselijke verordening', 'General local bylaw'),
    ('handhaving', 'Wat leverden eerdere controles en klachten op dit adres op?', 'What did earlier inspections and complaints at this address bring?', 'Awb titel 5.2 (toezicht)', 'Awb title 5.2 (inspection)'),
    ('brp', 'Hoeveel personen staan op dit adres ingeschreven, en sinds wanneer?', 'How many people are registered at this address, and since when?', 'Wet BRP', 'Persons Register Act'),
    ('woonfraude', 'Is er onderzoek geweest naar bewoning of onderverhuur op dit adres?', 'Has occupation or subletting at this address been looked into?', 'Wet BRP', 'Persons Register Act'),
    ('sociaal', 'Is er een overeenkomst, subsidie of toekenning die bij dit bedrijf of adres hoort?', 'Is there a contract, subsidy or grant that belongs to this company or address?', 'Per regeling vast te stellen', 'To be settled per scheme'),
    ('woz', 'Wijkt het geregistreerde gebruik af van wat voor de heffing is opgegeven?', 'Does the registered use differ from what was declared for taxation?', 'AWR art. 67 (ontheffing geheimhouding)', 'Tax Act art. 67 (release from secrecy)'),
    ('politie', 'Is er een bestuurlijke rapportage over dit adres of kan die worden opgesteld?', 'Is there an administrative report about this address, or can one be made?', 'Wpg art. 16 (verstrekking aan burgemeester)', 'Police Data Act art. 16 (to the mayor)'),
    ('nla', 'Zijn er bevindingen over arbeid op dit adres die gedeeld mogen worden?', 'Are there findings about labour at this address that may be shared?', 'Per bevraging vast te stellen', 'To be settled per question'),
    ('omgevingsdienst', 'Welke meldingen, metingen of overtredingen zijn hier bekend?', 'Which notifications, measurements or violations are known here?', 'Omgevingswet', 'Environment and Planning Act'),
    ('netbeheerder', 'Is de aansluiting op dit adres in orde, of is er een afwijking vastgesteld?', 'Is the connection at this address in order, or was something out of the ordinary found?', 'Per bevraging vast te stellen', 'To be settled per question'),
    ('belastingdienst', 'Zijn er gegevens over dit bedrijf die met ontheffing gedeeld mogen worden?', 'Is there data about this company that may be shared with a release?', 'AWR art. 67 (ontheffing geheimhouding)', 'Tax Act art. 67 (release from secrecy)'),
    ('riec', 'Is deze situatie in de regio bekend, en past zij bij een lopend thema?', 'Is this situation known in the region, and does it fit a current theme?', 'Wet gegevensverwerking door samenwerkingsverbanden', 'Data Processing Partnerships Act'),
    ('open', 'Wat staat er openbaar over deze locatie of dit bedrijf?', 'What is public about this location or company?', 'Openbare bron', 'Public source')),
ingreep (code, nl, en) as (values
    ('sluiting-13b', 'Nagaan of aan de voorwaarden voor sluiting is voldaan en welke duur past bij het beleid', 'Check whether the conditions for closure are met and which length fits the policy'),
    ('sluiting-apv', 'Nagaan of de openbare orde sluiting van het openbare gebouw vraagt', 'Check whether public order asks for closing the premises'),
    ('vergunningplicht', 'Onderzoeken of een vergunningplicht voor deze branche of dit gebied past', 'Look into a permit duty for this branch or area'),
    ('last-dwangsom', 'Een last onder dwangsom voorbereiden voor wat hier wordt overtreden', 'Prepare an order subject to a penalty for what is violated here'),
    ('bestuursdwang', 'De overtreding laten beëindigen op kosten van de overtreder', 'Have the violation ended at the violator''s cost'),
    ('vergunning-weigeren', 'De aanvraag toetsen en zo nodig weigeren', 'Examine the application and refuse it where needed'),
    ('vergunning-intrekken', 'Nagaan of de vergunning kan worden ingetrokken', 'Check whether the permit can be withdrawn'),
    ('bibob', 'Een Bibob-onderzoek overwegen bij de lopende aanvraag, vergunning of transactie', 'Consider a Bibob investigation of the running application, permit or transaction'),
    ('adresonderzoek', 'Een adresonderzoek laten doen', 'Have the address investigated'),
    ('integrale-controle', 'Een integrale controle voorbereiden, met een doel per partner', 'Prepare a joint inspection, with an aim per partner'),
    ('naheffing', 'De bevinding overdragen zodat heffing of invordering kan volgen', 'Hand over the finding so that assessment or collection can follow'),
    ('stopgesprek', 'Een gesprek voeren waarin de grens en het vervolg duidelijk worden', 'Hold a talk that makes the limit and the follow-up clear'),
    ('keukentafelgesprek', 'Thuis in gesprek gaan over wat nodig is om hieruit te blijven', 'Talk at home about what is needed to stay out of this'),
    ('knock-and-talk', 'Onaangekondigd langsgaan om te zien en te vragen', 'Visit unannounced to see and ask'),
    ('waarschuwing', 'Een waarschuwing sturen met wat binnen welke termijn anders moet', 'Send a warning that says what must change and by when'),
    ('voorlichting', 'Ondernemers of bewoners vertellen hoe zij misbruik herkennen en melden', 'Tell entrepreneurs or residents how to recognise and report abuse')),
thema (code, hyp_nl, hyp_en, doel_nl, doel_en, str_nl, str_en, bronnen, ingrepen, stap_nl, stap_en) as (values
    ('drugs', 'Op deze locatie worden drugs gemaakt, bewaard of verhandeld; verhuur of beheer maakt dat mogelijk.', 'Drugs are made, stored or traded at this location; letting or management makes it possible.',
     'De locatie is niet meer bruikbaar voor productie, opslag of handel|De omgeving is veilig en weet dat er is ingegrepen', 'The location can no longer be used for production, storage or trade|The surroundings are safe and know that action was taken',
     'Bestuurlijk optreden op het pand, naast wat politie en OM doen', 'Administrative action on the premises, beside what police and prosecution do', 'politie handhaving kadaster omgevingsdienst', 'integrale-controle sluiting-13b voorlichting', 'Gevaar voor de omgeving laten beoordelen', 'Have the danger to the surroundings assessed'),
    ('hennep', 'Op dit adres wordt beroepsmatig gekweekt; stroom, verhuur of afval wijst daarop.', 'Cannabis is grown professionally at this address; power, letting or waste points to it.',
     'De kwekerij is beëindigd en komt niet terug|Brand- en stroomgevaar is weg', 'The growing has ended and does not come back|The danger of fire and power is gone',
     'Samen met de netbeheerder en de verhuurder de gelegenheid wegnemen', 'Take away the opportunity together with the grid operator and the landlord', 'netbeheerder politie woonfraude kadaster', 'integrale-controle sluiting-13b last-dwangsom', 'Met de verhuurder bespreken hoe herhaling wordt voorkomen', 'Discuss with the landlord how to prevent repetition'),
    ('mensenhandel', 'Mensen werken of wonen hier onder dwang of in afhankelijkheid.', 'People work or live here under coercion or in dependence.',
     'Wie slachtoffer kan zijn is in beeld en krijgt hulp|Het verdienmodel achter de locatie stopt', 'Whoever may be a victim is seen and gets help|The earnings model behind the location stops',
     'Veiligheid van mensen gaat voor optreden tegen het pand', 'Safety of people comes before action against the premises', 'nla handhaving brp vergunningen', 'integrale-controle last-dwangsom bestuursdwang', 'Opvang en zorgcoördinatie klaarzetten vóór een controle', 'Have shelter and care co-ordination ready before an inspection'),
    ('prostitutie', 'Op deze plek vindt bedrijfsmatige prostitutie plaats zonder de vergunning die daarvoor nodig is.', 'Commercial prostitution takes place here without the permit it needs.',
     'De onvergunde exploitatie is beëindigd|Wie hulp nodig heeft weet waar die is', 'The unlicensed business has ended|Whoever needs help knows where it is',
     'Controleren op de exploitatie, niet op de mensen die er werken', 'Inspect the business, not the people who work there', 'vergunningen handhaving woonfraude open', 'integrale-controle sluiting-apv last-dwangsom', 'Hulpverlening laten aansluiten bij de controle', 'Let social support join the inspection'),
    ('witwassen', 'Via deze onderneming of dit vastgoed wordt geld met een onverklaarbare herkomst omgezet.', 'Money of unexplained origin is converted through this company or property.',
     'De vergunning, opdracht of transactie wordt niet gebruikt voor witwassen|De herkomst van het geld is door wie daarover gaat beoordeeld', 'The permit, contract or transaction is not used for laundering|The origin of the money was judged by whom it concerns',
     'Toetsen waar de gemeente zelf partij of vergunningverlener is, de rest overdragen', 'Examine where the municipality is a party or issues the permit, hand over the rest', 'handelsregister kadaster vergunningen belastingdienst', 'bibob vergunning-weigeren naheffing', 'Nagaan welke gemeentelijke transacties of vergunningen lopen', 'Check which municipal transactions or permits are running'),
    ('vastgoed', 'Dit vastgoed wordt gebruikt, verhuurd of verhandeld op een manier die misbruik mogelijk maakt.', 'This property is used, let or traded in a way that makes abuse possible.',
     'Het gebruik klopt met wat is toegestaan|De eigenaar neemt zijn verantwoordelijkheid', 'The use is what is allowed|The owner takes responsibility',
     'De eigenaar aanspreken en de feiten over gebruik en eigendom naast elkaar leggen', 'Address the owner and lay the facts about use and ownership side by side', 'kadaster bag handhaving woz', 'waarschuwing last-dwangsom bibob', 'De eigendomsgeschiedenis op een rij zetten', 'Set out the history of ownership'),
    ('zorgfraude', 'Een aanbieder krijgt geld voor zorg die niet, of niet zo, wordt gegeven.', 'A provider is paid for care that is not given, or not in that way.',
     'Wie zorg nodig heeft houdt zorg|Geld gaat alleen naar geleverde zorg', 'Whoever needs care keeps care|Money only goes to care that was given',
     'Eerst de continuïteit van de zorg, dan het contract en het geld', 'First continuity of care, then contract and money', 'sociaal handelsregister vergunningen open', 'integrale-controle waarschuwing bibob', 'Vervangende zorg achter de hand regelen', 'Arrange substitute care in reserve'),
    ('adresfraude', 'Op dit adres staan meer of andere personen ingeschreven dan er wonen.', 'More or other people are registered at this address than live there.',
     'De registratie klopt met de werkelijkheid|Uitkeringen en toeslagen rusten niet op een schijnadres', 'The registration matches reality|Benefits do not rest on a sham address',
     'Adresonderzoek met een controle aan de deur', 'Address research with a check at the door', 'brp woonfraude woz', 'adresonderzoek knock-and-talk waarschuwing', 'De uitkomst terugmelden aan wie op het adres betaalt', 'Report the outcome to those who pay on this address'),
    ('gokken', 'In dit pand wordt zonder vergunning gelegenheid gegeven tot gokken.', 'This building offers gambling without a permit.',
     'Het gokken is beëindigd|De exploitant weet wat wel mag', 'The gambling has ended|The operator knows what is allowed',
     'Controleren op een moment waarop er gespeeld wordt', 'Inspect at a moment when people play', 'vergunningen handhaving politie handelsregister', 'integrale-controle sluiting-apv vergunning-intrekken', 'Met de politie afspreken wie wat vastlegt', 'Agree with the police who records what'),
    ('heling', 'Hier worden gestolen goederen ingekocht, opgeslagen of doorverkocht.', 'Stolen goods are bought, stored or resold here.',
     'Inkoop wordt geregistreerd en is te controleren|Doorverkoop van gestolen goed stopt', 'Purchases are registered and can be checked|Reselling of stolen goods stops',
     'Het opkopersregister controleren en herhaling laten kosten', 'Check the register of buyers and let repetition cost', 'handhaving vergunningen handelsregister politie', 'integrale-controle waarschuwing last-dwangsom', 'Het opkopersregister opvragen en steekproeven trekken', 'Ask for the register of buyers and draw samples'),
    ('omg', 'Een motorclub gebruikt deze plek of dit evenement voor machtsvertoon of handel.', 'A motorcycle gang uses this place or event for intimidation or trade.',
     'Er is geen clubhuis of evenement dat de orde bedreigt|Ondernemers staan niet onder druk', 'There is no clubhouse or event that threatens order|Entrepreneurs are not under pressure',
     'Eén lijn met politie en buurgemeenten', 'One line with police and neighbouring municipalities', 'vergunningen politie handhaving riec', 'vergunning-weigeren sluiting-apv bibob', 'De lijn met buurgemeenten afstemmen', 'Agree on the line with neighbouring municipalities'),
    ('families', 'Een vaste groep gebruikt meerdere panden of ondernemingen en houdt elkaar de hand boven het hoofd.', 'A fixed group uses several premises or companies and covers for each other.',
     'De groep heeft minder plekken om vanuit te werken|Wie wil stoppen krijgt die kans', 'The group has fewer places to work from|Whoever wants to stop gets that chance',
     'Per plek optreden en per huishouden hulp aanbieden', 'Act per place and offer help per household', 'handelsregister kadaster vergunningen politie', 'integrale-controle bibob keukentafelgesprek', 'Bepalen welke feiten per plek, en niet per familie, bekend zijn', 'Determine which facts are known per place, not per family'),
    ('aanwas', 'Jongeren worden hier geworven voor hand- en spandiensten.', 'Young people are recruited here for odd jobs in crime.',
     'Werving op deze plek stopt|Jongeren en ouders hebben een aanspreekpunt', 'Recruiting at this place stops|Young people and parents have someone to turn to',
     'De plek aanpakken en jongeren een alternatief bieden', 'Tackle the place and offer young people an alternative', 'sociaal handhaving open', 'keukentafelgesprek stopgesprek voorlichting', 'School, jongerenwerk en wijkteam bij elkaar brengen', 'Bring school, youth work and district team together'),
    ('cybercrime', 'Vanaf deze plek of met deze onderneming wordt online opgelicht of geld doorgesluisd.', 'Online fraud or money muling happens from this place or with this company.',
     'De legale schijn valt weg|Bewoners en ondernemers herkennen de truc', 'The legal front falls away|Residents and entrepreneurs recognise the trick',
     'Overdragen wat strafrechtelijk is, en de lokale gelegenheid wegnemen', 'Hand over what is criminal, and take away the local opportunity', 'handelsregister brp politie open', 'adresonderzoek stopgesprek voorlichting', 'Nagaan welke meldingen al bij de politie liggen', 'Check which reports the police already have'),
    ('ondernemer', 'Deze onderneming dient een ander doel dan zij opgeeft.', 'This company serves another purpose than it states.',
     'De onderneming houdt zich aan de regels of is gestopt|Vergunningen gaan alleen naar wie daarvoor in aanmerking komt', 'The company keeps to the rules or has stopped|Permits go only to who qualifies',
     'Stap voor stap controleren en elke overtreding een gevolg geven', 'Inspect step by step and give every violation a consequence', 'handelsregister vergunningen handhaving woz', 'integrale-controle bibob vergunning-intrekken', 'De bedrijfsvoering vergelijken met wat is opgegeven', 'Compare how it is run with what was declared')),
taal (nl) as (values (true), (false)),
inhoud as (
    select t.code, taal.nl, jsonb_build_object(
        'hypothese', case when taal.nl then t.hyp_nl else t.hyp_en end,
        'doelen', to_jsonb(string_to_array(case when taal.nl then t.doel_nl else t.doel_en end, '|')),
        'strategieen', to_jsonb(array[case when taal.nl then t.str_nl else t.str_en end]),
        'bronnen', (select jsonb_agg(jsonb_build_object('bronsoort', b.code, 'vraag', case when taal.nl then b.vraag_nl else b.vraag_en end, 'grondslag', case when taal.nl then b.grond_nl else b.grond_en end) order by w.nr)
                      from unnest(string_to_array(t.bronnen, ' ')) with ordinality w (code, nr) join bron b on b.code = w.code),
        'interventies', (select jsonb_agg(jsonb_build_object('type', i.code, 'omschrijving', case when taal.nl then i.nl else i.en end) order by w.nr)
                           from unnest(string_to_array(t.ingrepen, ' ')) with ordinality w (code, nr) join ingreep i on i.code = w.code),
        'stappen', case when taal.nl
            then jsonb_build_array(jsonb_build_object('wat', 'De eigen bronnen bevragen en het beeld schrijven', 'dagen', 14), jsonb_build_object('wat', t.stap_nl, 'dagen', 21),
                                   jsonb_build_object('wat', 'Het plan in het kernteam bespreken', 'dagen', 28), jsonb_build_object('wat', 'Nagaan wat de interventies hebben opgeleverd', 'dagen', 90))
            else jsonb_build_array(jsonb_build_object('wat', 'Ask our own sources and write the picture', 'dagen', 14), jsonb_build_object('wat', t.stap_en, 'dagen', 21),
                                   jsonb_build_object('wat', 'Discuss the plan in the core team', 'dagen', 28), jsonb_build_object('wat', 'See what the interventions brought about', 'dagen', 90)) end) as wat
      from thema t cross join taal)
insert into aanpak.standaardsjabloon (thema, inhoud_nl, inhoud_en)
select nl.code, nl.wat, en.wat from inhoud nl join inhoud en on en.code = nl.code and not en.nl where nl.nl;

delete from aanpak.standaardcriterium;
insert into aanpak.standaardcriterium (id, volgorde, naam_nl, naam_en, vraag_nl, vraag_en, treden_nl, treden_en) values
    ('c0000000-0000-4000-8000-000000000001', 1, 'Ernst', 'Seriousness', 'Hoe groot is de schade of het gevaar voor mensen en omgeving als dit doorgaat?', 'How great is the harm or danger to people and surroundings if this goes on?',
     '{Groot,Aanzienlijk,Beperkt}', '{Great,Considerable,Limited}'),
    ('c0000000-0000-4000-8000-000000000002', 2, 'Urgentie', 'Urgency', 'Wat gaat er verloren als we wachten?', 'What is lost if we wait?',
     '{"Nu handelen","Binnen enkele weken","Kan wachten"}', '{"Act now","Within a few weeks","Can wait"}'),
    ('c0000000-0000-4000-8000-000000000003', 3, 'Invloed van de gemeente', 'Influence of the municipality', 'Heeft de gemeente een bevoegdheid die de situatie verandert?', 'Has the municipality a power that changes the situation?',
     '{"Eigen bevoegdheid","Samen met partners","Nauwelijks"}', '{"A power of its own","Together with partners","Hardly"}'),
    ('c0000000-0000-4000-8000-000000000004', 4, 'Kans op resultaat', 'Chance of a result', 'Hoe aannemelijk is het dat wat we doen blijvend werkt?', 'How likely is it that what we do works for good?',
     '{Groot,Redelijk,Klein}', '{Great,Fair,Small}'),
    ('c0000000-0000-4000-8000-000000000005', 5, 'Capaciteit', 'Capacity', 'Hebben wij en onze partners de mensen en de tijd?', 'Have we and our partners the people and the time?',
     '{Beschikbaar,"Met verschuiven","Niet beschikbaar"}', '{Available,"By shifting work","Not available"}');

-- The criteria of the organisation, in its order: its own, or the shipped ones while it has said nothing.
create or replace function aanpak.criteria() returns table (id uuid, volgorde integer, naam_nl text, naam_en text, vraag_nl text, vraag_en text, treden_nl text[], treden_en text[])
language sql stable as $$
    select c.id, c.volgorde, c.naam_nl, c.naam_en, c.vraag_nl, c.vraag_en, c.treden_nl, c.treden_en from aanpak.criterium c
     where c.organisatie = basis.organisatie() and c.volgorde is not null
    union all
    select s.id, s.volgorde, s.naam_nl, s.naam_en, s.vraag_nl, s.vraag_en, s.treden_nl, s.treden_en from aanpak.standaardcriterium s
     where not exists (select from aanpak.criterialijst l where l.organisatie = basis.organisatie())
$$;

-- ---- what casussen have in common ----------------------------------------------------------------------------------------

-- The facts of casussen that the asker may see, each with what it is compared by. Runs as the asker, over his audiences only:
-- what stands in a file or compartment he may not know of is not there. Nothing of the Bibob Act or the WGS: that leaves its
-- inquiry in no form. `persoon`: the data subject whom the fact shows.
create or replace function aanpak.feiten() returns table (casus uuid, soort text, sleutel text, wat text, persoon uuid) language sql stable as $$
    with genoemd as (
        select coalesce(s.casus, v.dossier) as casus, v.soort, v.tekst, v.entiteit, v.id, e.sleutel
          from entiteit.vermelding v left join signaal.signaal s on s.organisatie = v.organisatie and s.id = v.dossier
          left join entiteit.entiteit e on e.organisatie = v.organisatie and e.id = v.entiteit
         where v.organisatie = basis.organisatie() and v.zicht = any (toegang.mijn_zichten()) and v.regime not in ('bibob', 'wgs')),
    plek as (
        select s.casus, s.nummeraanduiding, s.adres_tekst as wat from signaal.signaal s
         where s.organisatie = basis.organisatie() and s.zicht = any (toegang.mijn_zichten()) and s.regime not in ('bibob', 'wgs') and s.casus is not null and s.nummeraanduiding is not null
        union
        select g.casus, g.sleutel, g.tekst from genoemd g where g.soort = 'adres' and g.sleutel ~ '^[0-9]{16}$')
    select p.casus, 'adres', p.nummeraanduiding, min(p.wat), null::uuid from plek p group by 1, 3
    union all
    select g.casus, g.soort, coalesce(g.sleutel, g.entiteit::text), min(g.tekst), case when g.soort in ('persoon', 'bedrijf') then g.entiteit end
      from genoemd g where g.soort <> 'adres' and g.entiteit is not null group by g.casus, g.soort, 3, g.entiteit
    union all
    select distinct g.casus, 'branche', register.branche_van(o.sbi[1], o.sbi_uitgave[1])::text, null::text, null::uuid
      from genoemd g join register.onderneming o on o.kvk_nummer = case when g.sleutel ~ '^[0-9]{8}$' then g.sleutel::integer end and o.tot is null
     where g.soort = 'bedrijf' and register.branche_van(o.sbi[1], o.sbi_uitgave[1]) not in (0, 12)
    union all
    select distinct p.casus, 'buurt', b.code, b.naam, null::uuid
      from plek p join register.kaartobject k on k.nummeraanduiding = p.nummeraanduiding::bigint and k.tot is null
      join register.gebied b on b.soort = 'buurt' and b.jaar = register.gebiedjaar('buurt', basis.vandaag()) and public.st_contains(b.geometrie, k.plek)
    union all
    select distinct i.casus, 'interventie', i.type, null::text, null::uuid from interventie.interventie i
     where i.organisatie = basis.organisatie() and i.zicht = any (toegang.mijn_zichten()) and i.status <> 'vervallen'
    union all
    select c.id, 'thema', c.thema, null, null from casus.casus c where c.organisatie = basis.organisatie() and c.zicht = any (toegang.mijn_zichten())
$$;

-- Which words of a text stand in what this casus says of people, companies, places and things, or are its kenmerk: what the
-- text would be recognised by. Over what the asker may see. Words of four letters and more that a mention does not share with
-- half the language; numbers without what stands between their digits.
create or replace function casus.herkenbaar(casus_in uuid, tekst text) returns table (soort text, woord text) language sql stable as $$
    with bron as (
        select v.soort, v.tekst as t, v.sleutel as s from entiteit.vermelding v
         where v.organisatie = basis.organisatie() and v.zicht = any (toegang.mijn_zichten())
           and v.dossier = any (array(select casus_in union all select s.id from signaal.signaal s where s.organisatie = basis.organisatie() and s.casus = casus_in))
        union all
        select 'adres', s.adres_tekst, null from signaal.signaal s
         where s.organisatie = basis.organisatie() and s.zicht = any (toegang.mijn_zichten()) and s.casus = casus_in and s.adres_tekst is not null
        union all
        select 'kenmerk', c.kenmerk, c.kenmerk from casus.casus c where c.organisatie = basis.organisatie() and c.zicht = any (toegang.mijn_zichten()) and c.id = casus_in
        union all
        select 'kenmerk', s.kenmerk, s.kenmerk from signaal.signaal s where s.organisatie = basis.organisatie() and s.zicht = any (toegang.mijn_zichten()) and s.casus = casus_in),
    woorden as (
        select b.soort, w from bron b cross join lateral unnest(string_to_array(betrokkene.vouw(b.t), ' ')) w
         where b.soort <> 'kenmerk' and length(w) >= 4 and w !~ '^[0-9]+$'
           and w <> all (array['straat', 'laan', 'plein', 'kade', 'loods', 'pand', 'zaak', 'bedrijf', 'huurder', 'eigenaar', 'bewoner', 'onbekend', 'onbekende', 'witte', 'zwarte', 'grijze',
                               'auto', 'busje', 'bestelbus', 'naast', 'achter', 'tegenover', 'boven', 'woning', 'winkel', 'meneer', 'mevrouw', 'broer', 'zoon', 'dochter', 'holding', 'beheer', 'vastgoed', 'transport', 'handel']))
    select distinct w.soort, w.w from woorden w where ' ' || betrokkene.vouw(tekst) || ' ' like '% ' || w.w || ' %'
    union
    select b.soort, coalesce(b.s, b.t) from bron b
     where length(betrokkene.kern(coalesce(b.s, ''))) >= 4 and strpos(replace(betrokkene.vouw(tekst), ' ', ''), betrokkene.kern(b.s)) > 0 and b.soort <> 'adres'
$$;
