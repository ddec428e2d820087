import { spawn } from 'node:child_process';

/** What `npm start` shows while it works. No dependency may be imported here: nothing is installed yet. */

let running;

/** Ends the program that a step started; for Ctrl-C before the server has taken over. */
export function stopRunning() {
  running?.kill('SIGTERM');
}

/** Does one step and says how long it took; a terminal shows the seconds while they pass. */
export async function step(label, work) {
  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
  const ticker = showProgress(label, seconds);
  try {
    const outcome = await work();
    ticker.end(`  ✓ ${outcome ?? label} (${seconds()} s)`);
  } catch (error) {
    ticker.end(`  ✗ ${label} failed after ${seconds()} s`);
    throw error;
  }
}

function showProgress(label, seconds) {
  if (!process.stdout.isTTY) {
    console.log(`  … ${label}`);
    const slow = setInterval(
      () => console.log(`  … ${label}, ${Number(seconds()).toFixed(0)} s so far`),
      15_000,
    );
    return {
      end(line) {
        clearInterval(slow);
        console.log(line);
      },
    };
  }
  const draw = () => process.stdout.write(`\r\x1b[2K  … ${label} ${seconds()} s`);
  draw();
  const timer = setInterval(draw, 200);
  return {
    end(line) {
      clearInterval(timer);
      process.stdout.write(`\r\x1b[2K${line}\n`);
    },
  };
}

/** Runs a Node program; its output is shown only when it fails. */
export function runNode(script, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      running = undefined;
      if (code === 0) resolve(output);
      else reject(new Error(output.trim() || `${script} ended with code ${code}.`));
    });
  });
}
