-- SPDX-License-Identifier: EUPL-1.2
set local role eigenaar;

-- Puts waiting events in order and wakes listeners. Runs as its owner because it crosses tenants; it reads and returns
-- no content, and events of one object keep their order. Returns how many were published.
create or replace function gebeurtenis.verdeel() returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
    aantal integer;
begin
    if not pg_try_advisory_xact_lock(4426003) then return 0; end if;
    with klaar as (
        select organisatie, id from gebeurtenis.uit where volgorde is null order by op, versie limit 1000)
    update gebeurtenis.uit u set volgorde = nextval('gebeurtenis.volgorde')
      from klaar k where u.organisatie = k.organisatie and u.id = k.id;
    get diagnostics aantal = row_count;
    if aantal > 0 then perform pg_notify('damwand_gebeurtenis', ''); end if;
    return aantal;
end $$;
revoke all on function gebeurtenis.verdeel() from public;
grant execute on function gebeurtenis.verdeel() to toepassing;
