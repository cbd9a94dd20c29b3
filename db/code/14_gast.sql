-- SPDX-License-Identifier: EUPL-1.2
-- Guests (ADR 0054, 0055). Who is in the casus sees who is its guest, and that he has an account. What crosses from one organisation to another are the functions here, each about
-- the asker's own and nothing else; the policy stands in 20_muur.sql.
set local role eigenaar;

create or replace function toegang.is_gast(wie uuid) returns boolean language sql stable security definer set search_path = pg_catalog as
$$ select exists (select from toegang.gast g where g.organisatie = basis.organisatie() and g.gebruiker = wie) $$;

-- Who works here: whom one chooses, lists and mails. A guest is known to who is in his casus.
create or replace view toegang.collega with (security_invoker = true) as select g.* from toegang.gebruiker g where g.actief and g.gastzicht is null;
grant select on toegang.collega to toepassing;

-- Who he is where he works is no business of the casus, and neither is his code: the rest of the row is.
revoke select on toegang.gast from toepassing;
grant select (organisatie, id, casus, zicht, gebruiker, thuis, tot, opgenomen_op, ingetrokken_op, door, op) on toegang.gast to toepassing;

-- A guest by the trekker of a casus: an account that no password opens, with a place that waits for who brings the code. False when the casus
-- is not the asker's to lead. The membership comes apart, after check 2A, as of everybody (casus.lid).
create or replace function toegang.nodig_gast_uit(id_in uuid, casus_in uuid, gebruiker_in uuid, naam_in text, thuis_in smallint, tot_in date, hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    hier constant smallint := basis.organisatie();
    nu constant timestamptz := basis.nu();
    c casus.casus;
begin
    select * into c from casus.casus x where x.organisatie = hier and x.id = casus_in and x.trekker = basis.gebruiker() and x.zicht = any (toegang.mijn_zichten());
    if not found then return false; end if;
    if tot_in < basis.vandaag() or tot_in > basis.vandaag() + 366 then raise check_violation using message = 'a guest is here for a year at most'; end if;
    insert into toegang.gebruiker (organisatie, id, gebruikersnaam, naam, wachtwoord, totp, van, operatie, gastzicht)
    select hier, gebruiker_in, 'gast-' || gebruiker_in, naam_in || ' (' || o.naam || ')', '*', ''::bytea, nu, basis.operatie(), c.zicht from toegang.organisatie o where o.nummer = thuis_in;
    insert into toegang.gebruiker_rol (organisatie, gebruiker, rol, tot) values (hier, gebruiker_in, 'partner', (tot_in + 1)::timestamp at time zone 'Europe/Amsterdam');
    insert into toegang.gast (organisatie, id, casus, zicht, gebruiker, thuis, code_hash, code_tot, tot, door, op, operatie)
    values (hier, id_in, casus_in, c.zicht, gebruiker_in, thuis_in, hash, nu + interval '14 days', tot_in, basis.gebruiker(), nu, basis.operatie());
    return true;
end $$;

-- He brought the code, signed in where he works; its place, or null. Whoever is a guest himself brings none.
create or replace function toegang.neem_gastplek_op(hash bytea) returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
    plek uuid;
begin
    if basis.gebruiker() is null or toegang.is_gast(basis.gebruiker()) then return null; end if;
    update toegang.gast g set thuis_gebruiker = basis.gebruiker(), opgenomen_op = basis.nu()
     where g.code_hash = hash and g.thuis = basis.organisatie() and g.thuis_gebruiker is null and g.ingetrokken_op is null
       and g.code_tot > basis.nu() and g.tot >= basis.vandaag() returning g.id into plek;
    return plek;
end $$;

-- Where the asker is a guest today: at whom and until when. Of which casus stays there.
create or replace function toegang.mijn_gastplekken() returns table (id uuid, gastheer text, tot date) language sql stable security definer set search_path = pg_catalog as $$
    select g.id, o.naam, g.tot from toegang.gast g join toegang.organisatie o on o.nummer = g.organisatie
     where g.thuis = basis.organisatie() and g.thuis_gebruiker = basis.gebruiker() and g.ingetrokken_op is null and g.tot >= basis.vandaag() order by o.naam, g.tot, g.id
$$;

-- Whether somebody who is a guest here may still be one: his place, his account at home, and the session there that he came from.
create or replace function toegang.gast_geldig(hier smallint, wie uuid, thuis_in smallint, thuis_sessie_in uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select exists (
        select from toegang.gast g
          join toegang.gebruiker t on t.organisatie = g.thuis and t.id = g.thuis_gebruiker and t.actief
          join toegang.sessie s on s.organisatie = g.thuis and s.id = thuis_sessie_in and s.gebruiker = t.id and not s.beeindigd and s.begonnen_op > basis.nu() - interval '8 hours'
         where g.organisatie = hier and g.gebruiker = wie and g.thuis = thuis_in and g.ingetrokken_op is null and g.tot >= basis.vandaag()
           and exists (select from toegang.gebruiker_rol r where r.organisatie = t.organisatie and r.gebruiker = t.id and (r.tot is null or r.tot > basis.nu())))
$$;

-- A session there, proved as this one was; the number of the organisation, or null.
create or replace function toegang.open_gastplek(plek uuid, sessie_in uuid, nieuw uuid, hash bytea, csrf_in text) returns smallint language plpgsql security definer set search_path = pg_catalog as $$
declare
    g toegang.gast;
begin
    select * into g from toegang.gast x where x.id = plek and x.thuis = basis.organisatie() and x.thuis_gebruiker = basis.gebruiker();
    if not found or not toegang.gast_geldig(g.organisatie, g.gebruiker, g.thuis, sessie_in) then return null; end if;
    insert into toegang.sessie (organisatie, id, teken_hash, gebruiker, csrf, begonnen_op, laatst_op, acr, niveau, bewezen_op, thuis, thuis_sessie)
    select g.organisatie, nieuw, hash, g.gebruiker, csrf_in, s.begonnen_op, basis.nu(), s.acr, s.niveau, s.bewezen_op, s.organisatie, s.id
      from toegang.sessie s where s.organisatie = g.thuis and s.id = sessie_in;
    return g.organisatie;
end $$;

-- Back to one's own work: the guest's session ends, and the one it came from goes on under a new token. The number of the own organisation, or null.
create or replace function toegang.ga_naar_huis(sessie_in uuid, hash bytea) returns smallint language plpgsql security definer set search_path = pg_catalog as $$
declare
    s toegang.sessie;
begin
    select * into s from toegang.sessie x
     where x.organisatie = basis.organisatie() and x.id = sessie_in and x.gebruiker = basis.gebruiker() and x.thuis is not null and not x.beeindigd;
    if not found or not toegang.gast_geldig(s.organisatie, s.gebruiker, s.thuis, s.thuis_sessie) then return null; end if;
    update toegang.sessie x set beeindigd = true where x.organisatie = s.organisatie and x.id = s.id;
    update toegang.sessie x set teken_hash = hash, laatst_op = basis.nu() where x.organisatie = s.thuis and x.id = s.thuis_sessie;
    return s.thuis;
end $$;

-- Signing off ends both.
create or replace function toegang.meld_ook_thuis_af(sessie_in uuid) returns void language sql security definer set search_path = pg_catalog as $$
    update toegang.sessie t set beeindigd = true from toegang.sessie s
     where s.organisatie = basis.organisatie() and s.id = sessie_in and s.gebruiker = basis.gebruiker() and t.organisatie = s.thuis and t.id = s.thuis_sessie
$$;

-- No longer a guest: his sessions end with it. By whoever is in the casus; false when there is none.
create or replace function toegang.trek_gast_in(gast_in uuid) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
    g toegang.gast;
begin
    update toegang.gast x set ingetrokken_op = basis.nu()
     where x.organisatie = basis.organisatie() and x.id = gast_in and x.zicht = any (toegang.mijn_zichten()) and x.ingetrokken_op is null returning * into g;
    if not found then return false; end if;
    update toegang.sessie s set beeindigd = true where s.organisatie = g.organisatie and s.gebruiker = g.gebruiker and not s.beeindigd;
    return true;
end $$;

revoke all on function toegang.is_gast(uuid), toegang.nodig_gast_uit(uuid, uuid, uuid, text, smallint, date, bytea), toegang.neem_gastplek_op(bytea), toegang.mijn_gastplekken(),
    toegang.gast_geldig(smallint, uuid, smallint, uuid), toegang.open_gastplek(uuid, uuid, uuid, bytea, text), toegang.ga_naar_huis(uuid, bytea), toegang.meld_ook_thuis_af(uuid),
    toegang.trek_gast_in(uuid) from public;
grant execute on function toegang.is_gast(uuid), toegang.nodig_gast_uit(uuid, uuid, uuid, text, smallint, date, bytea), toegang.neem_gastplek_op(bytea), toegang.mijn_gastplekken(),
    toegang.gast_geldig(smallint, uuid, smallint, uuid), toegang.open_gastplek(uuid, uuid, uuid, bytea, text), toegang.ga_naar_huis(uuid, bytea), toegang.meld_ook_thuis_af(uuid),
    toegang.trek_gast_in(uuid) to toepassing;

-- Whatever room forgets it: a guest is in the audience of his casus only, until his day at the latest, and only while he is one; he has one
-- role; and nobody signs in as him but through his own organisation.
create or replace function toegang.gast_blijft_gast() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    g toegang.gast;
begin
    select * into g from toegang.gast x where x.organisatie = new.organisatie and x.gebruiker = new.gebruiker;
    if not found then return new; end if;
    if tg_table_name = 'zicht_lid' then
        if new.zicht is distinct from g.zicht or new.tot is null or new.tot > (g.tot + 1)::timestamp at time zone 'Europe/Amsterdam' or g.ingetrokken_op is not null or g.thuis_gebruiker is null then
            raise check_violation using message = 'a guest is in one casus, until a day';
        end if;
    elsif tg_table_name = 'gebruiker_rol' then
        raise check_violation using message = 'a guest has one role';
    elsif new.thuis is distinct from g.thuis then
        raise check_violation using message = 'a guest signs in at home';
    end if;
    return new;
end $$;
revoke all on function toegang.gast_blijft_gast() from public;
create or replace trigger gast before insert or update on toegang.zicht_lid for each row execute function toegang.gast_blijft_gast();
create or replace trigger gast before insert or update on toegang.gebruiker_rol for each row execute function toegang.gast_blijft_gast();
create or replace trigger gast before insert on toegang.sessie for each row execute function toegang.gast_blijft_gast();

-- When his casus is no more, nobody's audience knows of his account: its name stays for the log, for who may read all of that.
create or replace function toegang.gast_weg() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    update toegang.gebruiker u set gastzicht = 0, actief = false where u.organisatie = old.organisatie and u.id = old.gebruiker;
    return null;
end $$;
revoke all on function toegang.gast_weg() from public;
create or replace trigger gast_weg after delete on toegang.gast for each row execute function toegang.gast_weg();
