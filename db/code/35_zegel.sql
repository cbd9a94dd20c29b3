-- SPDX-License-Identifier: EUPL-1.2
-- Sealing. The encoding is PostgreSQL's own binary form of the values as stored (record_send); src/platform/logboek/zegel.cpp
-- builds the same bytes from COPY. A column that is added later does not change what was sealed: the lists are explicit.
set local role eigenaar;

create or replace function logboek.audit_som(a logboek.audit) returns bytea language sql stable as
$$ select sha256(record_send(row(a.organisatie, a.operatie, a.tijd, a.actor, a.rol, a.acr, a.sessie, a.actie, a.activiteit,
       a.object_soort, a.object_id, a.casus, a.resultaat, a.status, a.oorsprong, a.toelichting, a.geraakt_aantal, a.geraakt_som))) $$;
create or replace function logboek.verwerking_som(v logboek.verwerking) returns bytea language sql stable as
$$ select sha256(record_send(row(v.organisatie, v.operatie, v.regel, v.trace_id, v.activiteit, v.betrokkene, v.betrokkene_soort,
       v.naam, v.status, v.start_tijd, v.eind_tijd))) $$;
create or replace function logboek.baan_begin(organisatie smallint, baan smallint) returns bytea language sql immutable as
$$ select sha256('damwand-baan'::bytea || record_send(row(organisatie, baan))) $$;

-- Seals one operation in a lane that is free, else waits for one. A transaction keeps to one lane, so that two of them
-- never wait for each other, and a connection begins to look at a lane of its own. Fails closed: no seal, no commit.
-- Lines, head and seal in one statement: three of them cost more than what they do. Gives the lane. The trigger runs as its
-- owner: the application can write in the logs, and not in the chain.
drop function if exists logboek.verzegel(logboek.audit);
create function logboek.verzegel(a logboek.audit) returns smallint language plpgsql as $$
declare
    banen constant integer := 16;
    keuze smallint := nullif(current_setting('damwand.baan', true), '');
begin
    if current_setting('client_encoding') <> 'UTF8' then raise exception 'the logs are sealed in UTF8'; end if;
    if keuze is null then
        keuze := pg_backend_pid() % banen;
        for poging in 1..banen loop
            exit when pg_try_advisory_xact_lock(4426010, a.organisatie * banen + keuze);
            keuze := (keuze + 5) % banen;
        end loop;
        perform set_config('damwand.baan', keuze::text, true);
    end if;
    for poging in 1..2 loop
        with kop as (
            update logboek.baan b set volgnummer = b.volgnummer + 1, vorige = b.hash,
                   hash = sha256(b.hash || record_send(row(b.organisatie, b.baan, b.volgnummer + 1, a.operatie, s.aantal)) || s.inhoud)
              from (select count(*)::smallint as aantal, sha256(logboek.audit_som(a) || coalesce(string_agg(r.som, ''::bytea), ''::bytea)) as inhoud
                      from (select logboek.verwerking_som(v) as som from logboek.verwerking v
                             where v.organisatie = a.organisatie and v.operatie = a.operatie order by v.regel) r) s
             where b.organisatie = a.organisatie and b.baan = keuze
         returning b.baan, b.volgnummer, b.vorige, s.aantal, s.inhoud)
        insert into logboek.zegel (organisatie, baan, volgnummer, operatie, regels, vorige, inhoud)
        select a.organisatie, k.baan, k.volgnummer, a.operatie, k.aantal, k.vorige, k.inhoud from kop k;
        if found then return keuze; end if;
        insert into logboek.baan (organisatie, baan, volgnummer, hash, begin_hash)
        select a.organisatie, n, 0, logboek.baan_begin(a.organisatie, n::smallint), logboek.baan_begin(a.organisatie, n::smallint)
          from generate_series(0, banen - 1) n order by n on conflict do nothing;
    end loop;
    raise exception 'no lane for the seal';
end $$;
create or replace function logboek.verzegel_bij_vastleggen() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
    baan smallint;
begin
    baan := logboek.verzegel(new);  -- an expression: PERFORM would be a statement more
    return null;
end $$;
revoke all on function logboek.verzegel(logboek.audit), logboek.verzegel_bij_vastleggen() from public;
do $$
begin
    if not exists (select from pg_trigger where tgrelid = 'logboek.audit'::regclass and tgname = 'zegel') then
        create constraint trigger zegel after insert on logboek.audit deferrable initially deferred
            for each row execute function logboek.verzegel_bij_vastleggen();
        -- What was written before there were seals.
        perform logboek.verzegel(a) from (select * from logboek.audit order by tijd) a;
    end if;
end $$;
