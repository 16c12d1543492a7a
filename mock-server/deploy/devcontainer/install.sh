#!/bin/sh
# Installs the command `paddock`. The option `package` arrives as PACKAGE.
set -eu

if [ -z "${PACKAGE:-}" ]; then
  echo 'Could not install Paddock: no package is named. Set the option "package" to a tarball or its URL.' >&2
  exit 1
fi
if ! node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 22 || (major == 22 && minor >= 19) ? 0 : 1)'; then
  echo 'Could not install Paddock: it needs Node.js 22.19. Add the feature ghcr.io/devcontainers/features/node.' >&2
  exit 1
fi
npm install --global --ignore-scripts --no-audit --no-fund "$PACKAGE"
