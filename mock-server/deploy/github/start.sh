#!/usr/bin/env bash
# Starts Paddock in the background of a job, waits until it is healthy, and hands out where it is. Runs on a Node of its
# own, so that the job's stays as it is.
set -euo pipefail

# An input that was left out arrives as an empty variable.
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
