#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The proof that runs inside a bare Debian 12 (tests/kaal/debootstrap.sh starts it there):
# ./start from nothing as root, again within seconds, Ctrl-C leaves nothing behind; the same as an ordinary user;
# then ./test.
#   tests/kaal/proef.sh [start]     start: without ./test
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
poort=18080

# start_en_stop NAAM OPDRACHT…: runs ./start until it answers, reports how long that took, ends it as Ctrl-C does
start_en_stop() {
    local naam=$1 begin klaar pid rest antwoord lijn
    shift
    begin=$(date +%s%N)
    setsid "$@" --stil --poort "$poort" &
    pid=$!
    until { exec {lijn}<>"/dev/tcp/127.0.0.1/$poort"; } 2>/dev/null; do
        if ! kill -0 "$pid" 2>/dev/null; then
            wait "$pid" || true
            echo "✗ $naam: ./start stopte zelf" >&2
            return 1
        fi
        sleep 0.2
    done
    printf 'GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&"$lijn"
    IFS= read -r antwoord <&"$lijn"
    exec {lijn}>&-
    klaar=$((($(date +%s%N) - begin) / 1000000))
    if [[ $antwoord != *' 200 '* ]]; then
        echo "✗ $naam: /livez antwoordt $antwoord" >&2
        return 1
    fi
    kill -INT -- "-$pid"
    wait "$pid" || true
    sleep 1
    rest=$(ps -eo pid=,args= | grep -E '[p]ostgres|[d]amwand (demo|serve)' || true)
    if [[ $rest ]]; then
        printf '✗ %s: na Ctrl-C draait nog:\n%s\n' "$naam" "$rest" >&2
        return 1
    fi
    echo "✓ $naam: klaar na $((klaar / 1000)).$(printf %03d $((klaar % 1000))) s, na Ctrl-C draait er niets meer"
}

start_en_stop 'root, eerste ./start' ./start
start_en_stop 'root, tweede ./start' ./start

# An ordinary user without sudo, once the packages are there; what root compiled need not be compiled again.
id gewoon >/dev/null 2>&1 || useradd --create-home --shell /bin/bash gewoon
rm -rf /home/gewoon/damwand /home/gewoon/.cache
mkdir /home/gewoon/damwand /home/gewoon/.cache
tar -c --exclude=./bouw --exclude=./.node --exclude=node_modules --exclude=./web/dist . | tar -x -C /home/gewoon/damwand
cp -r "$HOME/.cache/ccache" /home/gewoon/.cache/
if [[ -e $HOME/.npmrc ]]; then cp "$HOME/.npmrc" /home/gewoon/; fi
chown -R gewoon: /home/gewoon
als_gewoon=(setpriv --reuid=gewoon --regid=gewoon --init-groups env HOME=/home/gewoon /home/gewoon/damwand/start)
start_en_stop 'gewone gebruiker, eerste ./start' "${als_gewoon[@]}"
start_en_stop 'gewone gebruiker, tweede ./start' "${als_gewoon[@]}"

if [[ ${1:-} != start ]]; then ./test; fi
