#!/bin/sh
# The users and folders of an installation. Run it once, as root.
#
# keyhatch owns the store, its key and the secrets. reset and admin are further names of the same
# user, for `ssh reset@host` and `ssh admin@host`: what they run must open the store, and what
# sshd tells of the client must reach it. No password opens any of the three, and only what
# sshd.conf forces runs under them.
set -eu

home=/var/lib/keyhatch
useradd --system --user-group --home-dir "$home" --no-create-home --shell /usr/sbin/nologin keyhatch
for name in reset admin; do
    useradd --system --non-unique --uid "$(id --user keyhatch)" --gid keyhatch --home-dir "$home" \
        --no-create-home --shell /bin/sh "$name"
done

# SQLite makes files beside the store: the folder is the user's own.
install -d -o keyhatch -g keyhatch -m 0700 "$home"
# Nobody but root changes the configuration; the secrets in this folder are for keyhatch to read.
install -d -o root -g keyhatch -m 0750 /etc/keyhatch
