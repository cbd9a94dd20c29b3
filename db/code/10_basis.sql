-- SPDX-License-Identifier: EUPL-1.2
-- Clock, identity, history and row-level security: the shape every tenant table shares.
set local role eigenaar;

-- The moment of this transaction, as rooms know it. Constant within a transaction. In plpgsql, whose plan is kept: in SQL it
-- would be parsed anew in every statement (20 against 6 microseconds).
create or replace function basis.nu() returns timestamptz language plpgsql stable parallel safe as
$$ begin return now() + (select verschuiving from basis.omgeving); end $$;

-- The moment of this statement: what history is stamped with, after the file's lock is held (see verleden below).
create or replace function basis.tik() returns timestamptz language plpgsql volatile as
$$ begin return clock_timestamp() + (select verschuiving from basis.omgeving); end $$;

create or replace function basis.vandaag() returns date language sql stable as
$$ select (basis.nu() at time zone 'Europe/Amsterdam')::date $$;

-- Only eigenaar may move the clock, and only where the database says it is a demo.
create or replace function basis.zet_klok(moment timestamptz) returns void language plpgsql as $$
begin
    update basis.omgeving set verschuiving = moment - clock_timestamp() where soort = 'demo';
    if not found then raise exception 'the clock of a real database cannot be moved'; end if;
end $$;
revoke all on function basis.zet_klok(timestamptz) from public;

-- A term in whole months.
create or replace function basis.maanden(termijn interval) returns integer language sql immutable parallel safe as
$$ select (extract(year from termijn) * 12 + extract(month from termijn))::integer $$;

-- Who asks. Empty or absent means nobody, and nobody sees nothing.
create or replace function basis.organisatie() returns smallint language sql stable parallel safe as
$$ select nullif(current_setting('damwand.organisatie', true), '')::smallint $$;
create or replace function basis.gebruiker() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('damwand.gebruiker', true), '')::uuid $$;
create or replace function basis.operatie() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('damwand.operatie', true), '')::uuid $$;

-- How strongly the asker proved himself; absent is not at all.
create or replace function basis.niveau() returns integer language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('damwand.niveau', true), '')::integer, 0) $$;

-- The version of the processing activity that this is done under; absent: none, 0: any (what only tells that something is).
create or replace function basis.activiteit() returns integer language sql stable parallel safe as
$$ select nullif(current_setting('damwand.activiteit', true), '')::integer $$;

-- History: before a row changes or goes, the old one moves to <table>_verleden with the moment it stopped being true.
-- `van` never goes back for a row, also when a writer waited for a lock. Its argument: the columns, by name, so that one may
-- be added to both tables.
create or replace function basis.bewaar_verleden() returns trigger language plpgsql as $$
declare
    moment timestamptz;
begin
    if tg_op = 'INSERT' then
        new.van := basis.tik();
        new.operatie := basis.operatie();
        return new;
    end if;
    moment := greatest(basis.tik(), old.van + interval '1 microsecond');
    execute format('insert into %1$I.%2$I (%3$s, tot, tot_operatie) select %3$s, $2, $3 from (select ($1).*) oud',
                   tg_table_schema, tg_table_name || '_verleden', tg_argv[0])
      using old, moment, basis.operatie();
    if tg_op = 'DELETE' then return old; end if;
    new.van := moment;
    new.operatie := basis.operatie();
    return new;
end $$;

-- Gives a table its history trigger and a function <table>_op(moment): the rows as known then; now when null.
-- `bij`: the columns whose change makes history; all of them when null.
drop function if exists basis.met_verleden(text, text);
create or replace function basis.met_verleden(schema text, tabel text, bij text default null) returns void language plpgsql as $$
declare
    kolommen text;
begin
    select string_agg(quote_ident(attname), ', ' order by attnum) into kolommen from pg_attribute
     where attrelid = format('%I.%I', schema, tabel)::regclass and attnum > 0 and not attisdropped;
    execute format('create or replace trigger verleden before insert or update %s or delete on %I.%I
                    for each row execute function basis.bewaar_verleden(%L)',
                   coalesce('of ' || bij, ''), schema, tabel, kolommen);
    execute format('create or replace function %1$I.%2$I(moment timestamptz) returns setof %1$I.%3$I language sql stable as $f$
        select %4$s from %1$I.%3$I where moment is null or van <= moment
        union all
        select %4$s from %1$I.%5$I where van <= moment and tot > moment $f$',
        schema, tabel || '_op', tabel, kolommen, tabel || '_verleden');
end $$;

-- Row-level security. 'zicht': the asker's organisation and audiences. 'organisatie': the organisation alone.
create or replace function basis.beveilig(schema text, tabel text, soort text) returns void language plpgsql as $$
declare
    regel text := 'organisatie = (select basis.organisatie())';
begin
    if soort = 'zicht' then
        -- A hashed set, not `= any (array)`: as an index condition the array would cost lists their order (a list of 50 out
        -- of 100,000 would read and sort all rows); rooms name the audiences they ask for themselves.
        regel := regel || ' and zicht in (select unnest(toegang.mijn_zichten()))';
    elsif soort <> 'organisatie' then
        raise exception 'unknown kind of policy: %', soort;
    end if;
    execute format('alter table %I.%I enable row level security', schema, tabel);
    execute format('alter table %I.%I force row level security', schema, tabel);
    execute format('drop policy if exists muur on %I.%I', schema, tabel);
    execute format('create policy muur on %I.%I using (%s) with check (%s)', schema, tabel, regel, regel);
end $$;
-- A role of our own that reads a table over all organisations.
create or replace function basis.laat_lezen(schema text, tabel text, rol text) returns void language plpgsql as $$
begin
    execute format('drop policy if exists %3$I on %1$I.%2$I', schema, tabel, rol);
    execute format('create policy %3$I on %1$I.%2$I for select to %3$I using (true)', schema, tabel, rol);
end $$;
revoke all on function basis.met_verleden(text, text, text), basis.beveilig(text, text, text), basis.laat_lezen(text, text, text) from public;

-- How strict a code of a label is, from 0 on: the order of base/label.hpp.
create or replace function basis.strengheid(lijst_in text, code_in text) returns integer language sql immutable parallel safe as $$
    select array_position(case lijst_in when 'regime' then array['open', 'avg', 'brp', 'fiscaal', 'wpg', 'wgs', 'bibob']
                                        when 'doorgifte' then array['vrij', 'na_overleg', 'niet'] end, code_in) - 1
$$;
-- The strictest of these codes; null for none.
create or replace function basis.strengste(lijst_in text, codes text[]) returns text language sql immutable parallel safe as
$$ select c from unnest(codes) c order by basis.strengheid(lijst_in, c) desc nulls first limit 1 $$;

grant execute on all functions in schema basis to eigenaar;
