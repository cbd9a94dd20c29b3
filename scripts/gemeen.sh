# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# What every script of Damwand needs; to be sourced. Words go to stderr, so that stdout stays for data.
set -euo pipefail
WORTEL=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export PATH="$WORTEL/.node/node_modules/.bin:$PATH"
export CCACHE_BASEDIR="$WORTEL" CCACHE_NOHASHDIR=1   # the same source in another folder or preset is a hit
unset CDPATH

if [[ -t 2 && -z ${NO_COLOR:-} ]]; then
    VET=$'\e[1m' ROOD=$'\e[31m' GEWOON=$'\e[0m'
else
    VET='' ROOD='' GEWOON=''
fi

# zeg TEKST…: one step that takes a while
zeg() { printf '%s▸ %s%s\n' "$VET" "$*" "$GEWOON" >&2; }

# sterf TEKST…: cannot go on; every further argument is a line of advice. Exit code 2 (wrong input or failure).
sterf() {
    printf '%s✗ %s%s\n' "$ROOD" "$1" "$GEWOON" >&2
    shift
    if (($#)); then printf '  %s\n' "$@" >&2; fi
    exit 2
}

# een_tegelijk NAAM: waits until no other script of this tree holds the lock NAAM, and holds it until this script ends
een_tegelijk() {
    mkdir -p "$WORTEL/bouw"
    exec {SLOT}>"$WORTEL/bouw/.slot-$1"
    if ! flock -n "$SLOT"; then
        zeg "wacht op een ander proces van Damwand in deze map ($1)"
        flock "$SLOT"
    fi
}
