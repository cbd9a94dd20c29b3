-- SPDX-License-Identifier: EUPL-1.2
-- That somebody is a guest is for who is in his casus (ADR 0055): his account says which audience may know of it. Code: db/code/14_gast.sql, 20_muur.sql.
set local role eigenaar;

-- Null: who works here, known to all who work here. Else the audience of the one casus of a guest; 0 when that casus is no more. No foreign
-- key: his account outlives the audience.
alter table toegang.gebruiker add column gastzicht integer;
alter table toegang.gebruiker_verleden add column gastzicht integer;
update toegang.gebruiker u set gastzicht = g.zicht from toegang.gast g where g.organisatie = u.organisatie and g.gebruiker = u.id;
select set_config('damwand.operatie', gen_random_uuid()::text, true);
-- What a casus left behind that was destroyed before: accounts that nobody made by hand.
update toegang.gebruiker u set gastzicht = 0, actief = false
 where u.gastzicht is null and u.gebruikersnaam = 'gast-' || u.id and u.wachtwoord = '*' and u.totp = ''::bytea;
