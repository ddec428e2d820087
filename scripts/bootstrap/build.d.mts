/** Makes a product when it is missing or its sources have changed; names are `prisma`, `client`, `server`. */
export function ensureBuilt(...names: ('prisma' | 'client' | 'server')[]): Promise<void>;
