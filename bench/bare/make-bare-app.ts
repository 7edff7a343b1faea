import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "dependencies": { "pg": "*" } }',
  'vite.config.js': `
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit({ adapter: adapter({ out: 'build' }) })] };`,
  'src/app.html': '<!doctype html><html lang="ru"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
  'src/routes/+layout.js': 'export const csr = false;',
  'src/pool.js': `
import pg from 'pg';
export const pool = new pg.Pool({ ...JSON.parse(process.env.BARE_DATABASE ?? '{}'), max: 20 });`,
  'src/routes/list/+page.server.js': `
import { pool } from '../../pool.js';
export const load = async () => {
  const total = await pool.query('select count(*) from organization');
  const rows = await pool.query(
    \`select o.id, o.kind, o.short_name, o.official_name, o.oo_code, o.head_name, o.settlement, m.short_name as municipality
    from organization o left join organization m on m.id = o.municipality_id
    order by o.short_name collate "ru-x-icu", o.id limit 50\`);
  return { total: total.rows[0].count, rows: rows.rows };
};`,
  'src/routes/list/+page.svelte': `<script>let { data } = $props();</script>
<h1>Организации</h1><p>{data.total}</p>
<table><tbody>{#each data.rows as row}<tr><td><a href="/card/{row.id}">{row.short_name}</a> {row.official_name}</td><td>{row.kind}</td>
<td>{row.municipality}</td><td>{row.oo_code}</td><td>{row.settlement}</td><td>{row.head_name}</td></tr>{/each}</tbody></table>
<style>td { padding: 4px; }</style>`,
  'src/routes/card/[id]/+page.server.js': `
import { pool } from '../../../pool.js';
export const load = async ({ params }) => {
  const ask = async (text) => (await pool.query(text, [params.id])).rows;
  const [facts] = await ask('select * from organization where id = $1');
  return {
    facts,
    names: await ask('select * from organization_name where organization_id = $1'),
    aliases: await ask('select * from organization_alias where organization_id = $1'),
    groups: await ask('select g.title from executor_group g join executor_group_member m on m.group_id = g.id where m.organization_id = $1'),
    people: await ask('select full_name, position, email from person where organization_id = $1'),
  };
};`,
  'src/routes/card/[id]/+page.svelte': `<script>let { data } = $props();</script>
<h1>{data.facts.official_name}</h1>
<dl>{#each Object.entries(data.facts) as [key, value]}<dt>{key}</dt><dd>{JSON.stringify(value)}</dd>{/each}</dl>
{#each [...data.names, ...data.aliases, ...data.groups, ...data.people] as row}<p>{Object.values(row).join(', ')}</p>{/each}`,
};

/**
 * Builds the baseline: SvelteKit and `pg` with the rows of our list and card, and nothing else (no rights, no sign-in, no
 * design).
 *
 * @returns the folder with its handler
 */
export function makeBareApp(root: string, folder: string): string {
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  // One link a package: SvelteKit writes a folder of its own among them, which must not be ours.
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of readdirSync(path.join(root, 'node_modules')))
    if (name !== '$app') symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name));
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel=warn'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the baseline could not be built\n${stdout}${stderr}`);
  return path.join(folder, 'build');
}
