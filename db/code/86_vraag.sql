-- SPDX-License-Identifier: EUPL-1.2
-- Who sees a question: whoever sees the source it is put to. The partner reads and answers it by functions.
set local role eigenaar;
select basis.beveilig('vraag', t, 'zicht') from unnest(array['vraag', 'inhoud', 'stap']) t;

do $$
declare
    tabel text;
begin
    foreach tabel in array array['vraag', 'inhoud', 'stap'] loop
        execute format('drop policy if exists partner on vraag.%I', tabel);
    end loop;
end $$;
drop function if exists vraag.is_mijn(uuid);

-- Whether what a source knows may be told: the second choice was made (72_casus.sql).
create or replace function vraag.mag_inhoud(bron_in uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from casus.inhoudkeuze k where k.organisatie = basis.organisatie() and k.bron = bron_in)
        or exists (select from casus.van_voor_toets k where k.organisatie = basis.organisatie() and k.object = bron_in)
$$;
-- What a partner was asked: that there is a question always, what it says until its last day and as long as it was not withdrawn;
-- never of which casus or source it is, not even an id. As its owner: he may not read the rows.
create or replace function vraag.mijn(vraag_in uuid) returns table (id uuid, ontvanger text, staat text, op timestamptz, tot date, versie integer,
    tekst text, gedeeld text, regime text, antwoord text, reden text, terugkoppeling text, naar_inhoud boolean)
language sql stable security definer set search_path = pg_catalog as $$
    select v.id, v.ontvanger, v.staat, v.op, v.tot, v.versie, i.tekst, i.gedeeld, i.regime, i.antwoord, i.reden, i.terugkoppeling, vraag.mag_inhoud(v.bron)
      from vraag.vraag v
      left join vraag.inhoud i on i.organisatie = v.organisatie and i.vraag = v.id and v.tot >= basis.vandaag() and v.staat <> 'ingetrokken'
     where v.organisatie = basis.organisatie() and v.partner = basis.gebruiker() and toegang.heb_recht('vraag.beantwoorden') and (vraag_in is null or v.id = vraag_in)
     order by v.op desc, v.id limit 200
$$;
-- What he says to it: the row, its content and the step, at once. Only while he may read what it says.
create or replace function vraag.leg_antwoord_vast(vraag_in uuid, staat_in text, antwoord_in text, reden_in text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not exists (select from vraag.mijn(vraag_in) m where m.tekst is not null) then return; end if;
    update vraag.inhoud x set antwoord = case staat_in when 'beantwoord' then antwoord_in when 'herroepen' then null else x.antwoord end, reden = reden_in, operatie = basis.operatie()
     where x.organisatie = basis.organisatie() and x.vraag = vraag_in;
    update vraag.vraag x set staat = staat_in, beantwoord_op = case when staat_in <> 'geaccepteerd' then basis.nu() end, versie = x.versie + 1, operatie = basis.operatie()
     where x.organisatie = basis.organisatie() and x.id = vraag_in;
    insert into vraag.stap (organisatie, id, vraag, casus, zicht, partner, staat, door, op, operatie)
    select v.organisatie, gen_random_uuid(), v.id, v.casus, v.zicht, v.partner, v.staat, basis.gebruiker(), basis.tik(), basis.operatie()
      from vraag.vraag v where v.organisatie = basis.organisatie() and v.id = vraag_in;
end $$;
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
    insert into casus.gebeurtenis (organisatie, id, casus, zicht, soort, tekst, gegevens, wanneer, door, op, operatie, regime, doorgifte)
    select v.organisatie, gen_random_uuid(), v.casus, v.zicht, 'vraag', coalesce(b.naam, ''), jsonb_build_object('vraag', v.id, 'bron', v.bron, 'staat', v.staat), moment, basis.gebruiker(), moment, basis.operatie(),
           coalesce(x.regime, 'avg'), coalesce(x.doorgifte, 'niet')
      from (values (1)) een left join casus.bron x on x.organisatie = v.organisatie and x.id = v.bron;
    if v.zicht = c.zicht then update casus.casus x set laatste_activiteit = moment where x.organisatie = v.organisatie and x.id = v.casus; end if;
    insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op) values (v.organisatie, gen_random_uuid(), v.zicht, 'casus', v.casus, c.versie, moment);
end $$;
revoke all on function vraag.mijn(uuid), vraag.leg_antwoord_vast(uuid, text, text, text), vraag.houd_casus(uuid), vraag.mag_inhoud(uuid), vraag.verwerk(uuid, text) from public;
grant execute on function vraag.mijn(uuid), vraag.leg_antwoord_vast(uuid, text, text, text), vraag.houd_casus(uuid), vraag.mag_inhoud(uuid), vraag.verwerk(uuid, text) to toepassing;
