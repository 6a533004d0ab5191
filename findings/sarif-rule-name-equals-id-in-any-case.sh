#!/usr/bin/env bash
# sarif-multitool 5.7.0 (npm, @microsoft/sarif-multitool-linux) and the names of rules.
#
# Guess: a rule with the id "downgrade" may have the name "Downgrade". SARIF 2.1.0 (3.49.7) wants a name that is
#   understandable, and ids are compared case by case elsewhere.
# Seen: SARIF1001 warns that both are identical, and without a name GHAzDO2012 makes it an error. So a rule of one word
#   needs a name with a second word.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm install --silent --no-audit --no-fund @microsoft/sarif-multitool-linux@5.7.0 >/dev/null 2>&1
tool=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool; chmod u+x "$tool"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
log() {
  cat <<JSON
{"\$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
  "tool": {"driver": {"name": "example", "rules": [{"id": "downgrade"$1, "shortDescription": {"text": "An older one."},
    "fullDescription": {"text": "An older one."}, "help": {"text": "Go back."}}]}}, "results": []}]}
JSON
}
ids() { "$tool" validate "$1" --rule-kind "$2" --level 'Error;Warning' --output out.sarif --log ForceOverwrite 2>&1 \
  | grep -oE '(SARIF1001|GHAzDO2012)' | sort -u | tr '\n' ' '; }
log ', "name": "Downgrade"' > same.sarif; log '' > none.sarif; log ', "name": "ReleaseDowngrade"' > two-words.sarif
seen="other case: $(ids same.sarif Sarif)| none: $(ids none.sarif Ado || true)| two words: $(ids two-words.sarif 'Sarif;Ado' || true)"
echo "$seen"
[ "$seen" = 'other case: SARIF1001 | none: GHAzDO2012 | two words: ' ]
