#!/usr/bin/env bash
# Brings a plugin to everybody: takes the package to begin with, puts the plugin into it, uploads, compares, activates, and looks.
#   PLENUM=https://meet.example PLENUM_ADMIN_PASSWORD=… docs/deploy-plugin.sh FOLDER-OF-THE-PLUGIN [NAME-OF-THE-BRANDING]
# It needs curl and python3. What was shown before stays: going back is one command, which it prints.
set -euo pipefail

folder=${1:?name the folder with the plugin, such as plugins/rename}
name=${2:-$(basename "$folder")}
: "${PLENUM:?say where the server is}" "${PLENUM_ADMIN_PASSWORD:?say the password of admin}"
api="$PLENUM/api/admin/v1"
desk=$(mktemp -d)
trap 'rm -rf "$desk"' EXIT

# The password goes in by a file, so that the list of processes does not show it.
(umask 077; printf 'user = "admin:%s"\n' "${PLENUM_ADMIN_PASSWORD//\"/\\\"}" > "$desk/curl.conf")
ask() { curl -sS --fail-with-body -K "$desk/curl.conf" "$@"; }
told() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

before=$(ask "$api/branding-plan" | told active)
ask "$api/brandings/default/package" -o "$desk/begin.zip"
python3 -m zipfile -e "$desk/begin.zip" "$desk/branding"
mkdir -p "$desk/branding/webapp2/plugins"
cp -R "$folder" "$desk/branding/webapp2/plugins/$(basename "$folder")"

# settings.json names the plugin by the id that its package file has.
python3 - "$desk/branding/webapp2" "$(basename "$folder")" <<'PYTHON'
import glob, json, os, sys
root, plugin = sys.argv[1:]
packages = glob.glob(os.path.join(root, 'plugins', plugin, '*.package.json'))
if len(packages) != 1:
    sys.exit(f'There must be one *.package.json in {plugin}; there are {len(packages)}.')
with open(packages[0], encoding='utf-8-sig') as file:
    package = json.load(file)
path = os.path.join(root, 'settings.json')
with open(path, encoding='utf-8-sig') as file:
    settings = json.load(file)
settings['plugins'] = settings.get('plugins', []) + [
    {'id': package['id'], 'srcURL': os.path.relpath(packages[0], root), 'enabled': True}]
with open(path, 'w', encoding='utf-8') as file:
    json.dump(settings, file, indent=2)
PYTHON

(cd "$desk/branding" && python3 -m zipfile -c "$desk/mine.zip" webapp2)
id=$(ask -F "package=@$desk/mine.zip" -F "name=$name" "$api/brandings" | tee "$desk/uploaded.json" | told id) || { cat "$desk/uploaded.json" >&2; exit 1; }
echo "Stored as $id. What the checker says:"
python3 -c 'import json, sys
for one in json.load(open(sys.argv[1]))["problems"]: print("  " + one["file"] + ": " + one["message"])' "$desk/uploaded.json"
echo "What it changes: $(ask "$api/brandings/$id/diff")"
ask -X POST "$api/brandings/$id/activate" > "$desk/activated.json"
echo "Whoever comes from now on gets: $(curl -sS --fail-with-body "$PLENUM/webapp2/custom_configuration/settings.json")"
echo "To go back: curl -u admin -X POST $api/brandings/$before/activate"
