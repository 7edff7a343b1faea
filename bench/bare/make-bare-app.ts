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
  const total = await pool.query("select count(*) from organization where closed_on is null or closed_on > current_date");
  const rows = await pool.query(
    \`select o.id, o.kind, o.school_type, o.short_name, o.official_name, o.oo_code, o.settlement, m.short_name as municipality
    from organization o left join organization m on m.id = o.municipality_id and m.id <> o.id
    where o.closed_on is null or o.closed_on > current_date
    order by o.short_name collate "ru-x-icu", o.id limit 50\`);
  const places = await pool.query(
    \`select id, short_name from organization where kind = 'municipality' order by short_name collate "ru-x-icu"\`);
  const groups = await pool.query('select id, short_title from executor_group order by short_title collate "ru-x-icu"');
  return { total: total.rows[0].count, rows: rows.rows, places: places.rows, groups: groups.rows };
};`,
  'src/routes/list/+page.svelte': `<script>let { data } = $props();</script>
<h1>Организации</h1><p>{data.total}</p>
<form><select name="within">{#each data.places as place}<option value={place.id}>{place.short_name}</option>{/each}</select>
<select name="group">{#each data.groups as group}<option value={group.id}>{group.short_title}</option>{/each}</select></form>
<table class="table"><thead><tr><th scope="col">Название</th><th scope="col">Вид</th><th scope="col">Код</th>
<th scope="col">Муниципалитет</th><th scope="col">Место</th></tr></thead><tbody>{#each data.rows as row (row.id)}<tr>
<th scope="row" class="full"><a href="/card/{row.id}" title={row.official_name}>{row.short_name}</a></th>
<td>{row.kind}{#if row.school_type}, {row.school_type}{/if}</td><td class="end" data-label="Код">{row.oo_code ?? ''}</td>
<td>{row.municipality ?? ''}</td><td class="end">{row.settlement ?? ''}</td></tr>{/each}</tbody></table>
<style>td { padding: 4px; }</style>`,
  'src/routes/card/[id]/+page.server.js': `
import { pool } from '../../../pool.js';
export const load = async ({ params }) => {
  const ask = async (text, values = [params.id]) => (await pool.query(text, values)).rows;
  const [facts] = await ask('select * from organization where id = $1');
  return {
    facts,
    trail: await ask('select id, short_name from organization where path @> $1 order by nlevel(path)', [facts.path]),
    merged: await ask('select id, short_name, closed_on from organization where successor_id = $1'),
    names: await ask('select * from organization_name where organization_id = $1'),
    aliases: await ask('select * from organization_alias where organization_id = $1'),
    below: await ask('select id, short_name, kind, oo_code from organization where parent_id = $1 order by short_name limit 50'),
    fields: await ask('select * from passport_field order by place', []),
    groups: await ask('select g.title from executor_group g join executor_group_member m on m.group_id = g.id where m.organization_id = $1'),
    people: await ask('select full_name, position, email from person where organization_id = $1'),
    journal: await ask("select e.at, e.deed, e.basis from journal_entry e join journal_change c on c.entry_id = e.id where c.subject = 'organization' and c.record_id = $1 order by e.id desc limit 30", [String(params.id)]),
  };
};`,
  'src/routes/card/[id]/+page.svelte': `<script>let { data } = $props();
const { search, passport, ...facts } = $derived(data.facts);</script>
<nav>{#each data.trail as place}<a href="/card/{place.id}">{place.short_name}</a>{/each}</nav>
<h1>{facts.official_name}</h1>
<dl>{#each Object.entries(facts) as [key, value]}<dt>{key}</dt><dd>{JSON.stringify(value)}</dd>{/each}</dl>
<dl>{#each data.fields as field}<dt>{field.title_ru}</dt><dd>{passport[field.key] ?? '–'} {field.unit_ru ?? ''}</dd>{/each}</dl>
{#each [...data.merged, ...data.names, ...data.aliases, ...data.below, ...data.groups, ...data.people, ...data.journal] as row}<p>{Object.values(row).join(', ')}</p>{/each}`,
};

/**
 * Builds the baseline: SvelteKit and `pg` with the rows of our list and card (also those of the filters, of the passport and
 * of the journal), in the same markup of a table, and nothing else: no rights, no sign-in, no design.
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
