/**
 * A site as a user has it: outside the repository, with the packages as npm
 * packs them, and one line added to its configuration.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../../scripts/machine.mjs';
import { manifest } from '../support/repository.js';

const packages = ['core', 'formats', 'interactive', 'remark', 'docusaurus'] as const;
const windows = process.platform === 'win32';

/** What became of a build. */
export interface Build {
  readonly status: number | null;
  /** What it printed, without colours. */
  readonly output: string;
}

/** How to build. */
export interface BuildSettings {
  /** `future` of the configuration. */
  readonly future: unknown;
  /** Environment of the build. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder to build into. */
  readonly out: string;
}

/** The bundlers, by the configuration that chooses them. */
export const bundlers = {
  Rspack: { v4: true },
  webpack: { v4: false, faster: false },
} as const;

/** A site in a temporary folder. */
export class Site {
  readonly folder = mkdtempSync(join(tmpdir(), 'nnfig-site-'));

  /** Makes the site and installs what it needs. */
  constructor() {
    cpSync(join(import.meta.dirname, 'template'), this.folder, { recursive: true });
    mkdirSync(join(this.folder, 'packs'));
    const tarballs = Object.fromEntries(packages.map((name) => this.#pack(name)));
    const { devDependencies = {}, dependencies = {} } = manifest('website');
    const docusaurus = { ...devDependencies, ...dependencies };
    const wanted = [
      '@docusaurus/core',
      '@docusaurus/faster',
      '@docusaurus/preset-classic',
      'react',
      'react-dom',
    ];
    this.write(
      'package.json',
      JSON.stringify({
        name: 'a-site',
        private: true,
        dependencies: {
          ...Object.fromEntries(wanted.map((name) => [name, docusaurus[name]])),
          ...tarballs,
        },
      }),
    );
    // The flat folder that npm makes, from what is on the disk already: in it the
    // core can be seen from the site, and must not be taken for the plugin.
    this.write(
      'pnpm-workspace.yaml',
      JSON.stringify({
        nodeLinker: 'hoisted',
        overrides: tarballs,
        allowBuilds: { '@swc/core': false, 'core-js': false, 'core-js-pure': false },
      }),
    );
    const pnpm = join(root, 'node_modules', '.bin', 'pnpm');
    this.#run(pnpm, ['install', '--prefer-offline', '--no-frozen-lockfile'], this.folder);
  }

  /**
   * Writes a file of the site.
   *
   * @param path Path in the site.
   * @param text Its text.
   */
  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /**
   * Reads a file of the site.
   *
   * @param path Path in the site.
   * @returns Its text.
   */
  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /**
   * Removes a file of the site.
   *
   * @param path Path in the site.
   */
  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true, force: true });
  }

  /**
   * Changes the configuration.
   *
   * @param lines Lines to add to it, as a user would.
   * @param imports Lines to add before it.
   */
  configure(lines: string, imports = ''): void {
    const config = readFileSync(join(import.meta.dirname, 'template/docusaurus.config.js'), 'utf8');
    this.write('docusaurus.config.js', imports + config.replace(/\};\n$/, `  ${lines}\n};\n`));
  }

  /**
   * Builds the site for production.
   *
   * @param settings How.
   * @returns What became of it.
   */
  build({ future, env = {}, out }: BuildSettings): Build {
    // Minifying scripts takes most of the time of webpack, and has no part in this.
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...this.#docusaurus('build'), '--no-minify', '--out-dir', out],
      { cwd: this.folder, env: this.#environment(future, env), encoding: 'utf8' },
    );
    return { status, output: stripVTControlCharacters(`${stdout}\n${stderr}`) };
  }

  /**
   * Starts the development server; end it after use.
   *
   * @param port Port to listen on.
   * @param future `future` of the configuration.
   * @returns What it prints so far, and a way to end it.
   */
  start(port: number, future: unknown): { output: () => string; stop: () => void } {
    const server = spawn(
      process.execPath,
      [...this.#docusaurus('start'), '--no-open', '--port', String(port), '--host', '127.0.0.1'],
      { cwd: this.folder, env: this.#environment(future, {}), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let text = '';
    const collect = (chunk: Buffer) => {
      text += chunk;
    };
    server.stdout.on('data', collect);
    server.stderr.on('data', collect);
    return { output: () => stripVTControlCharacters(text), stop: () => server.kill() };
  }

  /** Removes the site. */
  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #docusaurus(command: string): string[] {
    return [join(this.folder, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'), command];
  }

  /** Without what the test runner sets, which Docusaurus takes for a test of its own. */
  #environment(future: unknown, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    const { NODE_ENV: _, VITEST: __, ...rest } = process.env;
    return { ...rest, SITE_FUTURE: JSON.stringify(future), NO_UPDATE_NOTIFIER: '1', ...more };
  }

  #pack(name: string): [name: string, file: string] {
    const { name: packageName, version } = manifest(`packages/${name}`);
    const into = join(this.folder, 'packs');
    this.#run('npm', ['pack', '--pack-destination', into], join(root, 'packages', name));
    const file = packageName.replace('@', '').replace('/', '-');
    return [packageName, `file:packs/${file}-${version}.tgz`];
  }

  #run(command: string, args: readonly string[], cwd: string): void {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      encoding: 'utf8',
      shell: windows,
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  }
}
