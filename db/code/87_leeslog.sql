-- SPDX-License-Identifier: EUPL-1.2
-- What is read apart from its file, by people who may not see the file: an item of a meeting, an action, a question to a partner. Who saw one
-- of those saw something of the file, and stands in its read log.
set local role eigenaar;

-- Their ids, with the file's own first: for whom the file is, or who may see all looks. As its owner: an item may stand in a meeting that the
-- asker knows nothing of, and that somebody looked at his file there is his to know.
create or replace function logboek.met_kinderen(object_in uuid) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    if not (toegang.heb_recht('inzagen.alle') or logboek.te_kennen(object_in, toegang.mijn_zichten())) then return array[object_in]; end if;
    return object_in
        || array(select p.id from overleg.punt p where p.organisatie = basis.organisatie() and p.dossier = object_in)
        || array(select a.id from actie.actie a where a.organisatie = basis.organisatie() and a.dossier = object_in)
        || array(select v.id from vraag.vraag v where v.organisatie = basis.organisatie() and v.casus = object_in);
end $$;
revoke all on function logboek.met_kinderen(uuid) from public;
grant execute on function logboek.met_kinderen(uuid) to toepassing;
