import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

/** Remembers why PostgreSQL refused a script: the engine passes on that it failed, not where. */
export type ScriptFailure = { script: string; error: unknown };

/**
 * Prisma's adapter cuts scripts at every semicolon, also inside function bodies, and runs the pieces apart.
 * The native engine sends a script whole, which PostgreSQL runs as one transaction; so does this one.
 */
class WholeScriptPg extends PrismaPg {
  lastFailure: ScriptFailure | undefined;
  private readonly adapters: SqlDriverAdapter[] = [];

  override async connect() {
    const adapter = await super.connect();
    this.adapters.push(adapter);
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.lastFailure = { script, error };
        throw error;
      }
    };
    return adapter;
  }

  /** The engine leaves its connections to whoever gave them. */
  async dispose(): Promise<void> {
    await Promise.all(this.adapters.map((adapter) => adapter.dispose()));
  }
}

/**
 * What belongs to the process, not to this module: the package's glue can serve one WebAssembly instance only, and a test
 * runner may load this module more than once.
 */
interface EngineState {
  loaded: Promise<void> | undefined;
  timers: Set<NodeJS.Timeout>;
  live: number;
}

const STATE = Symbol.for('tandem.schema-engine');

function engineState(): EngineState {
  const whole = globalThis as { [STATE]?: EngineState };
  whole[STATE] ??= { loaded: undefined, timers: new Set(), live: 0 };
  return whole[STATE];
}

/** The package ships the engine for bundlers; Node 20 cannot import `.wasm`, so it is instantiated by hand, once. */
function loadWebAssembly(): Promise<void> {
  const state = engineState();
  state.loaded ??= (async () => {
    const folder = path.dirname(
      createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
    );
    const bytes = await readFile(path.join(folder, 'schema_engine_bg.wasm'));
    const imports = { './schema_engine_bg.js': { ...glue, ...patientTimers() } };
    const { instance } = await WebAssembly.instantiate(bytes, imports);
    startGlue(glue, instance.exports);
  })();
  return state.loaded;
}

/** The engine's lock timer runs 10 s and is never cleared; it must not keep a finished command waiting. */
function patientTimers(): WebAssembly.ModuleImports {
  const names = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout'));
  const start = (callback: () => void, milliseconds: number) => {
    const timer = setTimeout(() => {
      engineState().timers.delete(timer);
      callback();
    }, milliseconds).unref();
    engineState().timers.add(timer);
    return timer;
  };
  return Object.fromEntries(names.map((name) => [name, start]));
}

/** Frees an engine. Timers that it left would call into memory that is no longer its own, and end the process. */
export function freeSchemaEngine(engine: SchemaEngine): void {
  engine.free();
  const state = engineState();
  state.live -= 1;
  if (state.live > 0) return;
  for (const timer of state.timers) clearTimeout(timer);
  state.timers.clear();
}

function startGlue(untypedGlue: unknown, exports: WebAssembly.Exports): void {
  const { __wbg_set_wasm: setWasm } = untypedGlue as {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  };
  setWasm(exports);
  const start = exports['__wbindgen_start'];
  if (typeof start === 'function') start();
}

/** Starts the engine on an adapter; the caller frees it (freeSchemaEngine). */
export async function startSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  await loadWebAssembly();
  const engine = await glue.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  engineState().live += 1;
  return engine;
}

/** Prisma's schema engine on one database, without any download; `use` gets the engine, it is freed afterwards. */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  use: (engine: SchemaEngine, lastFailure: () => ScriptFailure | undefined) => Promise<T>,
): Promise<T> {
  const postgres = new WholeScriptPg({ connectionString: databaseUrl });
  const engine = await startSchemaEngine(postgres);
  try {
    return await use(engine, () => postgres.lastFailure);
  } finally {
    freeSchemaEngine(engine);
    await postgres.dispose();
  }
}
