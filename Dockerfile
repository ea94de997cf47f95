# The Enquiry Workbench as an image. How it is run: docs/RUNNING.md.
ARG NODE=node:22-bookworm-slim

FROM ${NODE} AS built
WORKDIR /workbench
# better-sqlite3 is fetched ready-made, or made here where that cannot be had.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci --no-fund --no-audit
COPY . .
# Types, maps of libraries and what better-sqlite3 is made of are read by nobody who runs it: some 110 MB.
RUN npm run build && npm prune --omit=dev --no-fund --no-audit \
  && find node_modules \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' \) -delete \
  && cd node_modules/better-sqlite3 && rm -rf deps src build/Release/obj build/Release/obj.target build/Release/.deps

FROM ${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 \
    DATABASE_URL=sqlite:/data/workbench.db DATA_DIR=/data UPLOADS_DIR=/data/uploads
WORKDIR /workbench
COPY --from=built /workbench /workbench
# The program is nobody's to change; all that it keeps is in /data, and what it needs for a moment in /tmp.
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 3000
# Alive is enough here: one that is not ready for a moment is better left running than killed.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(a => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/src/server.js"]
