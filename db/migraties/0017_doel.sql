-- SPDX-License-Identifier: EUPL-1.2
-- Purpose in the wall: a compartment opens to a role, and only for what it is for (AVG art. 5(1)(b); Wpg art. 3 and 16; Wet
-- Bibob art. 28; WGS). And a signaal under such a regime stands in a compartment of its own too. Code: db/code/15_toegang.sql.
set local role eigenaar;

-- The activities whose acts may also be done under this one: a Bibob inquiry reads the casus it is about.
alter table logboek.activiteit add column naast text[] not null default '{}';

-- Under which activities a compartment opens: the municipality's to set.
create table toegang.compartiment_activiteit (
    organisatie smallint not null references toegang.organisatie,
    compartiment text not null check (compartiment in ('wpg', 'bibob', 'wgs')),
    activiteit text not null,
    primary key (organisatie, compartiment, activiteit));
grant select on toegang.compartiment_activiteit to toepassing;

-- How many signalen a casus has is for each who asks the number that he sees.
alter table casus.casus drop column aantal_signalen;
alter table casus.casus_verleden drop column aantal_signalen;

-- What was recorded before goes where it now belongs; what the files say does not change.
alter table signaal.signaal disable trigger user;
alter table entiteit.vermelding disable trigger user;
alter table documenten.document disable trigger user;
do $$
declare
    s record;
    nieuw integer;
    tabel text;
begin
    for s in select organisatie, id, zicht, regime from signaal.signaal where regime in ('wpg', 'bibob', 'wgs') order by organisatie, id loop
        select z.zicht into nieuw from toegang.zicht z
         where z.organisatie = s.organisatie and z.basis = s.zicht and z.compartiment = s.regime;
        if nieuw is null then
            insert into toegang.zicht (organisatie, zicht, soort, object, compartiment, basis)
            select b.organisatie, (select max(zicht) + 1 from toegang.zicht where organisatie = b.organisatie), 'compartiment', b.object, s.regime, b.zicht
              from toegang.zicht b where b.organisatie = s.organisatie and b.zicht = s.zicht
            returning zicht into nieuw;
        end if;
        update signaal.signaal set zicht = nieuw where organisatie = s.organisatie and id = s.id;
        update signaal.signaal_verleden set zicht = nieuw where organisatie = s.organisatie and id = s.id;
        update signaal.weging set zicht = nieuw where organisatie = s.organisatie and signaal = s.id;
        update signaal.overgang set zicht = nieuw where organisatie = s.organisatie and signaal = s.id;
        foreach tabel in array array['entiteit.vermelding', 'entiteit.vermelding_verleden', 'documenten.document', 'documenten.document_verleden'] loop
            execute format('update %s set zicht = $1 where organisatie = $2 and dossier = $3', tabel) using nieuw, s.organisatie, s.id;
        end loop;
    end loop;
end $$;
alter table signaal.signaal enable trigger user;
alter table entiteit.vermelding enable trigger user;
alter table documenten.document enable trigger user;
