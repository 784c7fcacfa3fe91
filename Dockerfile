# Debian and not Alpine: the one compiled package, SQLite, comes built for both, and it is on Debian that the tests run.
ARG NODE=node:22.23.2-bookworm-slim
ARG CADDY=caddy:2.11.4-alpine

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package compiles anything here; what runs on other systems stays out, and so does a compiler that nothing calls.
RUN npm ci --ignore-scripts --omit=dev \
  && rm -rf node_modules/typescript node_modules/@photostructure/sqlite/prebuilds/darwin-* \
    node_modules/@photostructure/sqlite/prebuilds/win32-*

# The door before several servers. Its program is marked to open ports below 1024, and whoever may not do so may then not
# even start it; here it opens none. Certificates are kept in /data.
FROM ${CADDY} AS proxy
RUN setcap -r /usr/bin/caddy && mkdir -p /data /config && chown 1000:1000 /data /config
USER 1000:1000

FROM ${NODE} AS app
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
# A volume that is laid over it takes its owner from here.
RUN mkdir /data && chown node:node /data
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 3000
# Opening a store of many classes takes a while: until then a failure does not count.
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-proto=delete", "dist/server/main.js"]
