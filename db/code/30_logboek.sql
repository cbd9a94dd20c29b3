-- SPDX-License-Identifier: EUPL-1.2
set local role eigenaar;

-- Whether a signaal or casus of the asker's organisation stands in one of these audiences; null audiences know everything.
create or replace function logboek.te_kennen(object_in uuid, zichten integer[]) returns boolean language sql stable as $$
    select zichten is null
        or exists (select from casus.casus c where c.organisatie = basis.organisatie() and c.id = object_in and c.zicht = any (zichten))
        or exists (select from signaal.signaal s where s.organisatie = basis.organisatie() and s.id = object_in and s.zicht = any (zichten))
$$;
-- One row per object and operation, for whoever reads the logs by hand.
create or replace view logboek.geraakt with (security_invoker = true) as
select organisatie, unnest(geraakt) as object, tijd, operatie from logboek.audit;
grant select on logboek.geraakt to controleur;

-- Whether a code stands in the note of an audit line: codes, with a space between them.
create or replace function logboek.heeft_code(toelichting text, code text) returns boolean language sql immutable as
$$ select coalesce(code = any (string_to_array(toelichting, ' ')), false) $$;

-- The roles that may use an activity, and where the municipality keeps its impact assessment: said last, of those adopted
-- before `tot` (null: until now).
create or replace function logboek.rollen_van(activiteit_in text) returns text[] language sql stable as $$
    select array(select x.rol from logboek.rol_activiteit x join toegang.rol r on r.code = x.rol where x.activiteit = activiteit_in order by r.volgorde)
$$;
create or replace function logboek.dpia_van(activiteit_in text, tot date) returns table (verwijzing text, vastgesteld_op date) language sql stable as $$
    select d.verwijzing, d.vastgesteld_op from logboek.dpia d
     where d.organisatie = basis.organisatie() and d.activiteit = activiteit_in and (tot is null or d.vastgesteld_op < tot)
     order by d.vastgesteld_op desc, d.op desc limit 1
$$;

-- Who looked at objects of the asker's organisation, newest first; `object`: the first of them that the act was about. As its owner: the application reads its logs by this
-- door only. Whether the asker may know of the objects themselves, the caller has decided. `zichten`: of what else was looked at
-- in the same act, only what stands in these audiences shows; null for the privacy officer, who may know that it was done.
-- The lines are found first and ordered after: walking back through time would read the logs of everything.
drop function if exists logboek.inzagen_van(uuid, timestamptz, integer), logboek.inzagen_van(uuid, timestamptz, integer, integer[]);
create or replace function logboek.inzagen_van(objecten_in uuid[], voor timestamptz, hoogstens integer, zichten integer[])
returns table (object uuid, tijd timestamptz, actor uuid, rol text, actie text, activiteit smallint, casus uuid, noodtoegang boolean, zelf boolean, objecten integer)
language sql stable security definer set search_path = pg_catalog as $$
    with regel as materialized (
        select * from logboek.audit a
         where a.organisatie = basis.organisatie() and a.geraakt && objecten_in and (voor is null or a.tijd < voor) and a.actor is not null)
    select (select o from unnest(objecten_in) with ordinality as x (o, nr) where o = any (a.geraakt) order by o is distinct from a.object_id, nr limit 1),
           a.tijd, a.actor, a.rol, a.actie, a.activiteit, case when logboek.te_kennen(a.casus, zichten) then a.casus end,
           logboek.heeft_code(a.toelichting, 'noodtoegang'), coalesce(a.object_id = any (objecten_in), false), case when zichten is null then a.geraakt_aantal end
      from regel a
     where a.object_id is null or a.object_id = any (objecten_in) or logboek.te_kennen(a.object_id, zichten)
        or a.object_soort = 'overleg'  -- which one stays unsaid
     order by a.tijd desc limit least(hoogstens, 1000)
$$;
-- Sorts what was added lately into the index of the read log; searches are complete without it, and slower.
create or replace function logboek.werk_leeslog_bij() returns bigint
language sql security definer set search_path = pg_catalog as $$ select gin_clean_pending_list('logboek.audit_geraakt') $$;
revoke all on function logboek.werk_leeslog_bij() from public;
grant execute on function logboek.werk_leeslog_bij() to controleur;
revoke all on function logboek.inzagen_van(uuid[], timestamptz, integer, integer[]), logboek.te_kennen(uuid, integer[]) from public;
grant execute on function logboek.inzagen_van(uuid[], timestamptz, integer, integer[]) to toepassing;

-- The single write path of both logs; the audit line holds the sum of its processing lines, in order: a seal is then over one
-- row. By value, since the application cannot read its logs; verification sums what was stored.
-- one audit line that holds the loggable objects (`objecten`: each once, in order), one
-- processing line per data subject (one without a subject when there is none). In the caller's transaction; without an
-- activity nothing is processed. `merken`: keyed hashes of the names and addresses looked at or for; that one is the actor's
-- own is all that stays of them, as a code in the note (docs/adr/0033).
drop function if exists logboek.schrijf(uuid, text, text, uuid, text, smallint, text, uuid, uuid, text, smallint, text, text, bytea, uuid[], bytea[], text[], boolean);
create or replace function logboek.schrijf(
    actor_in uuid, rol_in text, acr_in text, sessie_in uuid, actie_in text, activiteit_in smallint,
    object_soort_in text, object_in uuid, casus_in uuid, resultaat_in text, status_in smallint, oorsprong_in text,
    toelichting_in text, trace_in bytea, objecten uuid[], betrokkenen bytea[], soorten text[], verwerkt boolean, merken bytea[] default '{}')
returns void language plpgsql as $$
declare
    van_wie smallint := coalesce(basis.organisatie(), 0::smallint);
    welke uuid := basis.operatie();
    begin_tijd timestamptz := basis.nu();
    eind_tijd timestamptz := basis.tik();
    uitslag smallint := case when resultaat_in = 'gelukt' then 1 else 2 end;
    aantal smallint := case when verwerkt then greatest(cardinality(betrokkenen), 1) else 0 end;
    sommen bytea := ''::bytea;
    eigen text;
begin
    if merken <> '{}' then
        select string_agg(distinct 'eigen-' || k.soort, ' ') into eigen from toegang.eigen_kenmerk k
         where k.organisatie = van_wie and k.gebruiker = actor_in and k.merk = any (merken);
    end if;
    if activiteit_in is not null then
        perform from logboek.activiteit where id = activiteit_in;
        if not found then raise foreign_key_violation using message = 'no such processing activity'; end if;
    end if;
    if aantal = 1 then  -- nearly always
        insert into logboek.verwerking (organisatie, operatie, regel, trace_id, activiteit, betrokkene, betrokkene_soort, naam, status, start_tijd, eind_tijd)
        values (van_wie, welke, 1, trace_in, activiteit_in, betrokkenen[1], soorten[1], actie_in, uitslag, begin_tijd, eind_tijd);
    elsif aantal > 1 then
        with regel as (
            select van_wie as organisatie, welke as operatie, nr::smallint as regel, trace_in as trace_id, activiteit_in as activiteit, betrokkenen[nr] as betrokkene,
                   soorten[nr] as betrokkene_soort, actie_in as naam, uitslag as status, begin_tijd as start_tijd, eind_tijd
              from generate_series(1, aantal) nr),
        bewaard as (
            insert into logboek.verwerking (organisatie, operatie, regel, trace_id, activiteit, betrokkene, betrokkene_soort, naam, status, start_tijd, eind_tijd)
            table regel)
        select string_agg(logboek.verwerking_som(row(r.*)::logboek.verwerking), ''::bytea) into sommen from regel r;
    end if;
    insert into logboek.audit (organisatie, operatie, tijd, actor, rol, acr, sessie, actie, activiteit, object_soort,
                               object_id, casus, resultaat, status, oorsprong, toelichting, geraakt_aantal, geraakt_som, geraakt, regels, regels_som)
    values (van_wie, welke, begin_tijd, actor_in, rol_in, acr_in, sessie_in, actie_in, activiteit_in, object_soort_in,
            object_in, casus_in, resultaat_in, status_in, oorsprong_in,
            nullif(concat_ws(' ', toelichting_in, eigen), ''), cardinality(objecten),
            (select sha256(string_agg(uuid_send(o), ''::bytea)) from unnest(objecten) o), objecten, aantal,
            sha256(case when aantal = 1 then logboek.verwerking_som(row(van_wie, welke, 1::smallint, trace_in, activiteit_in, betrokkenen[1], soorten[1],
                                                                       actie_in, uitslag, begin_tijd, eind_tijd)::logboek.verwerking)
                        else sommen end));
end $$;

-- A checkpoint arrived, or there was none to bring; known to the minute.
create or replace function logboek.getuigd() returns void language sql security definer set search_path = pg_catalog as
$$ update logboek.getuigd set op = clock_timestamp() where op < clock_timestamp() - interval '1 minute' $$;
revoke all on function logboek.getuigd() from public;
grant execute on function logboek.getuigd() to controleur;
