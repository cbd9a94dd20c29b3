-- SPDX-License-Identifier: EUPL-1.2
-- The label of a fact: regime, source, the day as of which it is true, and whether it may be passed on. What was there
-- before gets its regime's default. Whoever writes a row without saying so writes the strictest.
set local role eigenaar;

-- A file of a signaal stood with it in its compartment, but said that it was under the AVG; so would its copy in a casus.
alter table documenten.document disable trigger user;
update documenten.document d set regime = s.regime from signaal.signaal s
 where s.organisatie = d.organisatie and s.id = d.dossier and s.regime in ('wpg', 'bibob', 'wgs') and d.regime <> s.regime;
update documenten.document_verleden d set regime = s.regime from signaal.signaal s
 where s.organisatie = d.organisatie and s.id = d.dossier and s.regime in ('wpg', 'bibob', 'wgs') and d.regime <> s.regime;
alter table documenten.document enable trigger user;

do $$
declare
    tabel text;
    deel text;
begin
    foreach tabel in array array['signaal.signaal', 'entiteit.vermelding', 'casus.bron', 'documenten.document'] loop
        foreach deel in array array['', '_verleden'] loop
            execute format($f$alter table %s
                add column doorgifte text not null default 'niet' check (doorgifte in ('vrij', 'na_overleg', 'niet')),
                add column doorgifte_reden text check (btrim(doorgifte_reden) <> '')$f$, tabel || deel);
            if tabel <> 'documenten.document' then execute format('alter table %s add column peildatum date', tabel || deel); end if;
            if tabel = 'entiteit.vermelding' then
                execute format('alter table %s add column bron text not null default '''', add column uit_bron uuid, add column uit_document uuid', tabel || deel);
            end if;
            -- What the rows say does not change by it, so it makes no history.
            execute format('alter table %s disable trigger user', tabel || deel);
            execute format($f$update %s set doorgifte = case when regime in ('open', 'avg') then 'vrij' when regime = 'brp' then 'na_overleg' else 'niet' end%s$f$,
                tabel || deel, case tabel
                    when 'signaal.signaal' then ', peildatum = (ontvangen_op at time zone ''Europe/Amsterdam'')::date'
                    when 'entiteit.vermelding' then ', peildatum = (op at time zone ''Europe/Amsterdam'')::date'
                    when 'casus.bron' then ', peildatum = (antwoord_op at time zone ''Europe/Amsterdam'')::date'
                    else '' end);
            execute format('alter table %s enable trigger user', tabel || deel);
        end loop;
    end loop;
end $$;
alter table signaal.signaal alter column peildatum set default (now() at time zone 'Europe/Amsterdam')::date, alter column peildatum set not null;
alter table entiteit.vermelding alter column peildatum set default (now() at time zone 'Europe/Amsterdam')::date, alter column peildatum set not null,
    add check (uit_bron is null or uit_document is null),
    add check (dossier_soort = 'casus' or (uit_bron is null and uit_document is null));
