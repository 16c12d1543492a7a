#!/usr/bin/env bash
# Starts Paddock in the background of a job, waits until it is healthy, and outputs its URL. Uses its own Node, so that
# the job's version does not matter.
set -euo pipefail

# Omitted inputs arrive as empty variables.
for name in "${!PADDOCK_@}"; do
  [ -n "${!name}" ] || unset "$name"
done

log="$RUNNER_TEMP/paddock.log"
: >"$log"
nohup npm exec --yes --package=node@24.21.0 -- \
  node "$GITHUB_ACTION_PATH/mock-server/cli.ts" start --json >"$log" 2>&1 &
paddock=$!

until grep -q '^{' "$log"; do
  if ! kill -0 "$paddock" 2>/dev/null; then
    cat "$log"
    exit 1
  fi
  sleep 0.2
done
url=$(sed -nE 's/^\{.*"url":"([^"]+)".*/\1/p' "$log")
curl --silent --show-error --fail --retry 10 --retry-all-errors --output /dev/null "$url/_paddock/health"
{
  echo "url=$url"
  sed -nE 's/^\{.*"apiKey":"([^"]+)".*/api-key=\1/p' "$log"
} >>"$GITHUB_OUTPUT"
echo "Paddock is at $url"
