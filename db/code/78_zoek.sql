-- SPDX-License-Identifier: EUPL-1.2
-- Finding: what stands in `zoek.tekst` follows the rows by triggers, in their own transaction. Nobody but role zoeker reads it,
-- through one function that answers ids.
set local role eigenaar;

select basis.beveilig('zoek', 'tekst', 'zicht');

-- ---- keys: where a typed word and a stored one meet, also with one or two typing errors -----------------------------------
-- Two words that differ by an edit are the same after one letter is left out of each (Garbe's symmetric deletion, SymSpell 2012;
-- only beginnings of at most eight letters are kept, so that a half word is found too). A meeting is a guess: engine/zoek judges
-- it over the row as it is read again.
create or replace function zoek.zonder(woord text, keren integer) returns setof text language sql immutable parallel safe as $$
    select overlay(woord placing '' from i for 1) from generate_series(1, length(woord)) i where keren >= 1
    union all
    select overlay(overlay(woord placing '' from j for 1) placing '' from i for 1)
      from generate_series(1, length(woord) - 1) i, generate_series(i + 1, length(woord)) j where keren >= 2
$$;
-- Of a stored text, within its organisation. A number or sign is found by its beginning, never with an error. Its cost says that
-- no plan may work it out anew for a row: only the index below.
create or replace function zoek.sleutels(organisatie_in smallint, tekst text) returns integer[]
language sql immutable parallel safe cost 1000000 set search_path = pg_catalog as $$
    select coalesce(array_agg(distinct hashtext(organisatie_in || ':' || k)), '{}')
      from unnest(string_to_array(tekst, ' ')) w
     cross join lateral (
        select left(w, n) as k from generate_series(1, least(length(w), case when w ~ '[0-9]' then 20 else 8 end)) n where n > 1 or length(w) = 1
        union all
        select zoek.zonder(left(w, n), 1) from generate_series(4, least(length(w), 8)) n where w !~ '[0-9]'
        union all
        select zoek.zonder(left(w, 8), 2) where length(w) >= 8 and w !~ '[0-9]') s
$$;
-- Of a typed word.
create or replace function zoek.vraagsleutels(organisatie_in smallint, woord text) returns integer[]
language sql immutable parallel safe set search_path = pg_catalog as $$
    select array_agg(distinct hashtext(organisatie_in || ':' || k)) from (
        select left(woord, case when woord ~ '[0-9]' then 20 else 8 end) as k
        union all
        select zoek.zonder(left(woord, 8), case when woord ~ '[0-9]' or length(woord) < 4 then 0 when length(woord) < 8 then 1 else 2 end)) s
$$;
create index if not exists tekst_sleutels on zoek.tekst using gin (zoek.sleutels(organisatie, tekst));

-- ---- following the rows --------------------------------------------------------------------------------------------------

-- The folded words of these columns of a row, and of each that holds a digit also its core: "AB-123-C" is ab, 123, c and ab123c.
create or replace function zoek.woorden(rij jsonb, kolommen text[]) returns text
language sql immutable parallel safe set search_path = pg_catalog as $$
    select coalesce(string_agg(distinct w, ' '), '') from unnest(kolommen) k
     cross join lateral (select rij ->> k as t) t
     cross join lateral (
        select unnest(string_to_array(betrokkene.vouw(t), ' ')) as w
        union all
        select betrokkene.kern(t) where t ~ '[0-9]') s
     where t is not null and w <> ''
$$;
-- Arguments: the kind, the column of the dossier, and the columns that something is found by.
create or replace function zoek.volg() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    kolommen constant text[] := string_to_array(tg_argv[2], ',');
begin
    if tg_op <> 'INSERT' then
        delete from zoek.tekst t where t.organisatie = old.organisatie and t.soort = tg_argv[0] and t.rij = old.id;
    end if;
    if tg_op <> 'DELETE' then
        insert into zoek.tekst (organisatie, soort, rij, dossier, zicht, tekst)
        values (new.organisatie, tg_argv[0], new.id, (to_jsonb(new) ->> tg_argv[1])::uuid, new.zicht, zoek.woorden(to_jsonb(new), kolommen));
    end if;
    return null;
end $$;

-- The one list of what is found, and the rows of before there was a search.
do $$
declare
    b record;
begin
    for b in select * from (values
        ('signaal', 'signaal.signaal', 'id', 'kenmerk,titel,adres_tekst'),
        ('casus', 'casus.casus', 'id', 'kenmerk,werknaam'),
        ('vermelding', 'entiteit.vermelding', 'dossier', 'tekst,sleutel'),
        ('document', 'documenten.document', 'dossier', 'naam')) v (soort, tabel, dossier, kolommen)
    loop
        execute format('create or replace trigger zoek_volg after insert or delete or update of zicht, %s on %s
                        for each row execute function zoek.volg(%L, %L, %L)', b.kolommen, b.tabel, b.soort, b.dossier, b.kolommen);
        if not exists (select from zoek.tekst where soort = b.soort) then
            execute format('insert into zoek.tekst (organisatie, soort, rij, dossier, zicht, tekst)
                            select r.organisatie, %L, r.id, r.%I, r.zicht, zoek.woorden(to_jsonb(r), %L) from %s r',
                           b.soort, b.dossier, string_to_array(b.kolommen, ','), b.tabel);
        end if;
    end loop;
end $$;
revoke all on function zoek.volg() from public;

-- ---- finding -------------------------------------------------------------------------------------------------------------

set local role zoeker;

-- Ids of rows of these kinds that may hold the words (folded), those with most of them first, at most so many of each kind. As
-- zoeker, whom no policy stops: organisation and audiences of the asker are asked for here, before anything is counted or cut off.
create or replace function zoek.vind(woorden text[], soorten text[], hoogstens integer) returns table (soort text, rij uuid)
language sql stable security definer set search_path = pg_catalog as $$
    select g.soort, g.rij from (
        select t.soort, t.rij, row_number() over (partition by t.soort
                   order by count(*) desc, count(*) filter (where strpos(' ' || t.tekst || ' ', ' ' || w.woord || ' ') > 0) desc, t.rij) as plaats
          from (select woord, zoek.vraagsleutels(basis.organisatie(), woord) as sleutels from unnest(woorden) woord) w
         cross join lateral (select * from zoek.tekst x where zoek.sleutels(x.organisatie, x.tekst) && w.sleutels offset 0) t
         where t.organisatie = basis.organisatie() and t.soort = any (soorten) and t.zicht = any ((select toegang.mijn_zichten())::integer[])
         group by t.soort, t.rij) g
     where g.plaats <= hoogstens order by g.soort, g.plaats
$$;
revoke all on function zoek.vind(text[], text[], integer) from public;
grant execute on function zoek.vind(text[], text[], integer) to toepassing;
