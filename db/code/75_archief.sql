-- SPDX-License-Identifier: EUPL-1.2
-- Forgetting: how long, what stands in the way, the lists, and how each table forgets. Runs as eigenaar and returns no content; what destroys is in
-- 76_vernietigen.sql.
set local role eigenaar;

-- ---- how long ---------------------------------------------------------------------------------------------------

-- What the product proposes (Selectielijst gemeenten 2020, recht.md §1.11); which row applies is the municipality's to say.
create or replace function archief.standaardregels(organisatie_in smallint, vanaf date) returns void language sql as $$
    insert into archief.bewaarregel (organisatie, soort, resultaat, geldig_van, termijn, grond, nummer) values
        (organisatie_in, 'casus', 'zonder_maatregel', vanaf, '5 years', 'Casus zonder maatregel: vijf jaar na afronding (toezicht uitgevoerd)', '12.1'),
        (organisatie_in, 'casus', 'met_maatregel', vanaf, '10 years', 'Casus met maatregel: tien jaar na afronding (handhaving uitgevoerd)', '12.2'),
        (organisatie_in, 'signaal', 'niet_opgepakt', vanaf, '1 year', 'Niet opgepakt signaal: een jaar na het besluit (afgebroken)', '12.3'),
        (organisatie_in, 'signaal', 'doorgestuurd', vanaf, '1 year', 'Doorgestuurd signaal: een jaar na het doorsturen (afgebroken)', '12.3'),
        (organisatie_in, 'signaal', 'duplicaat', vanaf, '1 year', 'Dubbel signaal: een jaar na het besluit (afgebroken)', '12.3'),
        (organisatie_in, 'signaal', 'afgehandeld', vanaf, '5 years', 'Afgehandeld signaal: vijf jaar na afhandeling (melding opgepakt)', '6.1'),
        (organisatie_in, 'verzoek', 'afgerond', vanaf, '5 years', 'Verzoek van een betrokkene: vijf jaar na het besluit', '6.1'),
        (organisatie_in, 'verzoek', 'ingetrokken', vanaf, '1 year', 'Ingetrokken verzoek van een betrokkene: een jaar (afgebroken)', '12.3'),
        (organisatie_in, 'aanmelding', 'gegevens', vanaf, '6 months', 'Aanmelding van een medewerker: zes maanden na de laatste handeling', '19.1.24'),
        (organisatie_in, 'logboek', 'audit', vanaf, '5 years', 'Auditlogboek: vijf jaar na de handeling', ''),
        (organisatie_in, 'logboek', 'verwerking', vanaf, '5 years', 'Verwerkingenlogboek: vijf jaar na de handeling', ''),
        (organisatie_in, 'overleg', 'intern', vanaf, '1 year', 'Overleg van de gemeente zelf: een jaar nadat het is gesloten', '19.1.9'),
        (organisatie_in, 'overleg', 'met_derden', vanaf, '5 years', 'Overleg met anderen erbij: vijf jaar nadat het is gesloten', '19.1.11')
    on conflict do nothing
$$;
revoke all on function archief.standaardregels(smallint, date) from public;
-- Organisations of before there were rules for signalen and for a casus with a measure: from today on.
select archief.standaardregels(nummer, current_date) from toegang.organisatie o
 where nummer > 0 and not exists (select from archief.bewaarregel r where r.organisatie = o.nummer and r.soort = 'signaal');
-- And of before there were requests of data subjects, and a term for sign-ins.
insert into archief.bewaarregel (organisatie, soort, resultaat, geldig_van, termijn, grond, nummer)
select o.nummer, 'verzoek', v.resultaat, '2000-01-01', v.termijn::interval, v.grond, v.nummer from toegang.organisatie o
 cross join (values ('afgerond', '5 years', 'Verzoek van een betrokkene: vijf jaar na het besluit', '6.1'),
                    ('ingetrokken', '1 year', 'Ingetrokken verzoek van een betrokkene: een jaar (afgebroken)', '12.3')) v (resultaat, termijn, grond, nummer)
 where o.nummer > 0 and not exists (select from archief.bewaarregel r where r.organisatie = o.nummer and r.soort = 'verzoek');
insert into archief.bewaarregel (organisatie, soort, resultaat, geldig_van, termijn, grond, nummer)
select o.nummer, 'aanmelding', 'gegevens', '2000-01-01', '6 months', 'Aanmelding van een medewerker: zes maanden na de laatste handeling', '19.1.24' from toegang.organisatie o
 where o.nummer > 0 and not exists (select from archief.bewaarregel r where r.organisatie = o.nummer and r.soort = 'aanmelding');
-- And for the logs, of the system too.
insert into archief.bewaarregel (organisatie, soort, resultaat, geldig_van, termijn, grond, nummer)
select o.nummer, 'logboek', v.resultaat, '2000-01-01', '5 years', v.grond, '' from toegang.organisatie o
 cross join (values ('audit', 'Auditlogboek: vijf jaar na de handeling'), ('verwerking', 'Verwerkingenlogboek: vijf jaar na de handeling')) v (resultaat, grond)
 where not exists (select from archief.bewaarregel r where r.organisatie = o.nummer and r.soort = 'logboek');
-- And for meetings.
insert into archief.bewaarregel (organisatie, soort, resultaat, geldig_van, termijn, grond, nummer)
select o.nummer, 'overleg', v.resultaat, '2000-01-01', v.termijn::interval, v.grond, v.nummer from toegang.organisatie o
 cross join (values ('intern', '1 year', 'Overleg van de gemeente zelf: een jaar nadat het is gesloten', '19.1.9'),
                    ('met_derden', '5 years', 'Overleg met anderen erbij: vijf jaar nadat het is gesloten', '19.1.11')) v (resultaat, termijn, grond, nummer)
 where o.nummer > 0 and not exists (select from archief.bewaarregel r where r.organisatie = o.nummer and r.soort = 'overleg');

-- With or without a measure: an administrative power used, as the kind of intervention says it is one. As its owner: an
-- intervention may stand in a compartment that whoever closes the casus does not see.
create or replace function archief.casus_resultaat(casus_in uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
    select case when exists (
        select from interventie.interventie i join basis.stamcode s on s.lijst = 'interventietype' and s.code = i.type
         where i.organisatie = basis.organisatie() and i.casus = casus_in and i.status = 'uitgevoerd' and (s.extra ->> 'maatregel')::boolean)
        then 'met_maatregel' else 'zonder_maatregel' end
$$;
-- Until when something that was decided on `dag` is kept (the last day), and why; no row when nobody said.
create or replace function archief.bewaring(soort_in text, resultaat_in text, dag date) returns table (tot date, grond text)
language sql stable as $$
    select (dag + r.termijn)::date, case when r.nummer = '' then r.grond else r.grond || ' – selectielijst ' || r.nummer end
      from archief.bewaarregel r
     where r.organisatie = basis.organisatie() and r.soort = soort_in and r.resultaat = resultaat_in and r.geldig_van <= dag
     order by r.geldig_van desc limit 1
$$;

-- ---- what is due, and what stands in the way ----------------------------------------------------------------------

-- Closed for longer than it is kept: whose last day was before `dag`. Ids, kenmerk, dates and rule; nothing that was told.
-- A signaal of a casus goes with its casus.
create or replace function archief.kandidaten(dag date, object_in uuid default null) returns table (
    object_soort text, object uuid, kenmerk text, resultaat text, grond text, gesloten_op date, bewaren_tot date, versie integer, signalen integer)
language sql stable security definer set search_path = pg_catalog as $$
    select 'casus', c.id, c.kenmerk, archief.casus_resultaat(c.id), c.bewaar_grond, c.einddatum, c.bewaren_tot, c.versie,
           (select count(*)::integer from signaal.signaal s where s.organisatie = c.organisatie and s.casus = c.id)
      from casus.casus c
     where c.organisatie = basis.organisatie() and c.fase = 'archief' and c.bewaren_tot < dag and (object_in is null or c.id = object_in)
    union all
    select 'signaal', s.id, s.kenmerk, s.status, b.grond, o.besloten, b.tot, s.versie, 1
      from signaal.signaal s
     cross join lateral (select (max(o.op) at time zone 'Europe/Amsterdam')::date as besloten from signaal.overgang o
                          where o.organisatie = s.organisatie and o.signaal = s.id and o.naar_status = s.status) o
     cross join lateral archief.bewaring('signaal', s.status, o.besloten) b
     where s.organisatie = basis.organisatie() and s.status in ('niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld')
       and s.casus is null and b.tot < dag and (object_in is null or s.id = object_in)
    union all
    select 'verzoek', v.id, v.kenmerk, v.staat, b.grond, v.gesloten_op, b.tot, v.versie, 0
      from betrokkene.verzoek v cross join lateral archief.bewaring('verzoek', v.staat, v.gesloten_op) b
     where v.organisatie = basis.organisatie() and v.gesloten_op is not null and b.tot < dag and (object_in is null or v.id = object_in)
     order by 7, 3
$$;
create or replace function archief.dossiers_van(object_in uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
    select object_in || coalesce((select array_agg(s.id) from signaal.signaal s where s.organisatie = basis.organisatie() and s.casus = object_in), '{}')
$$;
-- What a running request of a data subject is about is not destroyed. Nobody places or lifts this: no row of
-- archief.blokkade, which shows that a file exists to whoever may read blocks. The id is the request's.
create or replace function archief.door_verzoek(dossiers uuid[]) returns setof archief.blokkade
language sql stable security definer set search_path = pg_catalog as $$
    select distinct on (g.dossier, v.id) v.organisatie, v.id, g.dossier_soort, g.dossier, 'verzoek', 'Een verzoek van een betrokkene loopt.', v.behandelaar, g.op,
           null::date, null::uuid, null::timestamptz, g.operatie
      from betrokkene.gegeven g join betrokkene.verzoek v on v.organisatie = g.organisatie and v.id = g.verzoek and v.gesloten_op is null
     where g.organisatie = basis.organisatie() and g.dossier = any (dossiers) and g.hoort order by g.dossier, v.id, g.op
$$;
-- What stands in the way of destroying this today: its own blocks and those of its signalen.
create or replace function archief.blokkades_van(object_in uuid) returns setof archief.blokkade language sql stable as $$
    select b.* from archief.blokkade b
     where b.organisatie = basis.organisatie() and b.object = any (archief.dossiers_van(object_in))
       and b.opgeheven_op is null and (b.tot is null or b.tot >= basis.vandaag())
    union all
    select * from archief.door_verzoek(archief.dossiers_van(object_in))
     order by 8, 2
$$;
-- Already decided upon: whoever comes with a reason to keep it is too late. In plpgsql: the caller locked the file, and this
-- looks after the lock; as its owner: whoever places a block may not read lists.
create or replace function archief.wordt_vernietigd(object_in uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
    return exists (select from archief.lijst_regel r join archief.lijst l on l.organisatie = r.organisatie and l.id = r.lijst
                    where r.organisatie = basis.organisatie() and object_in = any (archief.dossiers_van(r.object)) and l.begonnen_op is not null);
end $$;
create or replace function archief.kenmerk_van(object_in uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
    select c.kenmerk from casus.casus c where c.organisatie = basis.organisatie() and c.id = object_in
    union all
    select s.kenmerk from signaal.signaal s where s.organisatie = basis.organisatie() and s.id = object_in
    union all
    select v.kenmerk from betrokkene.verzoek v where v.organisatie = basis.organisatie() and v.id = object_in
    union all
    select r.naam || ' ' || o.datum from overleg.overleg o join overleg.reeks r on r.organisatie = o.organisatie and r.id = o.reeks
     where o.organisatie = basis.organisatie() and o.id = object_in
    union all
    select r.register || ' ' || r.sleutel from gemeenteregister.regel r where r.organisatie = basis.organisatie() and r.id = object_in
    union all
    select l.titel from leren.les l where l.organisatie = basis.organisatie() and l.id = object_in
$$;

-- What a file is called on the archivist's screens: its kenmerk for whoever may see it, else a reference that says nothing: the
-- head of its random id. Not as its owner: row-level security decides.
create or replace function archief.verwijzing(object_in uuid) returns text language sql immutable as
$$ select 'D-' || upper(left(replace(object_in::text, '-', ''), 10)) $$;
create or replace function archief.te_zien(object_in uuid) returns boolean language sql stable as $$
    select exists (select from casus.casus c where c.organisatie = basis.organisatie() and c.id = object_in)
        or exists (select from signaal.signaal s where s.organisatie = basis.organisatie() and s.id = object_in)
        or exists (select from betrokkene.verzoek v where v.organisatie = basis.organisatie() and v.id = object_in)
        or exists (select from overleg.overleg o where o.organisatie = basis.organisatie() and o.id = object_in)
$$;
create or replace function archief.aanduiding(object_in uuid, kenmerk text) returns text language sql stable as
$$ select case when archief.te_zien(object_in) then kenmerk else archief.verwijzing(object_in) end $$;

-- A block on what has this kenmerk, or for who may know of every dossier the reference of something that is due. `alles`: the asker may know of every dossier, else only of those he sees. No row: not
-- there. Locks what it blocks, so that it comes before a destruction or after it.
create or replace function archief.blokkeer(id_in uuid, kenmerk_in text, soort_in text, reden_in text, tot_in date, alles boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
    gevonden uuid;
    welke text := 'casus';
begin
    if alles and kenmerk_in like 'D-%' then
        select k.kenmerk into kenmerk_in from archief.kandidaten(basis.vandaag()) k where archief.verwijzing(k.object) = kenmerk_in limit 1;
    end if;
    select c.id into gevonden from casus.casus c where c.organisatie = basis.organisatie() and c.kenmerk = kenmerk_in
       and (alles or c.zicht = any (toegang.mijn_zichten())) for key share;
    if not found then
        welke := 'signaal';
        select s.id into gevonden from signaal.signaal s where s.organisatie = basis.organisatie() and s.kenmerk = kenmerk_in
           and (alles or s.zicht = any (toegang.mijn_zichten())) for key share;
    end if;
    if not found then
        welke := 'verzoek';
        select v.id into gevonden from betrokkene.verzoek v where v.organisatie = basis.organisatie() and v.kenmerk = kenmerk_in
           and (alles or v.zicht = any (toegang.mijn_zichten())) for key share;
    end if;
    if not found then  -- of a meeting the name and the day, as it stands everywhere
        welke := 'overleg';
        select o.id into gevonden from overleg.overleg o join overleg.reeks r on r.organisatie = o.organisatie and r.id = o.reeks
         where o.organisatie = basis.organisatie() and lower(r.naam || ' ' || o.datum) = lower(kenmerk_in)
           and (alles or o.zicht = any (toegang.mijn_zichten())) order by o.id limit 1 for key share of o;
    end if;
    if not found then return null; end if;
    if archief.wordt_vernietigd(gevonden) then
        raise exception 'being destroyed' using errcode = 'DW001';
    end if;
    insert into archief.blokkade (organisatie, id, object_soort, object, soort, reden, door, op, tot, operatie)
    values (basis.organisatie(), id_in, welke, gevonden, soort_in, reden_in, basis.gebruiker(), basis.nu(), tot_in, basis.operatie());
    return gevonden;
end $$;

-- ---- the list, and its two approvals ----------------------------------------------------------------------------------

-- The hash of who made a list and of every line in it, over the values as stored.
create or replace function archief.som(lijst_in uuid, maker uuid) returns bytea language sql stable as $$
    select sha256(record_send(row(basis.organisatie(), lijst_in, maker))
        || coalesce(string_agg(record_send(row(r.object_soort, r.object, r.kenmerk, r.resultaat, r.grond, r.gesloten_op, r.bewaren_tot, r.versie)),
                               ''::bytea order by r.object), ''::bytea))
      from archief.lijst_regel r where r.organisatie = basis.organisatie() and r.lijst = lijst_in
$$;
-- A list of those of `objecten` that are due and free. Returns how many that are.
create or replace function archief.maak_lijst(lijst_in uuid, objecten uuid[]) returns integer language plpgsql as $$
declare
    aantal integer;
begin
    insert into archief.lijst_regel (organisatie, lijst, object_soort, object, kenmerk, resultaat, grond, gesloten_op, bewaren_tot, versie)
    select basis.organisatie(), lijst_in, k.object_soort, k.object, k.kenmerk, k.resultaat, k.grond, k.gesloten_op, k.bewaren_tot, k.versie
      from archief.kandidaten(basis.vandaag()) k
     where k.object = any (objecten) and not exists (select from archief.blokkades_van(k.object));
    get diagnostics aantal = row_count;
    insert into archief.lijst (organisatie, id, door, op, inhoud, operatie)
    values (basis.organisatie(), lijst_in, basis.gebruiker(), basis.nu(), archief.som(lijst_in, basis.gebruiker()), basis.operatie());
    return aantal;
end $$;

-- What is on a list that is being carried out stands still. As its owner: whoever works on a file may not read lists.
create or replace function archief.houd_vast() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select from archief.lijst_regel r join archief.lijst l on l.organisatie = r.organisatie and l.id = r.lijst
                where r.organisatie = new.organisatie and r.object = new.id and r.gedaan_op is null and l.begonnen_op is not null) then
        raise exception 'being destroyed' using errcode = 'DW001';
    end if;
    return new;
end $$;
create or replace trigger archief_houd_vast before update on casus.casus for each row execute function archief.houd_vast();
create or replace trigger archief_houd_vast before update on signaal.signaal for each row execute function archief.houd_vast();
create or replace trigger archief_houd_vast before update on betrokkene.verzoek for each row execute function archief.houd_vast();

select basis.beveilig('archief', t, 'organisatie') from unnest(array['bewaarregel', 'blokkade', 'lijst', 'lijst_regel', 'akkoord', 'verklaring']) t;
-- What is destroyed, and what stands in its way, is for who sees to that: a line of a list has the kenmerk of a file, a block
-- its reason. The program itself carries lists out and is nobody.
do $$
declare
    tabel text;
begin
    foreach tabel in array array['blokkade', 'lijst', 'lijst_regel', 'akkoord', 'verklaring'] loop
        execute format('drop policy if exists lezer on archief.%I', tabel);
        execute format('create policy lezer on archief.%I as restrictive using ((select basis.gebruiker()) is null%s or (select toegang.heb_recht(''archief.lezen'')))',
                       tabel, case tabel when 'blokkade' then ' or door = (select basis.gebruiker())' else '' end);
    end loop;
end $$;
-- Everybody approves for himself, and a list that was begun is not taken back.
drop policy if exists eigen on archief.akkoord;
create policy eigen on archief.akkoord as restrictive for insert with check (gebruiker = (select basis.gebruiker()));
drop policy if exists eigen_vernieuwd on archief.akkoord;
create policy eigen_vernieuwd on archief.akkoord as restrictive for update using (true) with check (gebruiker = (select basis.gebruiker()));
drop policy if exists eigen on archief.lijst;
create policy eigen on archief.lijst as restrictive for insert
    with check (door = (select basis.gebruiker()) and begonnen_op is null and inhoud = archief.som(id, door));
drop policy if exists niet_begonnen on archief.lijst;
create policy niet_begonnen on archief.lijst as restrictive for delete using (begonnen_op is null);

-- ---- how each table forgets --------------------------------------------------------------------------------------------

-- dossier: its rows go with the dossier, in this order; `waar` reads $1 organisatie, $2 the dossiers (a casus and its
-- signalen), $3 their audiences, $4 the entities they name, $5 every id that stood in them.
-- lijst: its rows go when the list that names them is done. blijft: holds nothing of a dossier.
delete from archief.vergeetregel;
insert into archief.vergeetregel (schema, tabel, volgorde, hoe, waar, waarom)
select v.schema, v.tabel, row_number() over (), v.hoe, v.waar, v.waarom from (values
    ('netwerk', 'weergave', 'dossier', 'dossier = any ($2)', 'bewaarde beelden van een netwerk'),
    ('netwerk', 'gewijzigd', 'blijft', null, 'alleen ids; een uur'),
    ('wachter', 'suggestie', 'dossier', 'dossier = any ($2) or id in (select b.suggestie from wachter.bewijs b where b.organisatie = $1 and b.dossier = any ($2))
        or wachter in (select w.id from wachter.wachter w where w.organisatie = $1 and w.casus = any ($2))', 'wat een wachter in het dossier vond, ook als er andere dossiers in staan'),
    ('wachter', 'bewijs', 'dossier', 'dossier = any ($2)', 'met de suggestie'),
    ('wachter', 'wachter', 'dossier', 'casus = any ($2)', 'een wachter zonder casus is een instelling'),
    ('zoek', 'tekst', 'dossier', 'dossier = any ($2)', 'waar het op gevonden wordt'),
    ('archief', 'blokkade', 'dossier', 'object = any ($2)', 'de reden van een blokkade die voorbij is'),
    ('toegang', 'noodtoegang', 'dossier', 'object = any ($2)', 'de reden van een noodtoegang'),
    ('documenten', 'document', 'dossier', 'dossier = any ($2)', ''),
    ('documenten', 'document_verleden', 'dossier', 'dossier = any ($2)', ''),
    ('verstrekking', 'riec_bericht', 'dossier', 'casus = any ($2)', ''),
    ('verstrekking', 'riec', 'dossier', 'casus = any ($2)', ''),
    ('verstrekking', 'kennisgeving', 'dossier', 'casus = any ($2)', 'voor de feiten: wie weg is krijgt geen bericht meer'),
    ('verstrekking', 'feit', 'dossier', 'casus = any ($2)', ''),
    ('verstrekking', 'verstrekking', 'dossier', 'casus = any ($2)', ''),
    ('leren', 'effect', 'dossier', 'casus = any ($2)', 'wat een interventie opleverde'),
    ('leren', 'effect_verleden', 'dossier', 'casus = any ($2)', ''),
    ('leren', 'evaluatie', 'dossier', 'casus = any ($2)', ''),
    ('leren', 'evaluatie_verleden', 'dossier', 'casus = any ($2)', ''),
    ('leren', 'lesvoorstel', 'dossier', 'casus = any ($2)', 'de weg van een les uit de casus'),
    ('leren', 'lesvoorstel_verleden', 'dossier', 'casus = any ($2)', ''),
    ('leren', 'les', 'blijft', null, 'opnieuw geschreven en door een tweede nagelezen op herleidbaarheid; noemt geen casus en niemand'),
    ('aanpak', 'samenhang', 'dossier', 'array[casus, ander] && $2', 'ook wat de andere casus erover zei'),
    ('aanpak', 'beoordeling', 'dossier', 'casus = any ($2)', ''),
    ('aanpak', 'beoordeling_verleden', 'dossier', 'casus = any ($2)', ''),
    ('aanpak', 'weegtafel', 'dossier', 'signaal = any ($2)', ''),
    ('aanpak', 'weegtafel_verleden', 'dossier', 'signaal = any ($2)', ''),
    ('aanpak', 'sjabloon', 'blijft', null, 'instelling'),
    ('aanpak', 'sjabloon_verleden', 'blijft', null, 'instelling'),
    ('aanpak', 'criterium', 'blijft', null, 'instelling'),
    ('aanpak', 'criterialijst', 'blijft', null, 'instelling'),
    ('interventie', 'interventie', 'dossier', 'casus = any ($2)', ''),
    ('interventie', 'interventie_verleden', 'dossier', 'casus = any ($2)', ''),
    ('vraag', 'stap', 'dossier', 'casus = any ($2)', ''),
    ('vraag', 'inhoud', 'dossier', 'casus = any ($2)', 'wat een partner gevraagd werd en zei'),
    ('vraag', 'vraag', 'dossier', 'casus = any ($2)', ''),
    ('actie', 'actie', 'dossier', 'array[dossier, overleg] && $2', 'met het dossier; van een vrij punt met het overleg: overleg.vergeet'),
    ('actie', 'actie_verleden', 'dossier', 'array[dossier, overleg] && $2', ''),
    ('entiteit', 'verband', 'dossier', 'dossier = any ($2)', ''),
    ('entiteit', 'verband_verleden', 'dossier', 'dossier = any ($2)', ''),
    ('entiteit', 'vermelding', 'dossier', 'dossier = any ($2)', ''),
    ('entiteit', 'vermelding_verleden', 'dossier', 'dossier = any ($2)', ''),
    ('entiteit', 'bsn_getoond', 'dossier', 'dossier = any ($2)', ''),
    ('entiteit', 'entiteit', 'dossier', 'id = any ($4)
        and not exists (select from entiteit.vermelding v where v.organisatie = $1 and v.entiteit = entiteit.id)
        and not exists (select from entiteit.vermelding_verleden v where v.organisatie = $1 and v.entiteit = entiteit.id)', 'die niets meer noemt'),
    ('overleg', 'standpunt', 'dossier', 'dossier = any ($2)', 'van een vrij punt met het overleg: overleg.vergeet'),
    ('overleg', 'besluit', 'dossier', 'dossier = any ($2)', 'van een vrij punt met het overleg: overleg.vergeet'),
    ('overleg', 'bewerking', 'dossier', 'dossier = any ($2)', 'van een vrij punt met het overleg: overleg.vergeet'),
    ('overleg', 'veld', 'dossier', 'dossier = any ($2)', 'van een vrij punt met het overleg: overleg.vergeet'),
    ('overleg', 'inbreng', 'dossier', 'dossier = any ($2)', 'waar een punt van een gekoppeld overleg vandaan kwam'),
    ('overleg', 'gehoord', 'dossier', 'dossier = any ($2)', 'wie wat hoorde in een overleg; van een vrij punt met het overleg'),
    ('overleg', 'deeltoegang', 'dossier', 'dossier = any ($2)', ''),
    ('overleg', 'toets', 'dossier', 'dossier = any ($2)', ''),
    ('overleg', 'toets_verleden', 'dossier', 'dossier = any ($2)', ''),
    ('overleg', 'deel', 'dossier', 'dossier = any ($2)', ''),
    ('overleg', 'deel_verleden', 'dossier', 'dossier = any ($2)', ''),
    ('overleg', 'punt', 'dossier', 'dossier = any ($2)', 'agendapunten over een dossier; een vrij punt gaat met het overleg: overleg.vergeet'),
    ('overleg', 'punt_verleden', 'dossier', 'dossier = any ($2)', ''),
    ('signaal', 'melder_getoond', 'dossier', 'signaal = any ($2)', ''),
    ('signaal', 'melder', 'dossier', 'signaal = any ($2)', ''),
    ('signaal', 'weging', 'dossier', 'signaal = any ($2)', ''),
    ('signaal', 'overgang', 'dossier', 'signaal = any ($2)', ''),
    ('signaal', 'signaal', 'dossier', 'id = any ($2)', ''),
    ('signaal', 'signaal_verleden', 'dossier', 'id = any ($2)', ''),
    ('informeren', 'besluit', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'etiket', 'dossier', 'casus = any ($2)', 'betekenisvol, buikpijn, met de reden'),
    ('casus', 'etiket_verleden', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'termijn', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'verscherping', 'dossier', 'casus = any ($2)', 'strengere labels van regels van de tijdlijn'),
    ('casus', 'gebeurtenis', 'dossier', 'casus = any ($2)', 'de tijdlijn'),
    ('casus', 'overgang', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'lid', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'lid_verleden', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'bron', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'bron_verleden', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'privacytoets', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'privacytoets_verleden', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'inhoudkeuze', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'van_voor_toets', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'plan', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'plan_verleden', 'dossier', 'casus = any ($2)', ''),
    ('casus', 'casus', 'dossier', 'id = any ($2)', ''),
    ('casus', 'casus_verleden', 'dossier', 'id = any ($2)', ''),
    ('betrokkene', 'gegeven', 'dossier', 'array[verzoek, dossier] && $2', 'wat er over een dossier is besloten gaat met het dossier, of met het verzoek'),
    ('betrokkene', 'gegeven_verleden', 'dossier', 'array[verzoek, dossier] && $2', ''),
    ('betrokkene', 'zoekslag', 'dossier', 'verzoek = any ($2)', ''),
    ('betrokkene', 'overgang', 'dossier', 'verzoek = any ($2)', ''),
    ('betrokkene', 'verzoek', 'dossier', 'id = any ($2)', ''),
    ('betrokkene', 'verzoek_verleden', 'dossier', 'id = any ($2)', ''),
    ('gebeurtenis', 'uit', 'dossier', 'object = any ($5) or zicht = any ($3)', 'de uitgaande berichten'),
    ('toegang', 'idempotentie', 'dossier', 'object = any ($5)', ''),
    ('toegang', 'gast', 'dossier', 'casus = any ($2)', 'wie van buiten in de casus was; zijn naam blijft bij zijn account, zoals van een collega'),
    ('toegang', 'zicht_lid', 'dossier', 'zicht = any ($3)', ''),
    ('toegang', 'zicht_rol', 'dossier', 'zicht = any ($3)', ''),
    ('toegang', 'zicht', 'dossier', 'zicht = any ($3)', ''),
    ('gemeenteregister', 'regel', 'termijn', null, 'zoveel maanden na het einde of de laatste levering als de mapping zegt: gemeenteregister.vergeet'),
    ('gemeenteregister', 'genoemd', 'termijn', null, 'met de regel'),
    ('gemeenteregister', 'verband', 'termijn', null, 'met de regel'),
    ('gemeenteregister', 'register', 'blijft', null, 'wat voor register het is en wanneer het geladen werd'),
    ('overleg', 'reeks', 'blijft', null, 'instelling: een vergadering die terugkeert'),
    ('overleg', 'reeks_verleden', 'blijft', null, 'instelling'),
    ('overleg', 'reekslid', 'blijft', null, 'medewerkers'),
    ('overleg', 'koppeling', 'blijft', null, 'instelling: welke reeks bij welke mag inbrengen'),
    ('overleg', 'overleg', 'termijn', null, 'na de termijn van een overleg, en als er geen punt van een dossier meer in staat: overleg.vergeet'),
    ('overleg', 'overleg_verleden', 'termijn', null, 'met het overleg'),
    ('overleg', 'deelnemer', 'termijn', null, 'met het overleg'),
    ('werklijst', 'werklijst', 'termijn', null, 'tot de dag die bij haar staat: werklijst.vergeet'),
    ('werklijst', 'regel', 'termijn', null, 'met de werklijst'),
    ('werklijst', 'eigen_gebied', 'blijft', null, 'een omtrek op de kaart met een naam'),
    ('archief', 'lijst_regel', 'lijst', null, 'kenmerk en grond van wat op een lijst staat'),
    ('archief', 'lijst', 'blijft', null, 'wie besloot, met een hash en aantallen'),
    ('archief', 'akkoord', 'blijft', null, 'wie goedkeurde'),
    ('archief', 'verklaring', 'blijft', null, 'voor altijd: selectielijst 19.1.18'),
    ('archief', 'bewaarregel', 'blijft', null, 'beleid'),
    ('logboek', 'audit', 'termijn', null, 'alleen ids en codes; verzegeld: logboek.vergeet'),
    ('logboek', 'verwerking', 'termijn', null, 'alleen ids en codes; verzegeld: logboek.vergeet'),
    ('logboek', 'baan', 'blijft', null, 'waar een keten begint'),
    ('logboek', 'zegel', 'termijn', null, 'met de regels waarover ze zijn: logboek.vergeet'),
    ('logboek', 'vervallen', 'blijft', null, 'tot waar het logboek vergeten is, en welke regel'),
    ('logboek', 'incident', 'blijft', null, 'alleen ids en codes'),
    ('logboek', 'verklaring', 'blijft', null, 'over medewerkers'),
    ('logboek', 'dpia', 'blijft', null, 'instelling'),
    ('verstrekking', 'dagbudget', 'blijft', null, 'instelling'),
    ('signaal', 'profielkeuze', 'blijft', null, 'instelling'),
    ('toegang', 'organisatie_cbs', 'blijft', null, 'instelling'),
    ('toegang', 'compartiment_rol', 'blijft', null, 'instelling'),
    ('toegang', 'compartiment_activiteit', 'blijft', null, 'instelling'),
    ('toegang', 'groep_rol', 'blijft', null, 'instelling'),
    ('toegang', 'acr_niveau', 'blijft', null, 'instelling'),
    ('toegang', 'rol_niveau', 'blijft', null, 'instelling'),
    ('toegang', 'gebruiker', 'blijft', null, 'medewerkers'),
    ('toegang', 'gebruiker_verleden', 'blijft', null, 'medewerkers'),
    ('toegang', 'gebruiker_rol', 'blijft', null, 'medewerkers'),
    ('toegang', 'eigen_kenmerk', 'blijft', null, 'medewerkers; alleen hashes'),
    ('toegang', 'extern', 'blijft', null, 'medewerkers'),
    ('toegang', 'sessie', 'termijn', null, 'aanmeldingen van medewerkers: archief.vergeet_aanmeldingen'),
    ('toegang', 'aanmeldpoging', 'termijn', null, 'mislukte aanmeldingen, alleen hashes: archief.vergeet_aanmeldingen'),
    ('post', 'adres', 'blijft', null, 'medewerkers'),
    ('post', 'uit', 'termijn', null, 'aantallen en codes; dertig dagen: post.vergeet'),
    ('toegang', 'aanmeldstaat', 'termijn', null, 'een dag; weg bij een volgende aanmelding')
) v (schema, tabel, hoe, waar, waarom);

-- Tables with a tenant in them and no rule, and rules without a table: both must be none.
create or replace function archief.zonder_regel() returns setof text language sql stable as $$
    select coalesce(a.naam, r.naam) from (
        select format('%I.%I', n.nspname, c.relname) as naam from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute k on k.attrelid = c.oid and k.attname = 'organisatie' and k.attnum > 0 and not k.attisdropped
         where c.relkind in ('r', 'p') and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema') a
      full join (select format('%I.%I', schema, tabel) as naam from archief.vergeetregel) r using (naam)
     where a.naam is null or r.naam is null
$$;

-- All organisations: for what the program does every day for each.
create or replace function archief.organisaties() returns setof smallint
language sql stable security definer set search_path = pg_catalog as $$ select nummer from toegang.organisatie where nummer > 0 $$;

-- Lists that were begun and are not done, of all organisations: ids only, for the program that carries them out.
create or replace function archief.onderhanden() returns table (organisatie smallint, lijst uuid)
language sql stable security definer set search_path = pg_catalog as
$$ select l.organisatie, l.id from archief.lijst l where l.begonnen_op is not null and l.afgerond_op is null order by l.begonnen_op $$;

-- Whether anything of a dossier stands in the database: what an older backup brought back. For an administrator.
create or replace function archief.er_is_nog(object_in uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    r record;
    gevonden boolean;
begin
    for r in select v.schema, v.tabel, v.waar from archief.vergeetregel v where v.hoe = 'dossier' and v.waar !~ '[$][345]' loop
        execute format('select exists (select from %I.%I where organisatie = $1 and (%s))', r.schema, r.tabel, r.waar)
           into gevonden using basis.organisatie(), array[object_in];
        if gevonden then return true; end if;
    end loop;
    return false;
end $$;

revoke all on function archief.door_verzoek(uuid[]), archief.er_is_nog(uuid), archief.casus_resultaat(uuid), archief.kandidaten(date, uuid), archief.dossiers_van(uuid), archief.kenmerk_van(uuid),
    archief.blokkeer(uuid, text, text, text, date, boolean), archief.onderhanden(), archief.organisaties() from public;
grant execute on function archief.casus_resultaat(uuid), archief.kandidaten(date, uuid), archief.dossiers_van(uuid), archief.kenmerk_van(uuid), archief.door_verzoek(uuid[]) to toepassing, vernietiger;
grant execute on function archief.blokkeer(uuid, text, text, text, date, boolean), archief.onderhanden(), archief.organisaties() to toepassing;
