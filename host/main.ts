import { ConfigError } from './config.ts';
import { createHost, type Host } from './create-host.ts';

/** How long plugins and sockets get for their farewell. */
const FAREWELL_MS = 5_000;

/** Starts the host, says where, and stays until it is told to stop: the only place of the host that ends the process. */
async function main(): Promise<void> {
  const host = await createHost();
  const { app, aside, config } = host;
  const stop = (): void => {
    setTimeout(() => process.exit(1), FAREWELL_MS).unref();
    void host.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await app.listen(config.listen);
    if (config.orchestratorPort !== null)
      await aside.listen({ host: config.listen.host, port: config.orchestratorPort });
  } catch (error) {
    await host.close();
    throw error;
  }
  process.stdout.write(`OpenCommotion is at ${addressOf(host)} (Ctrl-C stops it)\n`);
}

function addressOf({ app, config }: Host): string {
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.listen.port;
  const host = ['0.0.0.0', '::'].includes(config.listen.host) ? '127.0.0.1' : config.listen.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port, address, path } = Object(error) as {
    code?: string;
    port?: number;
    address?: string;
    path?: string;
  };
  if (
    path !== undefined &&
    code !== undefined &&
    ['ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOENT'].includes(code)
  )
    return `${path} cannot be used (${code}). Name a folder that this user may write to: OPENCOMMOTION_DATA_DIR=/path/to/it npm start`;
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use. Stop the program that has it, or choose another: GATEWAY_PORT=8010 npm start`;
  if (code === 'EACCES')
    return `This user may not listen on ${address}:${port}. Choose a port above 1023 with GATEWAY_PORT.`;
  if (code === 'EADDRNOTAVAIL') return `${address} is not an address of this machine. Correct GATEWAY_HOST.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}
