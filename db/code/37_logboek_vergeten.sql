-- SPDX-License-Identifier: EUPL-1.2
-- The logs forget: whole sealed stretches, from the beginning of a chain, by a dated rule (ADR 0050). src/platform/logboek/controleer.cpp
-- holds what was cut against the rows of logboek.vervallen, and those against the witness.
set local role eigenaar;
select basis.beveilig('logboek', 'vervallen', 'organisatie');
select basis.laat_lezen('logboek', 'vervallen', 'controleur');

-- Until when a line of this day is kept (its last day): the longest of the rules that held when that day began or since. So a
-- shorter term reaches nothing that was logged before it, not on its own day either, and a longer one all that is still there. Null: nobody said.
create or replace function logboek.bewaren_tot(soort_in text, dag date, vandaag date) returns table (tot date, regel_van date, termijn interval, grond text)
language sql stable as $$
    select (dag + r.termijn)::date, r.geldig_van, r.termijn, r.grond from archief.bewaarregel r
     where r.organisatie = basis.organisatie() and r.soort = 'logboek' and r.resultaat = soort_in and r.geldig_van <= vandaag
       and not exists (select from archief.bewaarregel n where n.organisatie = r.organisatie and n.soort = r.soort and n.resultaat = r.resultaat
                          and n.geldig_van < dag and n.geldig_van > r.geldig_van)
     order by 1 desc, 2 desc limit 1
$$;
-- The first day, from the oldest line on, of which something is still kept.
create or replace function logboek.bewaard_vanaf(soort_in text, eerste date, vandaag date) returns date language sql stable as $$
    select min(d)::date from generate_series(eerste, vandaag, interval '1 day') d
     where coalesce((select b.tot >= vandaag from logboek.bewaren_tot(soort_in, d::date, vandaag) b), true)
$$;
create or replace function logboek.dag_van(t timestamptz) returns date language sql immutable as $$ select (t at time zone 'Europe/Amsterdam')::date $$;

-- What the newest cut of the asker's organisation stands for: the head of the SHA-256 over its rows.
create or replace function logboek.vervallen_som() returns uuid language sql stable as $$
    select encode(substr(sha256(convert_to(string_agg(concat_ws('|', v.baan, v.soort, v.volgnummer, encode(v.hash, 'hex'), to_char(v.dag, 'YYYY-MM-DD'),
               to_char(v.op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), to_char(v.regel_van, 'YYYY-MM-DD'),
               extract(year from v.termijn) * 12 + extract(month from v.termijn), v.grond), E'\n' order by v.baan, v.soort collate "C"), 'UTF8')), 1, 16), 'hex')::uuid
      from logboek.vervallen v where v.organisatie = basis.organisatie()
$$;
create or replace function logboek.zet_vervallen(baan_in smallint, soort_in text, z logboek.zegel, dag_in date) returns void language sql as $$
    insert into logboek.vervallen as v (organisatie, baan, soort, volgnummer, hash, dag, op, regel_van, termijn, grond, operatie)
    select basis.organisatie(), baan_in, soort_in, z.volgnummer, logboek.zegel_som(z), dag_in, basis.nu(), b.regel_van, b.termijn, b.grond, basis.operatie()
      from logboek.bewaren_tot(soort_in, dag_in, basis.vandaag()) b
    on conflict (organisatie, baan, soort) do update set volgnummer = excluded.volgnummer, hash = excluded.hash, dag = greatest(v.dag, excluded.dag), op = excluded.op,
        regel_van = excluded.regel_van, termijn = excluded.termijn, grond = excluded.grond
$$;

-- Cuts what is due off the chains of the asker's organisation: at most `hoogstens` seals of a lane. The audit log goes with its seals
-- and processing lines; of what is still sealed the processing lines may go earlier, since the audit line holds their sum. Judges
-- for itself; whoever calls it says only for whom. Returns how many seals it passed; 0: nothing is due.
create or replace function logboek.vergeet(hoogstens integer default 20000) returns bigint
language plpgsql security definer set search_path = pg_catalog set jit = off as $$
declare
    org smallint := basis.organisatie();
    vandaag date := basis.vandaag();
    eerste date;
    vanaf date;
    audit_vanaf timestamptz;
    verwerking_vanaf timestamptz;
    b record;
    einde bigint;
    tot bigint;
    zegel logboek.zegel;
    dag date;
    begin_v bigint;
    weg bigint := 0;
    som uuid;
begin
    if org is null or basis.operatie() is null then raise exception 'no organisation or operation'; end if;
    if not pg_try_advisory_xact_lock(4426011, org) then return 0; end if;
    select logboek.dag_van(min(a.tijd)) into eerste from logboek.audit a where a.organisatie = org;
    if eerste is null then return 0; end if;
    vanaf := logboek.bewaard_vanaf('audit', eerste, vandaag);
    audit_vanaf := vanaf::timestamp at time zone 'Europe/Amsterdam';
    verwerking_vanaf := logboek.bewaard_vanaf('verwerking', eerste, vandaag)::timestamp at time zone 'Europe/Amsterdam';

    for b in select l.baan, l.begin_volgnummer from logboek.baan l where l.organisatie = org order by l.baan loop
        select max(z.volgnummer) into einde from logboek.zegel z where z.organisatie = org and z.baan = b.baan;
        continue when einde is null;

        select z.volgnummer - 1 into tot from logboek.zegel z join logboek.audit a on a.organisatie = z.organisatie and a.operatie = z.operatie
         where z.organisatie = org and z.baan = b.baan and a.tijd >= audit_vanaf order by z.volgnummer limit 1;
        tot := least(coalesce(tot, einde), b.begin_volgnummer + hoogstens);
        if tot > b.begin_volgnummer then
            -- An empty lane goes on from where it begins: nobody may seal in it while that is being written.
            if tot = einde then perform pg_advisory_xact_lock(4426010, org * 32 + b.baan); end if;
            select z.* into strict zegel from logboek.zegel z where z.organisatie = org and z.baan = b.baan and z.volgnummer = tot;
            select logboek.dag_van(max(a.tijd)) into dag from logboek.zegel z join logboek.audit a on a.organisatie = z.organisatie and a.operatie = z.operatie
             where z.organisatie = org and z.baan = b.baan and z.volgnummer <= tot;
            perform logboek.zet_vervallen(b.baan, 'audit', zegel, dag);
            delete from logboek.verwerking v using logboek.zegel z
             where z.organisatie = org and z.baan = b.baan and z.volgnummer <= tot and v.organisatie = org and v.operatie = z.operatie;
            delete from logboek.audit a using logboek.zegel z
             where z.organisatie = org and z.baan = b.baan and z.volgnummer <= tot and a.organisatie = org and a.operatie = z.operatie;
            delete from logboek.zegel z where z.organisatie = org and z.baan = b.baan and z.volgnummer <= tot;
            update logboek.baan l set begin_volgnummer = tot, begin_hash = logboek.zegel_som(zegel) where l.organisatie = org and l.baan = b.baan;
            weg := weg + tot - b.begin_volgnummer;
        end if;

        -- Lines of before the audit line held their sum (migration 0044) are checked over themselves, and go with it.
        select greatest(tot, coalesce(max(v.volgnummer), 0)) into begin_v from logboek.vervallen v where v.organisatie = org and v.baan = b.baan and v.soort = 'verwerking';
        select z.volgnummer - 1 into tot from logboek.zegel z join logboek.audit a on a.organisatie = z.organisatie and a.operatie = z.operatie
         where z.organisatie = org and z.baan = b.baan and z.volgnummer > begin_v and (a.tijd >= verwerking_vanaf or a.regels_som is null) order by z.volgnummer limit 1;
        tot := least(coalesce(tot, einde), begin_v + hoogstens);
        if tot > begin_v then
            select z.* into strict zegel from logboek.zegel z where z.organisatie = org and z.baan = b.baan and z.volgnummer = tot;
            select logboek.dag_van(max(a.tijd)) into dag from logboek.zegel z join logboek.audit a on a.organisatie = z.organisatie and a.operatie = z.operatie
             where z.organisatie = org and z.baan = b.baan and z.volgnummer > begin_v and z.volgnummer <= tot;
            perform logboek.zet_vervallen(b.baan, 'verwerking', zegel, dag);
            delete from logboek.verwerking v using logboek.zegel z
             where z.organisatie = org and z.baan = b.baan and z.volgnummer > begin_v and z.volgnummer <= tot and v.organisatie = org and v.operatie = z.operatie;
            weg := weg + tot - begin_v;
        end if;
    end loop;

    if weg = 0 then return 0; end if;
    update logboek.vervallen v set operatie = basis.operatie() where v.organisatie = org;
    som := logboek.vervallen_som();
    perform logboek.schrijf(null, null, null, null, 'logboekVergeten', null, 'logboek', som, null, 'gelukt', 200::smallint, 'programma', null, null, array[som],
                            '{}'::bytea[], '{}'::text[], false);
    return weg;
end $$;
revoke all on function logboek.bewaren_tot(text, date, date), logboek.bewaard_vanaf(text, date, date), logboek.vervallen_som(),
    logboek.zet_vervallen(smallint, text, logboek.zegel, date), logboek.vergeet(integer) from public;
grant execute on function logboek.vergeet(integer) to controleur;
