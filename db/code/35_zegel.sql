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

-- The hash of a seal: what the next one in its lane holds. The bytes are those of record_send(row(organisatie, baan, volgnummer,
-- operatie, regels)), put together by hand: five columns of a type and a length that never change, and a record costs more
-- than the sum.
create or replace function logboek.zegel_som(z logboek.zegel) returns bytea language sql immutable as $$
    select sha256(z.vorige || '\x000000050000001500000002'::bytea || int2send(z.organisatie) || '\x0000001500000002'::bytea || int2send(z.baan)
               || '\x0000001400000008'::bytea || int8send(z.volgnummer) || '\x00000b8600000010'::bytea || uuid_send(z.operatie)
               || '\x0000001500000002'::bytea || int2send(z.regels) || z.inhoud)
$$;
-- The head of each lane is its last seal; of one that forgot all it had, the last that it forgot.
create or replace view logboek.kop with (security_invoker = true) as
select b.organisatie, b.baan, coalesce(z.volgnummer, b.begin_volgnummer) as volgnummer,
       case when z.volgnummer is null then b.begin_hash else logboek.zegel_som(z.rij) end as hash
  from logboek.baan b left join lateral
       (select l.volgnummer, l as rij from logboek.zegel l where l.organisatie = b.organisatie and l.baan = b.baan order by l.volgnummer desc limit 1) z on true
 where z.volgnummer is not null or b.begin_volgnummer > 0;
grant select on logboek.kop to controleur;

-- Seals one operation behind the last seal of a lane that is free, else waits for one. A connection begins to look at a lane
-- of its own; who holds a lane gets it again, so two transactions never wait for each other. A seal is one row added, and
-- unique in what it follows: a chain cannot fork. Fails closed: no seal, no commit. It runs as its owner: the application can
-- write in the logs, and not in the chain. One function, one statement and few expressions: each is made ready anew in every
-- transaction, which costs as much as what it does (docs/adr/0029).
create or replace function logboek.verzegel_bij_vastleggen() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
    keuze smallint := pg_backend_pid() % 32;
    opnieuw boolean;
begin
    if pg_client_encoding() <> 'UTF8' or not pg_try_advisory_xact_lock(4426010, new.organisatie * 32 + keuze) then
        if pg_client_encoding() <> 'UTF8' then raise exception 'the logs are sealed in UTF8'; end if;
        for poging in 1..31 loop
            keuze := (keuze + 5) % 32;
            exit when pg_try_advisory_xact_lock(4426010, new.organisatie * 32 + keuze);
            if poging = 31 then perform pg_advisory_xact_lock(4426010, new.organisatie * 32 + keuze); end if;
        end loop;
    end if;
    loop
        insert into logboek.zegel (organisatie, baan, volgnummer, operatie, regels, vorige, inhoud)
        select b.organisatie, b.baan, coalesce(z.volgnummer, b.begin_volgnummer) + 1, new.operatie, new.regels, coalesce(logboek.zegel_som(z), b.begin_hash),
               sha256(logboek.audit_som(new) || new.regels_som)
          from logboek.baan b
          left join lateral (select * from logboek.zegel l where l.organisatie = b.organisatie and l.baan = b.baan order by l.volgnummer desc limit 1) z on true
         where b.organisatie = new.organisatie and b.baan = keuze;
        if found then return null; end if;
        if opnieuw then raise exception 'no lane for the seal'; end if;
        opnieuw := true;
        insert into logboek.baan (organisatie, baan, begin_hash)
        select new.organisatie, n, logboek.baan_begin(new.organisatie, n::smallint) from generate_series(0, 31) n order by n on conflict do nothing;
    end loop;
end $$;
drop function if exists logboek.verzegel(logboek.audit);
revoke all on function logboek.verzegel_bij_vastleggen() from public;
do $$
begin
    if not exists (select from pg_trigger where tgrelid = 'logboek.audit'::regclass and tgname = 'zegel') then
        create constraint trigger zegel after insert on logboek.audit deferrable initially deferred
            for each row execute function logboek.verzegel_bij_vastleggen();
    end if;
end $$;
