import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { canTrace, openTrap, strangersIn, watchProgram } from './watched-program.ts';

const run = promisify(execFile);

it('finds whom a program wanted to reach outside this machine in what strace wrote', () => {
  const trace = `
    11 connect(19, {sa_family=AF_UNIX, sun_path="/run/nscd"}, 110) = -1 ENOENT
    11 connect(20, {sa_family=AF_INET, sin_port=htons(40123), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
    12 connect(21, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.53")}, 16) = 0
    12 sendto(21, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(123), sin_addr=inet_addr("192.0.2.1")}, 16) = 1
    13 connect(22, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = -1 ENETUNREACH
    13 connect(23, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0`;
  expect(strangersIn(trace)).toEqual(['192.0.2.53:53', '192.0.2.1:123', '2001:db8::1:443']);
});

it.skipIf(!canTrace())(
  'sees a program reach for a stranger and for a name, and how it ended (needs strace)',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'opencommotion-watched-'));
    const trap = await openTrap();
    try {
      const program = join(folder, 'program');
      const reach = `
      const net = require('node:net');
      const asked = net.connect(${new URL(trap.url).port}, '127.0.0.1', () => asked.write('CONNECT example.org:443 HTTP/1.1\\r\\n\\r\\n'));
      asked.resume().on('close', () => {
        // Discarded by every router: nothing leaves, the attempt is what counts.
        const socket = require('node:dgram').createSocket('udp4');
        socket.on('error', () => process.exit(7)).connect(9, '192.0.2.1', () => process.exit(7));
      });`;
      await writeFile(program, `#!${process.execPath}\n${reach}`, { mode: 0o755 });
      const watched = await watchProgram(program, folder, trap);
      await expect(run(watched.bin, [], { timeout: 20_000 })).rejects.toMatchObject({ code: 7 });
      expect(await watched.exitCodes()).toEqual(['7']);
      expect(await watched.exitCodes()).toEqual([]);
      expect(await watched.strangers()).toEqual(expect.arrayContaining(['192.0.2.1:9', 'CONNECT example.org:443']));
    } finally {
      await trap.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
