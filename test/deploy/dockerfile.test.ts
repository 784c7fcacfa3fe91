import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/lib/free-port.ts';
import { composeFile, dockerStages, projectFile } from '../helpers/compose-files.ts';

const stages = dockerStages();
const instructions = (stage: string, name: string): readonly string[] =>
  (stages.get(stage) ?? []).filter((one) => one.name === name).map(({ text }) => text);

describe('the Dockerfile', () => {
  it('has a stage for whatever compose builds, and the server is its last', () => {
    const built = Object.values(composeFile().services).flatMap(({ build }) => build?.target ?? []);
    expect(new Set(built)).toEqual(new Set(['app', 'proxy']));
    for (const target of built) expect([...stages.keys()]).toContain(target);
    expect([...stages.keys()].at(-1)).toBe('app');
  });

  it('names every image it stands on by its full version', () => {
    const images = projectFile('Dockerfile').match(/^ARG \w+=.*$/gmu) ?? [];
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/:\d+\.\d+\.\d+-\w+/u);
    expect(composeFile().services['redis']?.image).toMatch(/^redis:\d+\.\d+\.\d+-\w+$/u);
    for (const [from] of [...stages.keys()].map((stage) => instructions(stage, 'FROM')))
      expect(from).toMatch(/^\$\{(?:NODE|CADDY)\} AS /u);
  });

  it('stands on a Node.js that the program asks for', () => {
    const { engines } = JSON.parse(projectFile('package.json')) as { engines: { node: string } };
    const [, asked] = /^>=(\d+)/u.exec(engines.node) ?? [];
    const [, given] = /node:(\d+)\./u.exec(projectFile('Dockerfile')) ?? [];
    expect(Number(given)).toBeGreaterThanOrEqual(Number(asked));
  });

  it('leaves what builds behind, and runs without root', () => {
    expect(instructions('packages', 'RUN').join()).toContain('--omit=dev');
    expect(instructions('app', 'COPY')).toEqual([
      'package.json LICENSE ./',
      '--from=packages /app/node_modules node_modules',
      '--from=build /app/dist dist',
    ]);
    expect(instructions('app', 'USER')).toEqual(['node']);
    expect(instructions('proxy', 'USER')).toEqual(['1000:1000']);
  });

  it('starts the server as npm start does, without a shell between that would keep signals to itself', () => {
    const [, started = ''] =
      /SERVER_COMMAND = \[(.*)\];/u.exec(projectFile('scripts/lib/server-command.mjs')) ?? [];
    expect(instructions('app', 'CMD')).toEqual([`["node", ${started.replaceAll("'", '"')}]`]);
  });

  it('asks whether the server answers, and believes neither silence nor an error', async () => {
    const [check = ''] = instructions('app', 'HEALTHCHECK');
    const [program, ...words] = JSON.parse(check.slice(check.indexOf('['))) as string[]; // CMD's exec form is JSON
    expect(program).toBe('node');
    const servers = [200, 500].map((status) =>
      createServer((_, response) => response.writeHead(status).end()).listen(0, '127.0.0.1'),
    );
    await Promise.all(servers.map((server) => once(server, 'listening')));
    const ports = servers.map((server) => (server.address() as AddressInfo).port); // they listen on TCP
    const ask = async (port: number): Promise<unknown> => {
      const env = { ...process.env, PORT: String(port) };
      const [code] = await once(spawn(process.execPath, words, { env }), 'exit');
      return code;
    };
    expect(await Promise.all([...ports, await freePort()].map(ask))).toEqual([0, 1, 1]);
    for (const server of servers) server.close();
  });

  it('gets nothing into an image that was not named', () => {
    const [all, ...named] = projectFile('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(all).toBe('*');
    for (const line of named) expect(line).toMatch(/^!/u);
    for (const secret of ['.env', 'data', '.git']) expect(named).not.toContain(`!${secret}`);
  });
});
