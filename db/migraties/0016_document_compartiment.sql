-- SPDX-License-Identifier: EUPL-1.2
-- A file under the Wpg, Bibob or the WGS stands in a compartment of its casus. "This is here already" holds within an
-- audience: whoever may not know of a file must not learn of it by putting the same one in.
set local role eigenaar;
drop index documenten.document_inhoud;
create unique index document_inhoud on documenten.document (organisatie, dossier, zicht, inhoud) where staat <> 'geweigerd';

-- One list of regimes in the product: the codes that sources have (basis.stamcode, list 'regime').
alter table documenten.document drop constraint document_regime_check;
alter table documenten.document disable trigger user;  -- what the file said does not change
update documenten.document set regime = lower(regime);
update documenten.document_verleden set regime = lower(regime);
alter table documenten.document enable trigger user;
alter table documenten.document add check (regime in ('avg', 'wpg', 'brp', 'bibob', 'wgs', 'fiscaal', 'open'));
