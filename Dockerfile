# The mock as a service: unprivileged, writes only to /data and /tmp, stops on SIGTERM.

FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
COPY client/package client/package
RUN npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
COPY . .
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /dependencies
COPY package.json package-lock.json ./
COPY client/package client/package
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error

FROM node:24-slim
ENV NODE_ENV=production PADDOCK_HOST=0.0.0.0 PADDOCK_PORT=4010
# Writable by any user, for PADDOCK_DATA=/data/paddock.sqlite.
WORKDIR /data
RUN chmod 1777 .
WORKDIR /paddock
COPY package.json ./
COPY --from=dependencies /dependencies/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY --from=build /build/client/package ./client/package
USER 1000:1000
VOLUME /data
EXPOSE 4010
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --start-interval=1s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PADDOCK_PORT}/_paddock/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli.js"]
CMD ["start"]
