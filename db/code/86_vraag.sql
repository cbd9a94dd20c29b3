-- SPDX-License-Identifier: EUPL-1.2
-- Who sees a question: whoever sees the source it is put to, and the partner: that it is there always, what it says until its
-- last day and as long as it was not withdrawn.
set local role eigenaar;
select basis.beveilig('vraag', t, 'zicht') from unnest(array['vraag', 'inhoud', 'stap']) t;

create or replace function vraag.is_mijn(partner_in uuid) returns boolean language sql stable as
$$ select partner_in = basis.gebruiker() and (select toegang.heb_recht('vraag.beantwoorden')) $$;
do $$
declare
    tabel text;
begin
    foreach tabel in array array['vraag', 'stap'] loop
        execute format('drop policy if exists partner on vraag.%I', tabel);
        execute format('create policy partner on vraag.%I using (organisatie = (select basis.organisatie()) and vraag.is_mijn(partner))'
                       ' with check (organisatie = (select basis.organisatie()) and vraag.is_mijn(partner))', tabel);
    end loop;
end $$;
drop policy if exists partner on vraag.inhoud;
create policy partner on vraag.inhoud
    using (organisatie = (select basis.organisatie()) and vraag.is_mijn(partner)
           and exists (select from vraag.vraag v where v.organisatie = inhoud.organisatie and v.id = inhoud.vraag and v.tot >= basis.vandaag() and v.staat <> 'ingetrokken'))
    with check (organisatie = (select basis.organisatie()) and vraag.is_mijn(partner));

-- Locks the casus of a question for the partner. As its owner: he may not read the casus. DW021: it lies in the archive.
-- Gives whether what he knows may be told: the second choice was made (72_casus.sql).
create or replace function vraag.houd_casus(vraag_in uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
    v vraag.vraag;
    fase_ text;
begin
    select x.* into v from vraag.vraag x where x.organisatie = basis.organisatie() and x.id = vraag_in and x.partner = basis.gebruiker();
    if not found then return false; end if;
    select c.fase into fase_ from casus.casus c where c.organisatie = v.organisatie and c.id = v.casus for update;
    if fase_ in ('archief', 'vernietigd') then raise exception 'the casus of this question is closed' using errcode = 'DW021'; end if;
    return vraag.mag_inhoud(v.bron);
end $$;
create or replace function vraag.mag_inhoud(bron_in uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from casus.inhoudkeuze k where k.organisatie = basis.organisatie() and k.bron = bron_in)
        or exists (select from casus.van_voor_toets k where k.organisatie = basis.organisatie() and k.object = bron_in)
$$;
-- What a partner said stands at the source and in the timeline at once. As its owner, of the asker's own question only.
create or replace function vraag.verwerk(vraag_in uuid, doorgifte_in text) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    v vraag.vraag;
    i vraag.inhoud;
    b casus.bron;
    c casus.casus;
    moment timestamptz := basis.tik();
    naar text;
begin
    select x.* into strict v from vraag.vraag x where x.organisatie = basis.organisatie() and x.id = vraag_in and x.partner = basis.gebruiker();
    select x.* into strict i from vraag.inhoud x where x.organisatie = v.organisatie and x.vraag = v.id;
    select x.* into strict c from casus.casus x where x.organisatie = v.organisatie and x.id = v.casus;
    select x.* into b from casus.bron x where x.organisatie = v.organisatie and x.id = v.bron;
    naar := case v.staat when 'geweigerd' then 'geweigerd' when 'herroepen' then 'geweigerd' when 'niets_bekend' then 'niets_bekend' when 'bekend' then 'bekend' when 'beantwoord' then 'ontvangen' end;
    if b.id is not null and naar is not null then
        update casus.bron x set status = naar, antwoord = case when naar = 'ontvangen' then i.antwoord end,
               antwoord_op = moment, peildatum = basis.vandaag(), versie = x.versie + 1,
               doorgifte = case when naar = 'ontvangen' and doorgifte_in is not null then basis.strengste('doorgifte', array[x.doorgifte, doorgifte_in]) else x.doorgifte end,
               -- A reason is for passing on more than the regime says; this can only be less.
               doorgifte_reden = case when naar = 'ontvangen' and basis.strengheid('doorgifte', doorgifte_in) > basis.strengheid('doorgifte', x.doorgifte) then null else x.doorgifte_reden end
         where x.organisatie = v.organisatie and x.id = v.bron;
        delete from casus.termijn t where t.organisatie = v.organisatie and t.soort = 'bron' and t.object = v.bron;
    end if;
    insert into casus.gebeurtenis (organisatie, id, casus, zicht, soort, tekst, gegevens, wanneer, door, op, operatie)
    values (v.organisatie, gen_random_uuid(), v.casus, v.zicht, 'vraag', coalesce(b.naam, ''), jsonb_build_object('vraag', v.id, 'bron', v.bron, 'staat', v.staat), moment, basis.gebruiker(), moment, basis.operatie());
    if v.zicht = c.zicht then update casus.casus x set laatste_activiteit = moment where x.organisatie = v.organisatie and x.id = v.casus; end if;
    insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op) values (v.organisatie, gen_random_uuid(), v.zicht, 'casus', v.casus, c.versie, moment);
end $$;
revoke all on function vraag.houd_casus(uuid), vraag.mag_inhoud(uuid), vraag.verwerk(uuid, text) from public;
grant execute on function vraag.houd_casus(uuid), vraag.mag_inhoud(uuid), vraag.verwerk(uuid, text) to toepassing;
