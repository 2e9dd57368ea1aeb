# Two sets of packages: with the dev ones the page is built, without them the server runs. Install scripts are off (.npmrc); the
# variable keeps the ONNX runtime from fetching CUDA libraries also where somebody turns them on.
FROM node:20-slim AS manifest
ENV ONNXRUNTIME_NODE_INSTALL=skip
WORKDIR /aisle
COPY package.json package-lock.json .npmrc ./

FROM manifest AS build
RUN npm ci --include=dev --include=optional --fetch-retries=2 --fetch-timeout=60000
COPY . .
# No prompts is fine: without a language model none is read.
RUN npm run build && mkdir -p prompts

FROM manifest AS packages
RUN npm ci --omit=dev --include=optional --fetch-retries=2 --fetch-timeout=60000

FROM node:20-slim
ENV NODE_ENV=production ONNXRUNTIME_NODE_INSTALL=skip DATA_DIR=/data CACHE_DIR=/cache
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
