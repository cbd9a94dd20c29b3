-- SPDX-License-Identifier: EUPL-1.2
-- Who kept a view may keep it again: another name, other places.
set local role eigenaar;
grant update (naam, inhoud, op, operatie) on netwerk.weergave to toepassing;
