# Built once, then run without build tools and as a user who owns nothing but the data folder.
FROM node:22.23.2-bookworm-slim AS build
WORKDIR /tandem
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build

FROM node:22.23.2-bookworm-slim AS packages
WORKDIR /tandem
COPY package.json package-lock.json .npmrc ./
# The embedded PostgreSQL is an optional package: beside a database of its own, a container does not need it.
RUN npm ci --omit=dev --omit=optional

FROM node:22.23.2-bookworm-slim
WORKDIR /tandem
ENV NODE_ENV=production PORT=3000 TANDEM_DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY package.json ./
COPY --from=packages /tandem/node_modules ./node_modules
COPY --from=build /tandem/dist ./dist
COPY prisma ./prisma
USER node
VOLUME /data
EXPOSE 3000
# A first start with TANDEM_DEMO=1 writes two years of two clinics before it is ready; a start without is ready in seconds.
HEALTHCHECK --interval=10s --timeout=3s --start-period=300s --retries=3 \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Beside it: dist/server/setup.js, import.js and rebuild.js, as `docker compose exec app node dist/server/setup.js ...`.
# No npm in between: the signal to stop reaches the server itself. It applies migrations before it serves.
CMD ["node", "--enable-source-maps", "dist/server/main.js"]
