# The page needs dev packages to be built; the server runs without them.
FROM node:20-slim AS build
WORKDIR /aisle
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# No prompts is fine: without a language model none is read.
RUN npm run build && mkdir -p prompts

FROM node:20-slim AS packages
WORKDIR /aisle
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:20-slim
ENV NODE_ENV=production DATA_DIR=/data CACHE_DIR=/cache
WORKDIR /aisle
RUN mkdir -p /data /cache && chown node:node /data /cache
COPY --from=packages /aisle/node_modules node_modules
COPY --from=build /aisle/dist dist
COPY --from=build /aisle/prompts prompts
COPY package.json LICENSE ./
COPY server server
USER node
VOLUME ["/data", "/cache"]
EXPOSE 3000
# The first start indexes the catalog; it is alive before it is ready.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--import", "tsx", "server/main.ts"]
