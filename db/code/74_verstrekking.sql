-- SPDX-License-Identifier: EUPL-1.2
-- What can be given of a casus, and the notices that are due when something that was given is otherwise.
set local role eigenaar;
select basis.beveilig('verstrekking', t, 'zicht') from unnest(array['verstrekking', 'feit', 'kennisgeving', 'riec', 'riec_bericht']) t;
select basis.beveilig('verstrekking', 'dagbudget', 'organisatie');

-- What a casus says, as known at `moment` (null: now), with the law it came under and whether it may be passed on. Runs as
-- the asker. A reporter is never among it: his signaal is not. The picture is written out of all that the team was told, so
-- it has the strictest label of what stands where it stands: casus.strengste_van.
drop function if exists verstrekking.feiten(uuid, timestamptz);
create function verstrekking.feiten(casus_in uuid, moment timestamptz) returns table (
    soort text, rij uuid, zicht integer, naam text, tekst text, regime text, doorgifte text, persoon uuid, minderjarig boolean)
language sql stable as $$
    select 'casus', c.id, c.zicht, c.kenmerk, c.beeld, l.regime, l.doorgifte, null::uuid, false
      from casus.casus_op(moment) c cross join lateral casus.strengste_van(c.id, c.zicht, moment) l
     where c.organisatie = basis.organisatie() and c.id = casus_in and c.zicht = any (toegang.mijn_zichten()) and c.beeld <> ''
    union all
    select * from (
        select 'vermelding', v.id, v.zicht, v.tekst, concat_ws(E'\n', s.naam_nl || coalesce(' (' || v.rol || ')', ''), v.tekst, case when m.zo then 'Minderjarig' end, v.sleutel, v.toelichting), v.regime,
               v.doorgifte, case when v.soort in ('persoon', 'bedrijf') then coalesce(v.entiteit, v.id) end, m.zo
          from entiteit.vermelding_op(moment) v
         cross join lateral (select entiteit.is_minderjarig(v.geboren_op, v.minderjarig, coalesce((moment at time zone 'Europe/Amsterdam')::date, basis.vandaag())) as zo) m
          left join basis.stamcode s on s.lijst = 'vermeldingsoort' and s.code = v.soort
         where v.organisatie = basis.organisatie() and v.zicht = any (toegang.mijn_zichten())
           and v.dossier = any (array(select casus_in union all select s.id from signaal.signaal s where s.organisatie = basis.organisatie() and s.casus = casus_in))
         order by v.op, v.id) v
    union all
    select * from (
        select 'bron', b.id, b.zicht, b.naam, b.antwoord, b.regime, b.doorgifte, null::uuid, false
          from casus.bron_op(moment) b where b.organisatie = basis.organisatie() and b.casus = casus_in and b.zicht = any (toegang.mijn_zichten()) and b.antwoord <> '' order by b.op, b.id) b
    union all
    select * from (
        select 'interventie', i.id, i.zicht, coalesce(s.naam_nl, i.type), concat_ws(E'\n', i.omschrijving, i.uitvoerder, i.grondslag, i.resultaat), i.regime, i.doorgifte, null::uuid, false
          from interventie.interventie_op(moment) i left join basis.stamcode s on s.lijst = 'interventietype' and s.code = i.type
         where i.organisatie = basis.organisatie() and i.casus = casus_in and i.zicht = any (toegang.mijn_zichten()) and i.status <> 'vervallen' order by i.op, i.id) i
$$;

-- How many afschriften the asker may still make today. As its owner: what he gave out of a casus that he left counts too.
create or replace function verstrekking.over_vandaag() returns integer language sql stable security definer set search_path = pg_catalog as $$
    select coalesce((select d.afschriften from verstrekking.dagbudget d where d.organisatie = basis.organisatie()), 20)
         - (select count(*)::integer from verstrekking.verstrekking v where v.organisatie = basis.organisatie() and v.door = basis.gebruiker()
               and v.op >= basis.vandaag()::timestamp at time zone 'Europe/Amsterdam')
$$;
revoke all on function verstrekking.over_vandaag() from public;
grant execute on function verstrekking.over_vandaag() to toepassing;

-- A notice to everybody who received this fact. As its owner: whoever corrects a fact may not know who received it.
create or replace function verstrekking.meld(organisatie_in smallint, soort_in text, rij_in uuid, aanleiding_in text, verzoek_in uuid) returns void
language sql security definer set search_path = pg_catalog as $$
    insert into verstrekking.kennisgeving (organisatie, id, verstrekking, soort, rij, casus, zicht, verzoek, aanleiding, op, operatie)
    select f.organisatie, gen_random_uuid(), f.verstrekking, f.soort, f.rij, f.casus, f.zicht, verzoek_in, aanleiding_in, basis.tik(), basis.operatie()
      from verstrekking.feit f where f.organisatie = organisatie_in and f.soort = soort_in and f.rij = rij_in
    on conflict do nothing
$$;
create or replace function verstrekking.merk_wijziging() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform verstrekking.meld(old.organisatie, tg_argv[0], old.id, case tg_op when 'DELETE' then 'verwijderd' else 'gewijzigd' end, null);
    return null;
end $$;
revoke all on function verstrekking.meld(smallint, text, uuid, text, uuid), verstrekking.merk_wijziging() from public;
create or replace trigger verstrekt_gewijzigd after update on entiteit.vermelding for each row
    when ((old.soort, old.tekst, old.sleutel, old.rol, old.toelichting, old.geboren_op, old.minderjarig) is distinct from (new.soort, new.tekst, new.sleutel, new.rol, new.toelichting, new.geboren_op, new.minderjarig))
    execute function verstrekking.merk_wijziging('vermelding');
create or replace trigger verstrekt_verwijderd after delete on entiteit.vermelding for each row execute function verstrekking.merk_wijziging('vermelding');
create or replace trigger verstrekt_gewijzigd after update on casus.bron for each row
    when (old.antwoord is distinct from new.antwoord) execute function verstrekking.merk_wijziging('bron');
create or replace trigger verstrekt_verwijderd after delete on casus.bron for each row execute function verstrekking.merk_wijziging('bron');
create or replace trigger verstrekt_gewijzigd after update on interventie.interventie for each row
    when ((old.type, old.omschrijving, old.uitvoerder, old.grondslag, old.resultaat) is distinct from (new.type, new.omschrijving, new.uitvoerder, new.grondslag, new.resultaat))
    execute function verstrekking.merk_wijziging('interventie');
create or replace trigger verstrekt_verwijderd after delete on interventie.interventie for each row execute function verstrekking.merk_wijziging('interventie');

-- Everything that was given between two days (Amsterdam), over all casussen: to whom, when, on which ground and how much;
-- neither what it said, nor what for, nor who received it by name. As its owner, with the right asked here too.
create or replace function verstrekking.overzicht(van_in date, tot_in date, hoogstens integer) returns table (
    kenmerk text, casus uuid, casus_kenmerk text, ontvanger text, grondslag text, label text, feiten integer, personen integer, open_berichten integer,
    door uuid, door_naam text, op timestamptz, tot date)
language sql stable security definer set search_path = pg_catalog as $$
    select v.kenmerk, c.id, c.kenmerk, v.ontvanger, v.grondslag, v.label, f.feiten, f.personen,
           (select count(*)::integer from verstrekking.kennisgeving k where k.organisatie = v.organisatie and k.verstrekking = v.id and k.staat = 'open'),
           g.id, g.naam, v.op, v.tot
      from verstrekking.verstrekking v
      join casus.casus c on c.organisatie = v.organisatie and c.id = v.casus
      join toegang.gebruiker g on g.organisatie = v.organisatie and g.id = v.door
      cross join lateral (
            select count(*)::integer as feiten, count(distinct m.wie)::integer as personen
              from verstrekking.feit f
              left join lateral (
                    select coalesce(x.entiteit, x.id) as wie from entiteit.vermelding x where f.soort = 'vermelding' and x.organisatie = f.organisatie and x.id = f.rij and x.soort = 'persoon'
                    union
                    select coalesce(x.entiteit, x.id) from entiteit.vermelding_verleden x where f.soort = 'vermelding' and x.organisatie = f.organisatie and x.id = f.rij and x.soort = 'persoon') m on true
             where f.organisatie = v.organisatie and f.verstrekking = v.id) f
     where v.organisatie = basis.organisatie() and toegang.heb_recht('toezicht.zien')
       and v.op >= van_in::timestamp at time zone 'Europe/Amsterdam' and v.op < (tot_in + 1)::timestamp at time zone 'Europe/Amsterdam'
     order by v.op desc, v.id limit hoogstens
$$;
revoke all on function verstrekking.overzicht(date, date, integer) from public;
grant execute on function verstrekking.overzicht(date, date, integer) to toepassing;
