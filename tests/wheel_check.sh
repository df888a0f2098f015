#!/usr/bin/env bash
# A built wheel, in an empty environment, from another folder, without network: does it code a report?
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
python3 -m venv "$elsewhere/env"
"$elsewhere/env/bin/pip" install --quiet --disable-pip-version-check build
"$elsewhere/env/bin/python" -m build --quiet --wheel --outdir "$elsewhere/dist" "$repository"
python3 -m venv "$elsewhere/clean"
"$elsewhere/clean/bin/pip" install --quiet --disable-pip-version-check "$elsewhere"/dist/*.whl
cd "$elsewhere"
size=$(du -k dist/*.whl | cut -f1)
packages=$(clean/bin/python -c "import sysconfig; print(sysconfig.get_path('purelib'))")
installed=$(du -sm --apparent-size --exclude=__pycache__ --exclude=pip --exclude=setuptools "$packages" | cut -f1)
echo "wheel: $((size / 1024)) MB, installation: ${installed} MB"
[ "$size" -le $((90 * 1024)) ] || { echo "the wheel is larger than 90 MB"; exit 1; }
# The goal is 400 MB; docs/decisions/0019 says what stands in its way. This keeps it from growing.
[ "$installed" -le 570 ] || { echo "the installation is larger than 570 MB"; exit 1; }
alone=()
if unshare --net --map-root-user true 2>/dev/null; then alone=(unshare --net --map-root-user); else
  echo "no network namespace here: run with the network reachable"; fi
"${alone[@]}" clean/bin/sayso doctor
echo "Mali expelled the French ambassador on Monday." > report.txt
"${alone[@]}" clean/bin/sayso code report.txt --published 2022-02-01 --json | grep -q '"SANCTION"'
echo "the wheel works"
