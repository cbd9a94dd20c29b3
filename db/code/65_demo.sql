-- SPDX-License-Identifier: EUPL-1.2
-- The page of the demo users: who each role is and what to try (naam_nl, naam_en). Shown in a demo database only.
set local role eigenaar;
insert into basis.stamcode (lijst, code, naam_nl, naam_en, volgorde) values
    ('demo_rol', 'coordinator', 'Voert de regie over signalen en casussen. Weeg het nieuwe signaal over de loods aan de Staalstraat en open er een casus op.', 'Directs signals and cases. Weigh the new signal about the warehouse in Staalstraat and open a case on it.', 1),
    ('demo_rol', 'informatieanalist', 'Verrijkt signalen en vraagt bronnen op. Kijk bij de ligplaats aan de haven welke bronnen nog moeten antwoorden.', 'Enriches signals and consults sources. Look at the harbour berth and see which sources still have to answer.', 2),
    ('demo_rol', 'toezichthouder', 'Is buiten en legt vast wat er te zien is. Meld een nieuw signaal met een adres en een kenteken.', 'Works outdoors and records what is there to see. Report a new signal with an address and a number plate.', 3),
    ('demo_rol', 'jurist', 'Maakt besluiten die standhouden. Bekijk in de casus over de garage wat er bekend was op de dag van de controle.', 'Makes decisions that hold. In the case of the garage, see what was known on the day of the inspection.', 4),
    ('demo_rol', 'bibob', 'Toetst vergunningen en contracten. Vul bij het zorgbureau of de restaurants het resultaat van een onderzoek in.', 'Screens permits and contracts. Fill in the result of an investigation at the care company or the restaurants.', 5),
    ('demo_rol', 'deelnemer', 'Doet mee aan het kernteam namens een andere afdeling. Open een casus en schrijf een notitie op de tijdlijn.', 'Takes part in the core team for another department. Open a case and write a note on its timeline.', 6),
    ('demo_rol', 'beleid', 'Kijkt naar het geheel en ziet geen dossiers. Bekijk de cijfers per thema en per maand.', 'Looks at the whole and sees no files. View the figures by theme and by month.', 7),
    ('demo_rol', 'communicatie', 'Denkt mee over wat er naar buiten mag en ziet geen dossiers. Merk dat signalen en casussen hier niet bestaan.', 'Advises on what may be made public and sees no files. Notice that signals and cases do not exist here.', 8),
    ('demo_rol', 'burgemeester', 'Besluit over sluitingen en leest mee in de casussen waar zij lid van is. Lees het dossier over de garage.', 'Decides on closures and reads along in the cases she belongs to. Read the file about the garage.', 9),
    ('demo_rol', 'partner', 'Werkt bij de politie en ziet alleen de casussen waarvoor hij is uitgenodigd, zolang dat nodig is.', 'Works for the police and sees only the cases he was invited to, for as long as needed.', 10),
    ('demo_rol', 'privacy', 'Ziet erop toe dat gegevens goed worden gebruikt. Lees in het register met welk doel en op welke grond er wordt gewerkt.', 'Watches over the proper use of data. Read in the register for what purpose and on what ground the work is done.', 11),
    ('demo_rol', 'archivaris', 'Zorgt dat dossiers op tijd worden bewaard en vernietigd. Bekijk de bewaartermijnen in het register.', 'Sees to it that files are kept and destroyed on time. View the retention periods in the register.', 12),
    ('demo_rol', 'beheer', 'Beheert gebruikers en rollen, zonder in de dossiers te kunnen kijken.', 'Manages users and roles, without being able to look into the files.', 13),
    ('demo_rol', 'techniek', 'Houdt het systeem draaiend en ziet geen inhoud.', 'Keeps the system running and sees no content.', 14),
    ('demo_rol', 'melder', 'Is een collega die af en toe iets opvalt. Zoek een adres op; wat er met een melding gebeurt, ziet zij niet.', 'Is a colleague who sometimes notices something. Look up an address; what becomes of a report she does not see.', 15),
    ('demo_rol', 'regio-analist', 'Werkt voor het RIEC en ziet van de gemeente alleen cijfers.', 'Works for the regional centre and sees only figures of the municipality.', 16),
    ('demo_rol', 'regio-regisseur', 'Neemt zware casussen over voor de regio. Bekijk de casus die bij het RIEC is ingebracht.', 'Takes over heavy cases for the region. View the case that was put before the regional centre.', 17)
on conflict (lijst, code) do update set naam_nl = excluded.naam_nl, naam_en = excluded.naam_en, volgorde = excluded.volgorde;
