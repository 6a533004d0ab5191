#!/usr/bin/env bash
# ansible-core 2.14.18 (Debian 12) and group_vars/all.yml beside a folder group_vars/all.
#
# Guess: an empty folder changes nothing, and the file beside it is read.
# Seen: the folder takes the place of the file without a word, also if it is empty or holds only a hidden file, such as the
#   one that keeps an empty folder in git. ansible-inventory ends with 0 and shows the host without the variable.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
for package in ansible-core=2.14.18-0+deb12u2 python3-jinja2 python3-markupsafe python3-yaml python3-packaging \
  python3-resolvelib python3-cryptography python3-cffi-backend; do
  apt-get download -qq "$package" >/dev/null 2>&1
done
for archive in *.deb; do dpkg -x "$archive" root; done
export PYTHONPATH="$folder/root/usr/lib/python3/dist-packages" HOME="$folder" ANSIBLE_CONFIG="$folder/ansible.cfg" LC_ALL=C.UTF-8
touch ansible.cfg
inventory() { python3 root/usr/bin/ansible-inventory -i lab/hosts.yml --host a 2>&1 | tr -d " \n"; }
mkdir -p lab/group_vars
printf 'all: {hosts: {a: }}\n' > lab/hosts.yml
printf 'colour: blue\n' > lab/group_vars/all.yml
file=$(inventory)
mkdir lab/group_vars/all; empty=$(inventory)
touch lab/group_vars/all/.gitkeep; hidden=$(inventory)
seen="the file alone: $file | beside an empty folder: $empty | beside one with .gitkeep: $hidden"
echo "$(python3 root/usr/bin/ansible-inventory --version | head -1): $seen"
[ "$seen" = 'the file alone: {"colour":"blue"} | beside an empty folder: {} | beside one with .gitkeep: {}' ]
