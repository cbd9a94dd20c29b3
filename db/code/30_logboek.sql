-- SPDX-License-Identifier: EUPL-1.2
set local role eigenaar;

-- The single write path of both logs: one audit line, one processing line per data subject (one without a subject when
-- there is none), one row per loggable object. In the caller's transaction; without an activity nothing is processed.
create or replace function logboek.schrijf(
    actor_in uuid, rol_in text, acr_in text, sessie_in uuid, actie_in text, activiteit_in smallint,
    object_soort_in text, object_in uuid, casus_in uuid, resultaat_in text, status_in smallint, oorsprong_in text,
    toelichting_in text, trace_in bytea, objecten uuid[], betrokkenen bytea[], soorten text[], verwerkt boolean)
returns void language plpgsql as $$
declare
    van_wie smallint := coalesce(basis.organisatie(), 0::smallint);
    moment timestamptz := basis.nu();
begin
    insert into logboek.audit (organisatie, operatie, tijd, actor, rol, acr, sessie, actie, activiteit, object_soort,
                               object_id, casus, resultaat, status, oorsprong, toelichting, geraakt_aantal, geraakt_som)
    values (van_wie, basis.operatie(), moment, actor_in, rol_in, acr_in, sessie_in, actie_in, activiteit_in, object_soort_in,
            object_in, casus_in, resultaat_in, status_in, oorsprong_in, toelichting_in, cardinality(objecten),
            (select sha256(string_agg(uuid_send(o), ''::bytea order by o)) from unnest(objecten) o));
    if cardinality(objecten) > 0 then
        insert into logboek.geraakt (organisatie, object, tijd, operatie)
        select van_wie, o, moment, basis.operatie() from unnest(objecten) o on conflict do nothing;
    end if;
    if verwerkt then
        insert into logboek.verwerking (organisatie, operatie, regel, trace_id, activiteit, betrokkene, betrokkene_soort,
                                        naam, status, start_tijd, eind_tijd)
        select van_wie, basis.operatie(), (b.nr)::smallint, trace_in, activiteit_in, b.betrokkene, b.soort, actie_in,
               case when resultaat_in = 'gelukt' then 1 else 2 end, moment, basis.tik()
          from (select nr, betrokkenen[nr] as betrokkene, soorten[nr] as soort from generate_subscripts(betrokkenen, 1) nr
                union all select 1, null, null where cardinality(betrokkenen) = 0) b;
    end if;
end $$;
