-- SPDX-License-Identifier: EUPL-1.2
-- Roles, rights and processing activities as data. Roles and rights are today's truth and are written again; a version
-- of an activity is never changed.
set local role eigenaar;

insert into toegang.rol (code, naam_nl, naam_en, volgorde) values
    ('coordinator', 'Coördinator ondermijning', 'Coordinator', 1),
    ('informatieanalist', 'Informatieanalist', 'Information analyst', 2),
    ('toezichthouder', 'Toezichthouder', 'Inspector', 3),
    ('jurist', 'Handhavingsjurist', 'Enforcement lawyer', 4),
    ('bibob', 'Bibob-coördinator', 'Bibob coordinator', 5),
    ('deelnemer', 'Deelnemer kernteam', 'Core team member', 6),
    ('beleid', 'Beleidsadviseur', 'Policy adviser', 7),
    ('communicatie', 'Communicatieadviseur', 'Communications adviser', 8),
    ('burgemeester', 'Burgemeester', 'Mayor', 9),
    ('partner', 'Partner', 'Partner', 10),
    ('privacy', 'Privacy officer', 'Privacy officer', 11),
    ('archivaris', 'Archivaris', 'Archivist', 12),
    ('beheer', 'Functioneel beheerder', 'Functional administrator', 13),
    ('techniek', 'Technisch beheerder', 'Technical administrator', 14),
    ('melder', 'Collega-melder', 'Reporting colleague', 15),
    ('regio-analist', 'RIEC-analist', 'Regional analyst', 16),
    ('regio-regisseur', 'Casusregisseur regio', 'Regional case lead', 17)
on conflict (code) do update set naam_nl = excluded.naam_nl, naam_en = excluded.naam_en, volgorde = excluded.volgorde;

insert into toegang.recht (code, naam_nl, naam_en) values
    ('signaal.lezen', 'Signalen lezen', 'Read signals'),
    ('signaal.schrijven', 'Signalen vastleggen en wijzigen', 'Record and change signals'),
    ('signaal.wegen', 'Signalen wegen', 'Weigh signals'),
    ('melder.zien', 'De melder van een signaal zien', 'See the reporter of a signal'),
    ('bsn.zien', 'Een burgerservicenummer zien', 'See a citizen service number'),
    ('casus.lezen', 'Casussen lezen', 'Read cases'),
    ('casus.openen', 'Een casus openen', 'Open a case'),
    ('casus.schrijven', 'Casussen bijwerken', 'Change cases'),
    ('casus.verstrekken', 'Een afschrift uit een casus geven', 'Give an extract of a case'),
    ('casus.sluiten', 'Een casus afronden', 'Close a case'),
    ('casus.heropenen', 'Een casus heropenen', 'Reopen a case'),
    ('toets.besluiten', 'Over een privacytoets besluiten', 'Decide a privacy check'),
    ('actie.zien', 'Acties zien en afvinken', 'See actions and tick them off'),
    ('actie.schrijven', 'Acties vastleggen en wijzigen', 'Record and change actions'),
    ('vraag.beantwoorden', 'Vragen als partner beantwoorden', 'Answer questions as a partner'),
    ('interventie.schrijven', 'Interventies vastleggen', 'Record interventions'),
    ('aanpak.zien', 'Sjablonen, criteria en lessen zien', 'See templates, criteria and lessons'),
    ('aanpak.beheren', 'Sjablonen en criteria vaststellen', 'Set templates and criteria'),
    ('register.zoeken', 'Adressen opzoeken', 'Look up addresses'),
    ('kaart.zien', 'De kaart en lijsten van gebieden zien', 'See the map and lists of areas'),
    ('bedrijf.zien', 'Bedrijven in het Handelsregister zien', 'See companies in the trade register'),
    ('gemeenteregister.zien', 'Registers van de eigen organisatie zien', 'See registers of the own organisation'),
    ('zoeken', 'Zoeken in registers en dossiers', 'Search registers and files'),
    ('netwerk.zien', 'Verbanden in een netwerk zien', 'See connections in a network'),
    ('overleg.zien', 'Aan overleggen deelnemen', 'Take part in meetings'),
    ('overleg.leiden', 'Een overleg voorbereiden en leiden', 'Prepare and lead a meeting'),
    ('cijfers.zien', 'Cijfers zien', 'See figures'),
    ('gebruikers.zien', 'Collega''s zien', 'See colleagues'),
    ('beheer.gebruikers', 'Gebruikers beheren', 'Manage users'),
    ('noodtoegang.openen', 'Noodtoegang openen', 'Open emergency access'),
    ('noodtoegang.beoordelen', 'Noodtoegang beoordelen', 'Judge emergency access'),
    ('inzagen.zien', 'Zien wie een dossier zag', 'See who saw a file'),
    ('inzagen.alle', 'Zien wie wat zag, zonder de inhoud', 'See who saw what, without the content'),
    ('toezicht.zien', 'Zien wat te laat is en wat verstrekt werd, zonder de inhoud', 'See what is overdue and what was disclosed, without the content'),
    ('incidenten.zien', 'Incidenten zien', 'See incidents'),
    ('kenmerken.beheren', 'Eigen kenmerken van collega''s vastleggen', 'Record the own marks of colleagues'),
    ('verzoek.behandelen', 'Verzoeken van betrokkenen behandelen', 'Handle requests of data subjects'),
    ('verwerkingen.zien', 'Het register van verwerkingen zien', 'See the register of processing activities'),
    ('archief.lezen', 'Zien wat vernietigd moet worden', 'See what is due for destruction'),
    ('archief.regels', 'Bewaartermijnen vaststellen', 'Set retention terms'),
    ('archief.blokkeren', 'Vernietiging blokkeren', 'Block destruction'),
    ('archief.lijst', 'Een vernietigingslijst maken en uitvoeren', 'Make and carry out a destruction list'),
    ('archief.goedkeuren', 'Een vernietigingslijst goedkeuren', 'Approve a destruction list')
on conflict (code) do update set naam_nl = excluded.naam_nl, naam_en = excluded.naam_en;

delete from toegang.rol_recht;
insert into toegang.rol_recht (rol, recht)
select r.rol, unnest(string_to_array(r.rechten, ' ')) from (values
    ('coordinator', 'casus.verstrekken bsn.zien signaal.lezen signaal.schrijven signaal.wegen melder.zien casus.lezen casus.openen casus.schrijven casus.sluiten casus.heropenen toets.besluiten interventie.schrijven register.zoeken kaart.zien bedrijf.zien gemeenteregister.zien cijfers.zien gebruikers.zien verwerkingen.zien noodtoegang.openen inzagen.zien archief.lezen archief.blokkeren archief.lijst archief.goedkeuren'),
    ('informatieanalist', 'casus.verstrekken bsn.zien noodtoegang.openen signaal.lezen signaal.schrijven signaal.wegen casus.lezen casus.openen casus.schrijven interventie.schrijven register.zoeken kaart.zien bedrijf.zien gemeenteregister.zien cijfers.zien gebruikers.zien verwerkingen.zien'),
    ('toezichthouder', 'signaal.lezen signaal.schrijven casus.lezen interventie.schrijven register.zoeken kaart.zien bedrijf.zien gemeenteregister.zien gebruikers.zien verwerkingen.zien'),
    ('jurist', 'casus.verstrekken bsn.zien archief.blokkeren noodtoegang.openen casus.lezen casus.schrijven toets.besluiten interventie.schrijven register.zoeken kaart.zien bedrijf.zien gemeenteregister.zien gebruikers.zien verwerkingen.zien'),
    ('bibob', 'casus.lezen interventie.schrijven register.zoeken kaart.zien bedrijf.zien gemeenteregister.zien gebruikers.zien verwerkingen.zien'),
    ('deelnemer', 'signaal.lezen signaal.schrijven casus.lezen casus.schrijven interventie.schrijven register.zoeken kaart.zien bedrijf.zien gemeenteregister.zien gebruikers.zien verwerkingen.zien'),
    ('beleid', 'cijfers.zien verwerkingen.zien gebruikers.zien'),
    ('communicatie', 'verwerkingen.zien gebruikers.zien'),
    ('burgemeester', 'noodtoegang.openen casus.lezen cijfers.zien verwerkingen.zien gebruikers.zien'),
    ('partner', 'casus.lezen verwerkingen.zien'),
    ('privacy', 'archief.lezen archief.blokkeren archief.goedkeuren verwerkingen.zien gebruikers.zien noodtoegang.beoordelen inzagen.alle toezicht.zien incidenten.zien kenmerken.beheren register.zoeken verzoek.behandelen'),
    ('archivaris', 'archief.lezen archief.regels archief.blokkeren archief.lijst archief.goedkeuren verwerkingen.zien gebruikers.zien'),
    ('beheer', 'gebruikers.zien beheer.gebruikers kenmerken.beheren register.zoeken verwerkingen.zien'),
    ('techniek', 'verwerkingen.zien'),
    ('melder', 'register.zoeken verwerkingen.zien'),
    ('regio-analist', 'cijfers.zien verwerkingen.zien gebruikers.zien'),
    ('regio-regisseur', 'casus.lezen cijfers.zien verwerkingen.zien gebruikers.zien')) r (rol, rechten);
-- Whoever may look something up or read files may search in it.
insert into toegang.rol_recht (rol, recht)
select distinct rol, 'zoeken' from toegang.rol_recht where recht in ('register.zoeken', 'signaal.lezen', 'casus.lezen');

-- Whoever may be asked to do something sees what he was asked; who works in a dossier asks it.
insert into toegang.rol_recht (rol, recht)
select unnest(array['coordinator', 'informatieanalist', 'toezichthouder', 'jurist', 'bibob', 'deelnemer', 'beleid', 'communicatie', 'burgemeester', 'partner', 'regio-regisseur']), 'actie.zien'
union all
select unnest(array['coordinator', 'informatieanalist', 'toezichthouder', 'jurist', 'bibob', 'deelnemer']), 'actie.schrijven';

-- How this organisation works, and what it learnt, is for all who work here; a partner works elsewhere.
insert into toegang.rol_recht (rol, recht) select code, 'aanpak.zien' from toegang.rol where code <> 'partner';
insert into toegang.rol_recht (rol, recht) select unnest(array['coordinator', 'beheer']), 'aanpak.beheren';
insert into toegang.rol_recht (rol, recht) values ('partner', 'vraag.beantwoorden');

-- Who makes the picture of a casus may see what hangs together.
insert into toegang.rol_recht (rol, recht) select unnest(array['coordinator', 'informatieanalist', 'jurist', 'deelnemer']), 'netwerk.zien';

-- Who may be asked to the table, and who may make one.
insert into toegang.rol_recht (rol, recht)
select unnest(array['coordinator', 'informatieanalist', 'toezichthouder', 'jurist', 'bibob', 'deelnemer', 'burgemeester', 'partner', 'beleid']), 'overleg.zien';
insert into toegang.rol_recht (rol, recht) select unnest(array['coordinator', 'informatieanalist']), 'overleg.leiden';

insert into logboek.activiteit (id, code, versie, versie_uri, naam_nl, naam_en, doel, grondslag_avg, grondslag_wet, regime,
    betrokkenen, gegevens, ontvangers, bewaartermijn, vertrouwelijk, geldig_van) values
    (1, 'signalen-wegen', 1, 'urn:damwand:verwerkingsactiviteit:signalen-wegen:1', 'Signalen ontvangen en wegen', 'Receiving and weighing signals',
     'Beoordelen of een signaal op ondermijning wijst, of de gemeente een rol heeft en hoe zwaar het is.', 'AVG art. 6 lid 1 onder e',
     'Gemeentewet art. 172; wettelijke taken per bevoegdheid', 'avg', '{melders,genoemde personen,ondernemers}', '{naam,contact,omschrijving,adres,kenteken,telefoon}', '{kernteam}', '5 years', true, '2024-01-01'),
    (2, 'casus-behandelen', 1, 'urn:damwand:verwerkingsactiviteit:casus-behandelen:1', 'Casussen behandelen', 'Handling cases',
     'Een beeld vormen, een plan maken en interventies afstemmen op één situatie onder regie van de gemeente.', 'AVG art. 6 lid 1 onder e',
     'Gemeentewet art. 172; wettelijke taken per bevoegdheid', 'avg', '{betrokkenen bij een casus,ondernemers}', '{naam,rol,feiten met bron,adres,onderneming}', '{kernteam,partners per casus}', '5 years', true, '2024-01-01'),
    (3, 'bronnen-bevragen', 1, 'urn:damwand:verwerkingsactiviteit:bronnen-bevragen:1', 'Bronnen en partners bevragen', 'Consulting sources and partners',
     'Informatie opvragen bij eigen registraties en bij partners, elk onder het eigen regime.', 'AVG art. 6 lid 1 onder e',
     'Per bron vastgelegd bij de bevraging', 'avg', '{betrokkenen bij een casus}', '{vraag,antwoord,bron,grondslag}', '{kernteam}', '5 years', true, '2024-01-01'),
    (4, 'interventies-uitvoeren', 1, 'urn:damwand:verwerkingsactiviteit:interventies-uitvoeren:1', 'Interventies uitvoeren', 'Carrying out interventions',
     'Afgesproken maatregelen uitvoeren en het resultaat vastleggen.', 'AVG art. 6 lid 1 onder c en e',
     'Opiumwet art. 13b; APV; Gemeentewet art. 125; Wet Bibob', 'avg', '{betrokkenen bij een casus,ondernemers}', '{maatregel,resultaat,termijn}', '{kernteam,uitvoerders}', '10 years', true, '2024-01-01'),
    (5, 'registers-raadplegen', 1, 'urn:damwand:verwerkingsactiviteit:registers-raadplegen:1', 'Adressen en gebouwen raadplegen', 'Consulting addresses and buildings',
     'Een adres of gebouw aanwijzen in de Basisregistratie Adressen en Gebouwen.', 'AVG art. 6 lid 1 onder e',
     'Wet basisregistratie adressen en gebouwen', 'openbaar', '{}', '{adres,gebouw}', '{eigen organisatie}', '6 months', false, '2024-01-01'),
    (31, 'handelsregister-raadplegen', 1, 'urn:damwand:verwerkingsactiviteit:handelsregister-raadplegen:1', 'Bedrijven raadplegen', 'Consulting companies',
     'Zien welke bedrijven op een adres staan of stonden en waar een bedrijf vandaan komt, om een signaal of casus te beoordelen.', 'AVG art. 6 lid 1 onder e',
     'Handelsregisterwet 2007 art. 21 en 30', 'avg', '{ondernemers}', '{handelsnaam,KVK-nummer,adres,activiteit,rechtsvorm}', '{eigen organisatie}', '6 months', false, '2024-01-01'),
    (43, 'gemeenteregisters-raadplegen', 1, 'urn:damwand:verwerkingsactiviteit:gemeenteregisters-raadplegen:1', 'Eigen registers raadplegen', 'Consulting own registers',
     'Zien welke vergunningen, transacties en andere registraties van de gemeente over een pand of bedrijf gaan, om een signaal of casus te beoordelen.', 'AVG art. 6 lid 1 onder e',
     'Gemeentewet art. 172; per register vastgelegd in de mapping', 'avg', '{houders,eigenaren,ondernemers}', '{naam,adres,KVK-nummer,kenteken,velden per register}', '{eigen organisatie}', '5 years', false, '2024-01-01'),
    (6, 'cijfers-maken', 1, 'urn:damwand:verwerkingsactiviteit:cijfers-maken:1', 'Cijfers en verantwoording', 'Figures and accountability',
     'Tellen hoeveel signalen, casussen en interventies er zijn, zonder personen.', 'AVG art. 6 lid 1 onder e',
     'Gemeentewet art. 169 en 180', 'avg', '{}', '{aantallen}', '{raad,college,burgemeester}', '5 years', false, '2024-01-01'),
    (7, 'toegang-beheren', 1, 'urn:damwand:verwerkingsactiviteit:toegang-beheren:1', 'Toegang en beveiliging', 'Access and security',
     'Aanmelden, rechten toekennen en vastleggen wie wat deed.', 'AVG art. 6 lid 1 onder c en e',
     'AVG art. 32; BIO2 5.17, 8.15', 'avg', '{medewerkers}', '{naam,gebruikersnaam,rollen,aanmeldingen}', '{functioneel beheer,privacy officer}', '3 years', false, '2024-01-01'),
    (8, 'archiveren-vernietigen', 1, 'urn:damwand:verwerkingsactiviteit:archiveren-vernietigen:1', 'Archiveren en vernietigen', 'Archiving and destruction',
     'Afgeronde dossiers bewaren zolang het moet en daarna vernietigen.', 'AVG art. 6 lid 1 onder c',
     'Archiefwet art. 3 en 5; Selectielijst gemeenten 2020', 'avg', '{betrokkenen bij een casus}', '{dossier}', '{archivaris}', '5 years', true, '2024-01-01'),
    (26, 'toegang-bewaken', 1, 'urn:damwand:verwerkingsactiviteit:toegang-bewaken:1', 'Misbruik van toegang herkennen', 'Recognising misuse of access',
     'Zien dat iemand dossiers opent of zoekt over zichzelf of zijn naasten, zodat een mens het kan wegen.', 'AVG art. 6 lid 1 onder c en e',
     'AVG art. 5 lid 1 onder f en art. 32; BIO2 8.15, 8.16', 'avg', '{medewerkers}', '{familienamen en adressen als versleutelde hash,gebruik}', '{privacy officer}', '3 years', true, '2024-01-01'),
    (23, 'betrokkenen-informeren', 1, 'urn:damwand:verwerkingsactiviteit:betrokkenen-informeren:1', 'Betrokkenen informeren', 'Informing data subjects',
     'Wie in een casus genoemd wordt laten weten dat zijn gegevens worden gebruikt, of vastleggen waarom dat wordt uitgesteld of nagelaten.', 'AVG art. 6 lid 1 onder c',
     'AVG art. 14; UAVG art. 41', 'avg', '{genoemde personen}', '{naam,adres,besluit,weging}', '{betrokkene}', '5 years', true, '2024-01-01'),
    (24, 'gegevens-verstrekken', 1, 'urn:damwand:verwerkingsactiviteit:gegevens-verstrekken:1', 'Gegevens verstrekken aan anderen', 'Disclosing data to others',
     'Een partner of andere overheid voor een vastgelegd doel een afschrift uit een casus geven, en haar laten weten wat daarna wijzigt.', 'AVG art. 6 lid 1 onder c en e',
     'Per verstrekking vastgelegd; AVG art. 5 lid 1 onder d en art. 19', 'avg', '{betrokkenen bij een casus}', '{naam,rol,feiten,antwoorden van bronnen,maatregelen}', '{partners,andere overheden}', '5 years', true, '2024-01-01'),
    (30, 'verzoeken-behandelen', 1, 'urn:damwand:verwerkingsactiviteit:verzoeken-behandelen:1', 'Verzoeken van betrokkenen behandelen', 'Handling requests of data subjects',
     'Vaststellen wie om gegevens vraagt, nagaan wat er over diegene is vastgelegd, daarover besluiten en het besluit sturen.', 'AVG art. 6 lid 1 onder c',
     'AVG art. 12, 15 tot en met 18 en 21; UAVG art. 34 en 41', 'avg', '{verzoekers,genoemde personen}', '{naam,adres,verzoek,gevonden gegevens,besluit}', '{privacy officer,verzoeker}', '5 years', true, '2024-01-01'),
    (96, 'aanpak-verbeteren', 1, 'urn:damwand:verwerkingsactiviteit:aanpak-verbeteren:1', 'De aanpak verbeteren', 'Improving the approach',
     'Vaststellen hoe casussen worden aangepakt en geordend, en lessen delen die niet tot een casus of een persoon herleiden.', 'AVG art. 6 lid 1 onder e',
     'Gemeentewet art. 172', 'openbaar', '{}', '{sjablonen,criteria,lessen}', '{eigen organisatie}', '5 years', false, '2024-01-01'),
    (36, 'zoeken', 1, 'urn:damwand:verwerkingsactiviteit:zoeken:1', 'Zoeken in registers en dossiers', 'Searching registers and files',
     'Terugvinden wat de zoeker al mag zien: een adres, of een dossier op kenmerk, titel of werknaam.', 'AVG art. 6 lid 1 onder e',
     'Gemeentewet art. 172; wettelijke taken per bevoegdheid', 'avg', '{betrokkenen bij een dossier}', '{kenmerk,titel,adres,zoekterm als versleutelde hash}', '{eigen organisatie}', '6 months', false, '2024-01-01'),
    (40, 'netwerk-analyseren', 1, 'urn:damwand:verwerkingsactiviteit:netwerk-analyseren:1', 'Verbanden zichtbaar maken', 'Making connections visible',
     'Zien hoe personen, bedrijven, adressen en dossiers die de vrager al mag zien met elkaar samenhangen, om een signaal of casus te beoordelen.', 'AVG art. 6 lid 1 onder e',
     'Gemeentewet art. 172; wettelijke taken per bevoegdheid', 'avg', '{betrokkenen bij een dossier,ondernemers}', '{vermelding,verband,bron,datum,betrouwbaarheid}', '{eigen organisatie,kernteam}', '5 years', true, '2024-01-01'),
    (47, 'overleg-voeren', 1, 'urn:damwand:verwerkingsactiviteit:overleg-voeren:1', 'Overleg voeren', 'Holding meetings',
     'Signalen en casussen samen bespreken en wegen, met aan ieder alleen wat de privacytoets hem toestaat, en vastleggen wie wat hoorde en wat besloten is.', 'AVG art. 6 lid 1 onder e',
     'Gemeentewet art. 172; wettelijke taken per bevoegdheid', 'avg', '{genoemde personen,ondernemers,deelnemers}', '{agenda,besproken onderdelen,besluit,standpunt,aanwezigheid}', '{deelnemers aan het overleg}', '5 years', true, '2024-01-01')
on conflict (id) do nothing;
insert into logboek.activiteit (id, code, versie, versie_uri, naam_nl, naam_en, doel, grondslag_avg, grondslag_wet, regime,
    betrokkenen, gegevens, ontvangers, bewaartermijn, vertrouwelijk, geldig_van) values
    (93, 'acties-volgen', 1, 'urn:damwand:verwerkingsactiviteit:acties-volgen:1', 'Acties bijhouden', 'Keeping track of actions',
     'Zien wat er in een dossier of overleg is afgesproken, wie het doet, voor wanneer, en wat ervan kwam.', 'AVG art. 6 lid 1 onder e',
     'Gemeentewet art. 172; wettelijke taken per bevoegdheid', 'avg', '{medewerkers,betrokkenen bij een dossier}', '{omschrijving,eigenaar,datum,resultaat}', '{wie de actie doet,kernteam}', '5 years', true, '2024-01-01'),
    (95, 'vragen-beantwoorden', 1, 'urn:damwand:verwerkingsactiviteit:vragen-beantwoorden:1', 'Vragen van de gemeente beantwoorden', 'Answering questions of the municipality',
     'Als partner zien wat er gevraagd en gedeeld is, en zeggen of er iets bekend is en wat.', 'AVG art. 6 lid 1 onder e',
     'Per bron vastgelegd bij de bevraging', 'avg', '{betrokkenen bij een casus}', '{vraag,gedeelde gegevens,antwoord}', '{partner,kernteam}', '5 years', true, '2024-01-01')
on conflict (id) do nothing;
insert into logboek.activiteit (id, code, versie, versie_uri, naam_nl, naam_en, doel, grondslag_avg, grondslag_wet, regime,
    betrokkenen, gegevens, ontvangers, bewaartermijn, vertrouwelijk, geldig_van) values
    (81, 'gebieden-doorlopen', 1, 'urn:damwand:verwerkingsactiviteit:gebieden-doorlopen:1', 'Panden in een gebied doorlopen', 'Working through the buildings of an area',
     'Van panden en adressen in een gebied vastleggen wat daar is gezien, om te bepalen waar toezicht of een signaal nodig is.', 'AVG art. 6 lid 1 onder e',
     'Gemeentewet art. 172; wettelijke taken per bevoegdheid', 'avg', '{gebruikers van panden}', '{adres,gebruik,waarneming}', '{eigen organisatie}', '2 years', true, '2024-01-01')
on conflict (id) do nothing;
-- Purposes that somebody chooses: what is theirs opens under them only, and the files it is about are read under them.
insert into logboek.activiteit (id, code, versie, versie_uri, naam_nl, naam_en, doel, grondslag_avg, grondslag_wet, regime,
    betrokkenen, gegevens, ontvangers, bewaartermijn, vertrouwelijk, geldig_van, naast) values
    (11, 'bibob-onderzoek', 1, 'urn:damwand:verwerkingsactiviteit:bibob-onderzoek:1', 'Bibob-onderzoek doen', 'Bibob inquiry',
     'Beoordelen of een vergunning, subsidie, opdracht of vastgoedtransactie wordt misbruikt voor strafbare feiten.', 'AVG art. 6 lid 1 onder c en e; UAVG art. 33',
     'Wet Bibob art. 7a, 28 en 30', 'bibob', '{aanvragers,zakelijke relaties,vermogensverschaffers}', '{formuliergegevens,eigen bevindingen,advies van het Landelijk Bureau}', '{betrokkene,wie art. 28 lid 2 noemt}', '5 years', true, '2024-01-01',
     '{signalen-wegen,casus-behandelen,bronnen-bevragen,interventies-uitvoeren,cijfers-maken}'),
    (12, 'riec-samenwerking', 1, 'urn:damwand:verwerkingsactiviteit:riec-samenwerking:1', 'Samenwerken in het RIEC', 'Co-operation in the RIEC',
     'Georganiseerde criminaliteit die de legale wereld gebruikt samen met de deelnemers van het RIEC bestrijden.', 'AVG art. 6 lid 1 onder e; UAVG art. 33',
     'WGS hoofdstuk 2, paragraaf over de RIEC''s', 'wgs', '{betrokkenen bij een RIEC-casus}', '{casusgegevens,gegevens van deelnemers}', '{deelnemers van het RIEC}', '5 years', true, '2024-01-01',
     '{signalen-wegen,casus-behandelen,bronnen-bevragen,interventies-uitvoeren,cijfers-maken}')
on conflict (id) do nothing;

-- What one searches for people for: the work itself, or a purpose that was chosen.
update logboek.activiteit a set naast = naast || '{zoeken}'
 where a.code in ('signalen-wegen', 'casus-behandelen', 'interventies-uitvoeren', 'bibob-onderzoek', 'riec-samenwerking') and not a.naast @> '{zoeken}';
-- What may also be done under a chosen purpose grows with the program; the purpose itself does not change.
update logboek.activiteit a set naast = naast || '{betrokkenen-informeren,gegevens-verstrekken}'
 where a.code in ('bibob-onderzoek', 'riec-samenwerking') and not a.naast @> '{betrokkenen-informeren,gegevens-verstrekken}';
update logboek.activiteit a set naast = naast || '{netwerk-analyseren}'
 where a.code in ('bibob-onderzoek', 'riec-samenwerking') and not a.naast @> '{netwerk-analyseren}';
update logboek.activiteit a set naast = naast || '{handelsregister-raadplegen}'
 where a.code in ('bibob-onderzoek', 'riec-samenwerking') and not a.naast @> '{handelsregister-raadplegen}';
update logboek.activiteit a set naast = naast || '{gemeenteregisters-raadplegen}'
 where a.code in ('bibob-onderzoek', 'riec-samenwerking') and not a.naast @> '{gemeenteregisters-raadplegen}';
update logboek.activiteit a set naast = naast || '{acties-volgen}'
 where a.code in ('bibob-onderzoek', 'riec-samenwerking') and not a.naast @> '{acties-volgen}';

update logboek.activiteit a set naast = naast || '{overleg-voeren}'
 where a.code in ('bibob-onderzoek', 'riec-samenwerking') and not a.naast @> '{overleg-voeren}';

insert into logboek.rol_activiteit (rol, activiteit)
select r.rol, unnest(string_to_array(r.activiteiten, ' ')) from (values
    ('coordinator', 'signalen-wegen casus-behandelen bronnen-bevragen interventies-uitvoeren registers-raadplegen handelsregister-raadplegen gemeenteregisters-raadplegen cijfers-maken toegang-beheren archiveren-vernietigen riec-samenwerking betrokkenen-informeren gegevens-verstrekken'),
    ('informatieanalist', 'signalen-wegen casus-behandelen bronnen-bevragen interventies-uitvoeren registers-raadplegen handelsregister-raadplegen gemeenteregisters-raadplegen cijfers-maken toegang-beheren betrokkenen-informeren gegevens-verstrekken'),
    ('toezichthouder', 'signalen-wegen casus-behandelen interventies-uitvoeren registers-raadplegen handelsregister-raadplegen gemeenteregisters-raadplegen toegang-beheren'),
    ('jurist', 'archiveren-vernietigen bibob-onderzoek casus-behandelen bronnen-bevragen interventies-uitvoeren registers-raadplegen handelsregister-raadplegen gemeenteregisters-raadplegen toegang-beheren betrokkenen-informeren gegevens-verstrekken'),
    ('bibob', 'bibob-onderzoek casus-behandelen interventies-uitvoeren registers-raadplegen handelsregister-raadplegen gemeenteregisters-raadplegen toegang-beheren'),
    ('deelnemer', 'signalen-wegen casus-behandelen bronnen-bevragen interventies-uitvoeren registers-raadplegen handelsregister-raadplegen gemeenteregisters-raadplegen toegang-beheren betrokkenen-informeren'),
    ('beleid', 'cijfers-maken toegang-beheren'),
    ('communicatie', 'toegang-beheren'),
    ('burgemeester', 'bibob-onderzoek casus-behandelen cijfers-maken toegang-beheren'),
    ('partner', 'casus-behandelen toegang-beheren'),
    ('privacy', 'toegang-beheren registers-raadplegen archiveren-vernietigen verzoeken-behandelen'),
    ('archivaris', 'archiveren-vernietigen toegang-beheren'),
    ('beheer', 'toegang-beheren registers-raadplegen'),
    ('techniek', 'toegang-beheren'),
    ('melder', 'registers-raadplegen toegang-beheren'),
    ('regio-analist', 'riec-samenwerking cijfers-maken toegang-beheren'),
    ('regio-regisseur', 'riec-samenwerking casus-behandelen cijfers-maken toegang-beheren')) r (rol, activiteiten)
on conflict do nothing;
insert into logboek.rol_activiteit (rol, activiteit) select rol, 'netwerk-analyseren' from toegang.rol_recht where recht = 'netwerk.zien' on conflict do nothing;
insert into logboek.rol_activiteit (rol, activiteit) select rol, 'vragen-beantwoorden' from toegang.rol_recht where recht = 'vraag.beantwoorden' on conflict do nothing;
insert into logboek.rol_activiteit (rol, activiteit) select rol, 'gebieden-doorlopen' from toegang.rol_recht where recht = 'kaart.zien' on conflict do nothing;
insert into logboek.rol_activiteit (rol, activiteit) select rol, 'acties-volgen' from toegang.rol_recht where recht = 'actie.zien' on conflict do nothing;
insert into logboek.rol_activiteit (rol, activiteit) select rol, 'overleg-voeren' from toegang.rol_recht where recht = 'overleg.zien' on conflict do nothing;
insert into logboek.rol_activiteit (rol, activiteit) select rol, 'aanpak-verbeteren' from toegang.rol_recht where recht = 'aanpak.zien' on conflict do nothing;
insert into logboek.rol_activiteit (rol, activiteit) select rol, 'zoeken' from toegang.rol_recht where recht = 'zoeken' on conflict do nothing;
-- Whoever works here may say what his own name and address are.
insert into logboek.rol_activiteit (rol, activiteit) select code, 'toegang-bewaken' from toegang.rol on conflict do nothing;
