#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Proves the two commands on a bare Debian 12: debootstrap into a folder, clone HEAD into it, run there as root.
# By hand only (root, some 6 GB, half an hour). How this machine reaches the archives (apt and npm settings,
# certificates, proxy variables) is passed along; nothing of it belongs to the repository.
#   tests/kaal/debootstrap.sh FOLDER [COMMAND…]    default: the whole proof (tests/kaal/proef.sh)
#   e.g. tests/kaal/debootstrap.sh /var/tmp/kaal ./test --snel
# A folder that has a Debian already is used again, with a new clone; remove it to begin bare.
set -euo pipefail
bron=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)

if (($# < 1)) || [[ $1 == -* ]]; then
    echo "gebruik: tests/kaal/debootstrap.sh MAP [OPDRACHT…]" >&2
    exit 2
fi
if ((EUID != 0)); then
    echo "✗ dit vraagt root" >&2
    exit 2
fi
map=$(realpath -m "$1")
shift
if [[ $map == "$bron"/* ]]; then
    echo "✗ kies een map buiten de broncode" >&2
    exit 2
fi

if [[ ! -e $map/etc/debian_version ]]; then
    spiegel=$(apt-get indextargets 'Codename: bookworm' 'Created-By: Packages' | awk '/^Repo-URI:/ { print $2; exit }')
    if [[ ! $spiegel ]]; then
        echo "✗ apt kent hier geen archief van Debian 12 (bookworm)" >&2
        exit 2
    fi
    echo "▸ debootstrap bookworm in $map" >&2
    debootstrap --variant=minbase bookworm "$map" "$spiegel" >&2
fi

# What this machine needs to reach the archives; nothing else of it.
rm -rf "$map/etc/apt/sources.list" "$map/etc/apt/sources.list.d" "$map/etc/apt/auth.conf.d"
for pad in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/auth.conf.d /etc/apt/keyrings /usr/local/share/ca-certificates /etc/resolv.conf "$HOME/.npmrc"; do
    if [[ -e $pad ]]; then
        mkdir -p "$map$(dirname "$pad")"
        cp -rL "$pad" "$map$(dirname "$pad")/"
    fi
done
grep -lhiE 'proxy|check-(valid|date)|verify-|cainfo' /etc/apt/apt.conf.d/* 2>/dev/null | xargs -rI{} cp {} "$map/etc/apt/apt.conf.d/" || true
mapfile -t omgeving < <(env | grep -iE '^(https?_proxy|no_proxy|npm_config_[a-z_]*|node_extra_ca_certs|ssl_cert_(file|dir))=' || true)

# In root's own folder: the harder case, since the database may not look in there.
rm -rf "$map/root/damwand"
git clone -q --no-hardlinks "$bron" "$map/root/damwand"

if (($# == 0)); then set -- tests/kaal/proef.sh; fi
echo "▸ in de kale Debian: $*" >&2
# A mount and process namespace of its own: what is started ends with it.
exec unshare --mount --pid --fork --kill-child -- bash -euo pipefail -c '
    map=$1; shift
    mount --make-rprivate /
    mount -t proc proc "$map/proc"
    mount --rbind /dev "$map/dev"
    mount -t tmpfs -o mode=1777 tmpfs "$map/tmp"
    exec chroot "$map" env -i HOME=/root TERM=dumb LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
' kaal "$map" "${omgeving[@]}" bash -c 'cd /root/damwand && exec "$@"' kaal "$@"
