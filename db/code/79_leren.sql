-- SPDX-License-Identifier: EUPL-1.2
-- Looking back, and lessons. A lesson stands apart from every casus: nothing in it leads back to one.
set local role eigenaar;
select basis.beveilig('leren', t, 'zicht') from unnest(array['evaluatie', 'evaluatie_verleden', 'effect', 'effect_verleden', 'lesvoorstel', 'lesvoorstel_verleden']) t;
select basis.beveilig('leren', 'les', 'organisatie');
select basis.met_verleden('leren', t) from unnest(array['evaluatie', 'effect', 'lesvoorstel']) t;
