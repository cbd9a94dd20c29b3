-- SPDX-License-Identifier: EUPL-1.2
-- The one search over all compartments, for the request of a data subject. What reads runs as eigenaar and looks past every
-- audience: for the handler of a running request only, which each function asks first.
set local role eigenaar;

select basis.beveilig('betrokkene', t, 'zicht') from unnest(array['verzoek', 'verzoek_verleden', 'gegeven', 'gegeven_verleden', 'zoekslag', 'overgang']) t;
select basis.met_verleden('betrokkene', t) from unnest(array['verzoek', 'gegeven']) t;

-- Whether a request still runs. As its owner: whoever would lift what it stops may not read it.
create or replace function betrokkene.loopt(verzoek_in uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from betrokkene.verzoek v where v.organisatie = basis.organisatie() and v.id = verzoek_in and v.gesloten_op is null)
$$;
revoke all on function betrokkene.loopt(uuid) from public;
grant execute on function betrokkene.loopt(uuid) to toepassing;
-- ---- where personal data stands -----------------------------------------------------------------------------------------

-- Every place in the product where somebody wrote something: a table, and over its row `r` the dossier it belongs to, the
-- regime, the source as a letter names it, the day, the data subject (null when it names none by itself) and the text. A
-- table with a past is searched in its past too. A text column that is in no place and has no reason to be out fails a test.
create or replace function betrokkene.vindplaatsen() returns table (
    soort text, naam text, tabel text, rij text, dossier_soort text, dossier text, regime text, bron text, dag text, persoon text, tekst text, verleden boolean)
language sql immutable as $$ values
    ('signaal', 'Signaal', 'signaal.signaal', 'r.id', '''signaal''', 'r.id', 'r.regime', 'betrokkene.naam_van(''signaalbron'', r.bron)', 'r.ontvangen_op', 'null',
     'r.titel, r.omschrijving, r.adres_tekst, r.naar_wie, r.doorgifte_reden', true),
    ('melder', 'Gegevens van de melder', 'signaal.melder', 'r.signaal', '''signaal''', 'r.signaal', '''avg''', '''de melder''', 'r.van', 'r.id', 'r.naam, r.contact', false),
    ('melder-getoond', 'Reden om de melder te tonen', 'signaal.melder_getoond', 'r.operatie', '''signaal''', 'r.signaal', '''avg''', '''eigen medewerker''', 'r.op', 'null', 'r.reden', false),
    ('weging', 'Weging van een signaal', 'signaal.weging', 'r.id', '''signaal''', 'r.signaal', '''avg''', '''eigen beoordeling''', 'r.op', 'null',
     'r.motivering, betrokkene.teksten_in(r.antwoorden), betrokkene.teksten_in(r.standpunten), r.overleg_naam', false),
    ('signaal-stap', 'Besluit over een signaal', 'signaal.overgang', 'r.id', '''signaal''', 'r.signaal', '''avg''', '''eigen beoordeling''', 'r.op', 'null', 'r.reden, r.naar_wie', false),
    ('vermelding', 'Vermelding', 'entiteit.vermelding', 'r.id', 'r.dossier_soort', 'r.dossier', 'r.regime', 'coalesce(nullif(r.bron, ''''), ''genoemd in een '' || r.dossier_soort)', 'r.op',
     'case when r.soort in (''persoon'', ''bedrijf'') then coalesce(r.entiteit, r.id) end',
     'r.tekst, r.sleutel, (select nullif(e.sleutel, r.sleutel) from entiteit.entiteit e where e.organisatie = r.organisatie and e.id = r.entiteit), r.rol, r.toelichting, entiteit.minderjarig_als_tekst(r.geboren_op, r.minderjarig), r.bron, r.doorgifte_reden', true),
    ('verband', 'Verband', 'entiteit.verband', 'r.id', '''casus''', 'r.dossier', 'r.regime', 'coalesce(nullif(r.bron, ''''), ''genoemd in een casus'')', 'r.op', 'null',
     'r.toelichting, r.bron, r.doorgifte_reden', true),
    ('casus', 'Casus', 'casus.casus', 'r.id', '''casus''', 'r.id', '(select l.regime from casus.strengste_van(r.id, r.zicht, null) l)', '''eigen beeldvorming''', 'r.geopend_op', 'null', 'r.werknaam, r.beeld', true),
    ('plan', 'Plan van aanpak', 'casus.plan', 'r.casus', '''casus''', 'r.casus', '(select l.regime from casus.strengste_van(r.casus, r.zicht, null) l)', '''eigen beeldvorming''', 'r.van', 'null', 'r.hypothese, r.doel, r.strategie', true),
    ('bron', 'Antwoord van een bron', 'casus.bron', 'r.id', '''casus''', 'r.casus', 'r.regime', 'r.naam', 'coalesce(r.antwoord_op, r.op)', 'null', 'r.naam, r.vraag, r.grondslag, r.antwoord, r.doorgifte_reden', true),
    ('privacytoets', 'Privacytoets', 'casus.privacytoets', 'r.id', '''casus''', 'r.casus', '''avg''', '''eigen beoordeling''', 'r.op', 'null',
     'r.grondslag, r.verenigbaarheid, r.noodzaak, r.proportionaliteit, r.reden', true),
    ('inhoudkeuze', 'Reden om een bron naar de inhoud te vragen', 'casus.inhoudkeuze', 'r.bron', '''casus''', 'r.casus', '''avg''', '''eigen beoordeling''', 'r.op', 'null', 'r.motivering', false),
    ('bsn-getoond', 'Reden om een BSN te tonen', 'entiteit.bsn_getoond', 'r.operatie',
     'case when exists (select from casus.casus c where c.organisatie = r.organisatie and c.id = r.dossier) then ''casus'' else ''signaal'' end', 'r.dossier', '''avg''',
     '''eigen medewerker''', 'r.op', 'null', 'r.reden', false),
    ('casus-stap', 'Besluit over een casus', 'casus.overgang', 'r.id', '''casus''', 'r.casus', '''avg''', '''eigen beoordeling''', 'r.op', 'null', 'r.reden', false),
    ('tijdlijn', 'Notitie of gebeurtenis', 'casus.gebeurtenis', 'r.id', '''casus''', 'r.casus',
     'basis.strengste(''regime'', array(select x.regime from casus.verscherping x where x.organisatie = r.organisatie and x.gebeurtenis = r.id) || r.regime)',
     'coalesce(nullif(r.bron, ''''), ''eigen medewerker'')', 'r.wanneer', 'null', 'r.tekst, betrokkene.teksten_in(r.gegevens), r.bron, r.doorgifte_reden', false),
    ('interventie', 'Interventie', 'interventie.interventie', 'r.id', '''casus''', 'r.casus', 'r.regime', 'coalesce(nullif(r.bron, ''''), r.uitvoerder)', 'coalesce(r.resultaat_op::timestamptz, r.op)', 'null',
     'r.omschrijving, r.uitvoerder, r.grondslag, r.resultaat, r.bron, r.doorgifte_reden', true),
    ('vraag', 'Vraag aan een partner', 'vraag.inhoud', 'r.vraag', '''casus''', 'r.casus', 'r.regime', '''eigen medewerker en partner''', '(select v.op from vraag.vraag v where v.organisatie = r.organisatie and v.id = r.vraag)', 'null',
     'r.tekst, r.gedeeld, r.antwoord, r.reden, r.terugkoppeling', false),
    ('actie', 'Actie', 'actie.actie', 'r.id', 'coalesce(r.dossier_soort, ''overleg'')', 'coalesce(r.dossier, r.overleg)', '''avg''', '''eigen medewerker''', 'r.op', 'null',
     'r.wat, r.resultaat', true),
    ('informeren', 'Besluit over informeren', 'informeren.besluit', 'r.id', '''casus''', 'r.casus', '''avg''', '''eigen beoordeling''', 'r.op', 'null',
     'r.motivering, betrokkene.teksten_in(r.weging)', false),
    ('verstrekking', 'Verstrekking aan een ander', 'verstrekking.verstrekking', 'r.id', '''casus''', 'r.casus', '''avg''', '''eigen medewerker''', 'r.op', 'null',
     'r.ter_attentie_van, r.doel, r.overleg', false),
    ('riec', 'Overdracht aan het RIEC', 'verstrekking.riec', 'r.verstrekking', '''casus''', 'r.casus', '''avg''', '''eigen beoordeling''',
     '(select v.op from verstrekking.verstrekking v where v.organisatie = r.organisatie and v.id = r.verstrekking)', 'null', 'r.vermoeden, r.samenwerking, r.noodzaak', false),
    ('riec-bericht', 'Bericht van het RIEC', 'verstrekking.riec_bericht', 'r.id', '''casus''', 'r.casus', '''avg''', '''RIEC''', 'r.dag', 'null', 'r.tekst, r.correctie', false),
    ('kennisgeving', 'Bericht aan een ontvanger', 'verstrekking.kennisgeving', 'r.id', '''casus''', 'r.casus', '''avg''', '''eigen medewerker''', 'r.op', 'null', 'r.reden', false),
    ('document', 'Document (naam en herkomst)', 'documenten.document', 'r.id', 'r.dossier_soort', 'r.dossier', 'r.regime', 'r.bron', 'coalesce(r.bron_datum::timestamptz, r.op)', 'null',
     'r.naam, r.bron, r.doorgifte_reden', true),
    -- What a file says is not searched: whoever handles the request looks, file by file (ADR 0030).
    ('bestand', 'Bestand (inhoud, met de hand nagekeken)', 'documenten.document', 'r.id', 'r.dossier_soort', 'r.dossier', 'r.regime', 'r.bron', 'coalesce(r.bron_datum::timestamptz, r.op)', 'null',
     'r.naam', false),
    ('register', 'Regel in een register van de gemeente', '(select r.*, g.regime, g.bron, null::integer as zicht from gemeenteregister.regel r join gemeenteregister.register g on g.organisatie = r.organisatie and g.code = r.register)',
     'r.id', '''register''', 'r.id', 'r.regime', 'r.bron', 'coalesce(r.van, r.gezien_van)', 'null', 'r.sleutel, r.titel, betrokkene.teksten_in(r.velden)', false),
    ('register-genoemd', 'Genoemd in een register van de gemeente', '(select d.*, g.bron, r.gezien_van, r.van, null::integer as zicht from gemeenteregister.genoemd d join gemeenteregister.regel r on r.organisatie = d.organisatie and r.id = d.regel join gemeenteregister.register g on g.organisatie = r.organisatie and g.code = r.register)',
     'r.id', '''register''', 'r.regel', 'r.regime', 'r.bron', 'coalesce(r.van, r.gezien_van)', 'case when r.soort in (''persoon'', ''bedrijf'') then r.id end', 'r.tekst, r.sleutel', false),
    ('weergave', 'Bewaard beeld van een netwerk', 'netwerk.weergave', 'r.id', 'r.dossier_soort', 'r.dossier', '''avg''', '''eigen medewerker''', 'r.op', 'null',
     'r.naam, betrokkene.teksten_in(r.inhoud)', false),
    ('wachter', 'Wachter op het netwerk', 'wachter.wachter', 'r.id', 'case when r.casus is null then ''wachter'' else ''casus'' end', 'coalesce(r.casus, r.id)', '''avg''', '''eigen medewerker''', 'r.op', 'null',
     'r.naam, r.waarom, r.grond', false),
    ('suggestie', 'Suggestie van een wachter', '(select s.*, b.soort as in_soort, b.in_dossier from wachter.suggestie s cross join lateral (select min(x.dossier_soort) as soort, (array_agg(x.dossier order by x.rij))[1] as in_dossier from wachter.bewijs x where x.organisatie = s.organisatie and x.suggestie = s.id) b)',
     'r.id', 'r.in_soort', 'r.in_dossier', '''avg''', '''eigen beoordeling''', 'coalesce(r.gewogen_op, r.op)', 'null', 'r.reden', false),
    ('agendapunt', 'Agendapunt', 'overleg.punt', 'r.id', 'coalesce(r.dossier_soort, ''overleg'')', 'coalesce(r.dossier, r.overleg)', '''avg''', '''eigen medewerker''', 'r.op', 'null',
     'r.titel, r.voorbereiding', true),
    ('agendadeel', 'Wat in een overleg op tafel lag', 'overleg.deel', 'r.id', 'r.dossier_soort', 'r.dossier', 'r.regime', '''eigen medewerker''', 'r.van', 'null', 'r.tekst', true),
    ('agendatoets', 'Privacytoets 2A van een agendapunt', 'overleg.toets', 'r.id', 'r.dossier_soort', 'r.dossier', '''avg''', '''eigen beoordeling''', 'r.op', 'null',
     'r.grondslag, r.verenigbaarheid, r.noodzaak, r.proportionaliteit, r.reden', true),
    ('etiket', 'Label van een casus', 'casus.etiket', '(md5(r.casus::text || r.soort))::uuid', '''casus''', 'r.casus', '''avg''', '''eigen beoordeling''', 'r.op', 'null', 'r.reden', true),
    ('beoordeling', 'Waarom een casus voorgaat', 'aanpak.beoordeling', '(md5(r.casus::text || r.criterium::text))::uuid', '''casus''', 'r.casus', '''avg''', '''eigen beoordeling''', 'r.op', 'null', 'r.motivering', true),
    ('samenhang', 'Samenhang tussen casussen', 'aanpak.samenhang', '(md5(r.casus::text || r.ander::text))::uuid', '''casus''', 'r.casus', '''avg''', '''eigen beoordeling''', 'r.op', 'null', 'r.reden', false),
    ('weegtafel', 'Weegtafel', 'aanpak.weegtafel', 'r.signaal', '''signaal''', 'r.signaal', '''avg''', 'betrokkene.naam_van(''bronsoort'', r.partij)', 'r.op', 'null', 'r.waarom, r.motivering', true),
    ('evaluatie', 'Evaluatie van een casus', 'leren.evaluatie', 'r.casus', '''casus''', 'r.casus', '''avg''', '''eigen beoordeling''', 'r.op', 'null', 'r.wat_werkte, r.wat_niet, r.anders', true),
    ('effect', 'Effect van een interventie', 'leren.effect', 'r.interventie', '''casus''', 'r.casus', '''avg''', '''eigen beoordeling''', 'r.van', 'null', 'r.toelichting', true),
    ('lesvoorstel', 'Voorstel voor een les', 'leren.lesvoorstel', 'r.id', '''casus''', 'r.casus', '''avg''', '''eigen medewerker''', 'r.op', 'null', 'r.titel, r.tekst, r.reden', true),
    ('les', 'Les', '(select l.*, null::integer as zicht from leren.les l)', 'r.id', '''les''', 'r.id', '''avg''', '''eigen medewerker''', 'r.maand', 'null', 'r.titel, r.tekst', false),
    ('overlegveld', 'Aantekening bij een agendapunt', 'overleg.veld', 'r.id', 'coalesce(r.dossier_soort, ''overleg'')', 'coalesce(r.dossier, r.overleg)', '''avg''', '''eigen medewerker''', 'r.op', 'null', 'r.waarde', false),
    ('overlegbewerking', 'Wat in een overleg geschreven werd', 'overleg.bewerking', 'r.id', 'coalesce(r.dossier_soort, ''overleg'')', 'coalesce(r.dossier, r.overleg)', '''avg''', '''eigen medewerker''', 'r.op', 'null', 'r.waarde, r.staat, r.ander', false),
    ('overlegbesluit', 'Besluit in een overleg', 'overleg.besluit', 'r.id', 'coalesce(r.dossier_soort, ''overleg'')', 'coalesce(r.dossier, r.overleg)', '''avg''', '''eigen medewerker''', 'r.op', 'null', 'r.tekst', false),
    ('standpunt', 'Standpunt in een overleg', '(select s.*, b.op from overleg.standpunt s join overleg.besluit b on b.organisatie = s.organisatie and b.id = s.besluit)', 'r.id', 'coalesce(r.dossier_soort, ''overleg'')', 'coalesce(r.dossier, r.overleg)', '''avg''', '''eigen medewerker''', 'r.op', 'null', 'r.reden', false),
    ('werklijst', 'Werklijst', 'werklijst.werklijst', 'r.id', '''register''', 'r.id', '''avg''', '''eigen medewerker''', 'r.op', 'null', 'r.naam, r.aanleiding', false),
    ('werkregel', 'Regel van een werklijst', 'werklijst.regel', 'r.id', '''register''', 'r.werklijst', '''avg''', '''eigen waarneming''', 'coalesce(r.gedaan_op, r.van)', 'null', 'r.bevinding', false),
    ('noodtoegang', 'Reden van een noodtoegang', 'toegang.noodtoegang', 'r.id', 'r.object_soort', 'r.object', '''avg''', '''eigen medewerker''', 'r.begonnen_op', 'null', 'r.reden, r.toelichting', false),
    ('blokkade', 'Reden om niet te vernietigen', '(select b.*, null::integer as zicht from archief.blokkade b)', 'r.id', 'r.object_soort', 'r.object', '''avg''', '''eigen medewerker''', 'r.op', 'null', 'r.reden', false)
$$;

create or replace function betrokkene.naam_van(lijst_in text, code_in text) returns text language sql stable as
$$ select coalesce((select s.naam_nl from basis.stamcode s where s.lijst = lijst_in and s.code = code_in), code_in) $$;
-- The texts of a JSON value, without its ids.
create or replace function betrokkene.teksten_in(waarde jsonb) returns text language sql immutable as $$
    select string_agg(t #>> '{}', ' ') from jsonb_path_query(waarde, 'strict $.**') t
     where jsonb_typeof(t) = 'string' and t #>> '{}' !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
$$;

-- Dutch text as people compare it: as base/tekst folds it, and lower case in every script.
create or replace function betrokkene.vouw(tekst text) returns text language sql immutable parallel safe as $$
    select btrim(replace(regexp_replace(regexp_replace(
        case when octet_length(tekst) = length(tekst) then lower(tekst)
             else translate(replace(replace(replace(replace(regexp_replace(lower(normalize(tekst, NFKD)), '[\u0300-\u036f]', '', 'g'),
                  'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'øłđðħŧ', 'olddht') end,
        '[''\u2018\u2019]', '', 'g'), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f]+', ' ', 'g'), 'ij', 'y'))
$$;
-- A number or sign without anything between its characters; a Dutch telephone number from its ninth digit from the end.
create or replace function betrokkene.kern(tekst text) returns text language sql immutable parallel safe as $$
    select case when k ~ '^(0|0031|31)[0-9]{9}$' then right(k, 9) else k end from (select replace(betrokkene.vouw(tekst), ' ', '') as k) x
$$;
-- Whether a text holds all words of one of `woorden` (folded; each at the beginning of a word), or one of `kernen`.
create or replace function betrokkene.raak(tekst text, woorden text[], kernen text[]) returns boolean language sql immutable parallel safe as $$
    select exists (select from unnest(woorden) w where not exists (select from unnest(string_to_array(w, ' ')) deel where strpos(' ' || g.t, ' ' || deel) = 0))
        or exists (select from unnest(kernen) k where strpos(replace(g.t, ' ', ''), k) > 0)
      from (select betrokkene.vouw(tekst) as t offset 0) g
$$;

-- One query over all places. $1 organisatie; `erbij`: a join or condition over `r`, its moment (null: now) and its text.
create or replace function betrokkene.over_alles(erbij text) returns text language sql stable as $$
    select string_agg(format(
        'select %L as soort, %s as rij, %s as moment, %s as dossier_soort, %s as dossier,
                coalesce((select z.compartiment from toegang.zicht z where z.organisatie = r.organisatie and z.zicht = r.zicht), %s) as regime,
                %s as bron, ((%s)::timestamptz at time zone ''Europe/Amsterdam'')::date as dag, (%s)::uuid as persoon, r.tekst_ as tekst %s
           from (select r.*, concat_ws(E''\n'', %s) as tekst_, %s as moment_ from %s r where r.organisatie = $1) r %s',
        v.soort, v.rij, 'r.moment_', v.dossier_soort, v.dossier, v.regime, v.bron, v.dag, v.persoon,
        case when erbij ~ '^join' then ', g.id as gegeven' else '' end,
        v.tekst, case when m.toen then 'r.tot' else 'null::timestamptz' end, v.tabel || case when m.toen then '_verleden' else '' end,
        replace(replace(erbij, ':soort', quote_literal(v.soort)), ':rij', v.rij)), ' union all ')
      from betrokkene.vindplaatsen() v cross join (values (false), (true)) m (toen) where not m.toen or v.verleden
$$;

-- Refuses whoever does not handle this request, or a request in another state.
create or replace function betrokkene.eis_behandelaar(verzoek_in uuid, staten text[]) returns void language plpgsql stable as $$
begin
    if not exists (select from betrokkene.verzoek v where v.organisatie = basis.organisatie() and v.id = verzoek_in and v.behandelaar = basis.gebruiker()
                      and v.staat = any (staten) and v.zicht = any (toegang.mijn_zichten())
                      and exists (select from toegang.gebruiker_rol g join toegang.rol_recht t on t.rol = g.rol and t.recht = 'verzoek.behandelen'
                                   where g.organisatie = v.organisatie and g.gebruiker = v.behandelaar and (g.tot is null or g.tot > basis.nu()))) then
        raise exception 'not the handler of this request' using errcode = 'DW010';
    end if;
end $$;

-- What stands anywhere in the organisation and holds one of these words or numbers, whatever its audience: newest first, at
-- most `hoogstens`. Of what a row said before, only what it does not say now. Only who handles the request, once it is known
-- who asks.
create or replace function betrokkene.zoek(verzoek_in uuid, woorden text[], nummers text[], hoogstens integer) returns table (
    soort text, rij uuid, moment timestamptz, dossier_soort text, dossier uuid, kenmerk text, regime text, bron text, dag date, persoon uuid, tekst text)
language plpgsql stable security definer set search_path = pg_catalog set jit = off as $$
begin
    perform betrokkene.eis_behandelaar(verzoek_in, array['onderzoek']);
    return query execute format(
        'with gevonden as (select distinct on (a.soort, a.rij, a.tekst) a.* from (%s) a where a.soort <> ''bestand'' order by a.soort, a.rij, a.tekst, a.moment desc nulls first)
         select u.soort, u.rij, u.moment, u.dossier_soort, u.dossier, archief.kenmerk_van(u.dossier), u.regime, u.bron, u.dag, u.persoon, u.tekst from (
            table gevonden
            union all
            -- every file of a dossier in which something was found: what it says is for a person to look at
            select ''bestand'', d.id, null::timestamptz, d.dossier_soort, d.dossier,
                   coalesce((select z.compartiment from toegang.zicht z where z.organisatie = d.organisatie and z.zicht = d.zicht), d.regime),
                   d.bron, (coalesce(d.bron_datum::timestamptz, d.op) at time zone ''Europe/Amsterdam'')::date, null::uuid, d.naam
              from documenten.document d where d.organisatie = $1 and d.staat = ''schoon'' and d.dossier in (select g.dossier from gevonden g)) u
          order by u.dag desc, u.dossier, u.soort, u.rij, u.moment desc nulls first limit $4', betrokkene.over_alles('where betrokkene.raak(r.tekst_, $2, $3)'))
      using basis.organisatie(), array(select betrokkene.vouw(w) from unnest(woorden) w where betrokkene.vouw(w) <> ''),
            array(select betrokkene.kern(n) from unnest(nummers) n where length(betrokkene.kern(n)) > 3), hoogstens;
end $$;

-- Files of the dossiers in which something of the data subject was found, of which nobody said yet whether they hold something:
-- as many as are still to be looked at.
create or replace function betrokkene.bestanden_open(verzoek_in uuid) returns integer
language sql stable security definer set search_path = pg_catalog as $$
    select count(*)::integer from documenten.document d
     where d.organisatie = basis.organisatie() and d.staat = 'schoon'
       and exists (select from betrokkene.gegeven g where g.organisatie = d.organisatie and g.verzoek = verzoek_in and g.dossier = d.dossier and g.hoort and g.soort <> 'bestand')
       and not exists (select from betrokkene.gegeven g where g.organisatie = d.organisatie and g.verzoek = verzoek_in and g.soort = 'bestand' and g.rij = d.id)
       and exists (select from betrokkene.verzoek v where v.organisatie = d.organisatie and v.id = verzoek_in and v.zicht = any (toegang.mijn_zichten()))
$$;
revoke all on function betrokkene.bestanden_open(uuid) from public;
grant execute on function betrokkene.bestanden_open(uuid) to toepassing;

-- What the rows of a request's items say now, and whether that is what was decided on. No row: it is gone.
create or replace function betrokkene.lees(verzoek_in uuid) returns table (
    gegeven uuid, bron text, dag date, persoon uuid, tekst text, inhoud bytea)
language plpgsql stable security definer set search_path = pg_catalog set jit = off as $$
begin
    perform betrokkene.eis_behandelaar(verzoek_in, array['onderzoek', 'besloten']);
    return query execute format('select a.gegeven, a.bron, a.dag, a.persoon, a.tekst, sha256(convert_to(a.tekst, ''UTF8'')) from (%s) a',
        betrokkene.over_alles('join betrokkene.gegeven g on g.organisatie = r.organisatie and g.verzoek = $2 and g.soort = :soort and g.rij = :rij and g.moment is not distinct from r.moment_'))
      using basis.organisatie(), verzoek_in;
end $$;

-- What a row that was found belongs to; no row when it is not there. Locks the file, so that a request that holds it comes
-- before its destruction or not at all.
create or replace function betrokkene.vind(verzoek_in uuid, soort_in text, rij_in uuid, moment_in timestamptz) returns table (
    dossier_soort text, dossier uuid, kenmerk text, regime text)
language plpgsql security definer set search_path = pg_catalog set jit = off as $$
declare
    r record;
begin
    perform betrokkene.eis_behandelaar(verzoek_in, array['onderzoek']);
    for r in execute format('select a.dossier_soort, a.dossier, archief.kenmerk_van(a.dossier) as kenmerk, a.regime from (%s) a',
        betrokkene.over_alles('where :soort = $2 and :rij = $3 and r.moment_ is not distinct from $4'))
      using basis.organisatie(), soort_in, rij_in, moment_in loop
        perform from casus.casus c where c.organisatie = basis.organisatie() and c.id = r.dossier for key share;
        perform from signaal.signaal s where s.organisatie = basis.organisatie() and s.id = r.dossier for key share;
        perform from overleg.overleg o where o.organisatie = basis.organisatie() and o.id = r.dossier for key share;
        if archief.wordt_vernietigd(r.dossier) then raise exception 'being destroyed' using errcode = 'DW001'; end if;
        dossier_soort := r.dossier_soort; dossier := r.dossier; kenmerk := r.kenmerk; regime := r.regime;
        return next;
    end loop;
end $$;

-- Who received an item of a request, and what became of the notice to him. Only who handles it, while it runs.
create or replace function betrokkene.ontvangers(verzoek_in uuid) returns table (
    gegeven uuid, beslissing text, verstrekking text, casus uuid, kenmerk text, ontvanger text, naam text, te_noemen boolean, op timestamptz, staat text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    perform betrokkene.eis_behandelaar(verzoek_in, array['onderzoek', 'besloten']);
    return query select g.id, g.beslissing, v.kenmerk, v.casus, archief.kenmerk_van(v.casus), v.ontvanger, betrokkene.naam_van('partner', v.ontvanger), v.te_noemen, v.op, k.staat
      from betrokkene.gegeven g
      join verstrekking.feit f on f.organisatie = g.organisatie and f.soort = g.soort and f.rij = g.rij
      join verstrekking.verstrekking v on v.organisatie = f.organisatie and v.id = f.verstrekking
      left join lateral (select n.staat from verstrekking.kennisgeving n where n.organisatie = f.organisatie and n.verstrekking = f.verstrekking and n.soort = f.soort and n.rij = f.rij
                            and n.verzoek = g.verzoek order by n.op desc limit 1) k on true
     where g.organisatie = basis.organisatie() and g.verzoek = verzoek_in and g.hoort and g.moment is null
    union all
    -- a question told the partner what it says
    select g.id, g.beslissing, 'vraag', v.casus, archief.kenmerk_van(v.casus), v.ontvanger, betrokkene.naam_van('partner', v.ontvanger), v.te_noemen, v.op, null
      from betrokkene.gegeven g
      join vraag.vraag v on g.soort = 'vraag' and v.organisatie = g.organisatie and v.id = g.rij
     where g.organisatie = basis.organisatie() and g.verzoek = verzoek_in and g.hoort and g.moment is null
     order by 9, 1;
end $$;
-- A notice to everybody who received what was decided to be otherwise; none any more of a decision that was taken back.
create or replace function betrokkene.meld_ontvangers(verzoek_in uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform betrokkene.eis_behandelaar(verzoek_in, array['onderzoek', 'besloten']);
    delete from verstrekking.kennisgeving k where k.organisatie = basis.organisatie() and k.verzoek = verzoek_in and k.staat = 'open';
    perform verstrekking.meld(v.organisatie, g.soort, g.rij, v.soort, v.id)
       from betrokkene.verzoek v join betrokkene.gegeven g on g.organisatie = v.organisatie and g.verzoek = v.id
      where v.organisatie = basis.organisatie() and v.id = verzoek_in and v.staat = 'besloten' and v.soort <> 'inzage'
        and g.hoort and g.moment is null and g.beslissing in ('toewijzen', 'deels');
end $$;

revoke all on function betrokkene.ontvangers(uuid), betrokkene.meld_ontvangers(uuid) from public;
grant execute on function betrokkene.ontvangers(uuid), betrokkene.meld_ontvangers(uuid) to toepassing;
revoke all on function betrokkene.zoek(uuid, text[], text[], integer), betrokkene.lees(uuid), betrokkene.vind(uuid, text, uuid, timestamptz),
    betrokkene.eis_behandelaar(uuid, text[]) from public;
grant execute on function betrokkene.zoek(uuid, text[], text[], integer), betrokkene.lees(uuid), betrokkene.vind(uuid, text, uuid, timestamptz) to toepassing;
