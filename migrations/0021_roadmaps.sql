-- Road maps: what an order asks, of whom and until when. A road map lives in versions; an approved version never changes,
-- an amendment is the next one. A measure keeps its identity through the versions, its wording belongs to one of them.

create table roadmap (
  id integer generated always as identity primary key,
  owner_id integer not null references organization,
  path ltree not null default '',
  level text not null check (level in ('regional', 'municipal', 'school')),
  title text not null check (length(title) between 1 and 1000),
  period_from date,
  period_to date check (period_to >= period_from),
  -- The road map of the level above that this one carries out.
  upper_id integer references roadmap check (upper_id <> id),
  -- Whether an approved version exists: then everyone who has signed in reads it.
  published boolean not null default false,
  -- The last day on which it holds, when an order has ended it.
  ended_on date,
  version integer not null default 1
);
create index roadmap_path on roadmap using gist (path);
create index roadmap_owner on roadmap (owner_id);
create index roadmap_upper on roadmap (upper_id);
create index roadmap_period on roadmap (period_from desc nulls last, id desc);

create table roadmap_version (
  id integer generated always as identity primary key,
  roadmap_id integer not null references roadmap,
  path ltree not null default '',
  published boolean not null default false,
  ordinal smallint not null check (ordinal > 0),
  -- reading: the order is being read; unreadable: it was refused; the rest are the moves of people.
  state text not null check (state in ('reading', 'unreadable', 'draft', 'submitted', 'returned', 'approved', 'withdrawn')),
  based_on_id integer references roadmap_version,
  order_number text,
  order_date date,
  order_issuer text,
  order_signatory text,
  order_title text,
  -- Goals, tasks, abbreviations, people, schools, basis: what stands around the table, as in the contract of road maps.
  surroundings jsonb not null default '{}',
  -- The file that was read, the signed order, and its detached signature.
  source_file_id uuid references stored_file,
  order_file_id uuid references stored_file,
  signature_file_id uuid references stored_file,
  -- Why the file could not be read: a code and its numbers.
  reading_refused jsonb,
  -- How often reading was begun: a file that brings the reader down is given up.
  reading_tries smallint not null default 0,
  reading_since timestamptz,
  changed_at timestamptz not null default now(),
  changed_by uuid references person,
  approved_at timestamptz,
  version integer not null default 1,
  unique (roadmap_id, ordinal),
  check (state <> 'approved' or (order_number is not null and order_date is not null and approved_at is not null))
);
-- One version at a time is worked on.
create unique index roadmap_version_open on roadmap_version (roadmap_id) where state not in ('approved', 'withdrawn');
create index roadmap_version_reading on roadmap_version (reading_since nulls first) where state = 'reading';
create index roadmap_version_state on roadmap_version (state, changed_at desc);
create index roadmap_version_path on roadmap_version using gist (path);
create index roadmap_version_based_on on roadmap_version (based_on_id);

-- The order as it was read, block by block with the places of its words, shown beside what was read from it.
create table roadmap_source (
  version_id integer primary key references roadmap_version,
  path ltree not null default '',
  blocks jsonb not null,
  warnings jsonb not null default '[]'
);

create table roadmap_section (
  id integer generated always as identity primary key,
  version_id integer not null references roadmap_version,
  path ltree not null default '',
  published boolean not null default false,
  place double precision not null,
  number text,
  title text not null,
  version integer not null default 1
);
create index roadmap_section_version on roadmap_section (version_id, place);

-- The measure itself, through all versions: what is done and proved hangs on it.
create table measure (
  id integer generated always as identity primary key,
  roadmap_id integer not null references roadmap,
  path ltree not null default '',
  published boolean not null default false
);
create index measure_roadmap on measure (roadmap_id);

-- What one version says of a measure.
create table measure_wording (
  id integer generated always as identity primary key,
  version_id integer not null references roadmap_version,
  measure_id integer not null references measure,
  path ltree not null default '',
  published boolean not null default false,
  section_id integer references roadmap_section,
  -- The order of rows; a row is put between two others without moving them.
  place double precision not null,
  number text,
  title text not null,
  deadline_text text,
  -- The deadline as the contract of road maps structures it.
  deadline jsonb not null,
  result text,
  publication text,
  -- Further columns by their titles.
  other jsonb not null default '{}',
  -- doubtful: a person should look; read: read surely; confirmed, corrected: somebody looked; written: by hand;
  -- dropped: no measure, for a reason.
  state text not null check (state in ('doubtful', 'read', 'confirmed', 'corrected', 'written', 'dropped')),
  drop_reason text check (state <> 'dropped' or length(drop_reason) > 0),
  doubts jsonb not null default '[]',
  -- Where in the source the fields stand and how sure they are; null: written by hand.
  origin jsonb,
  words tsvector generated always as (to_tsvector('russian',
    translate(title || ' ' || coalesce(result, '') || ' ' || coalesce(publication, ''), 'ёЁ', 'еЕ'))) stored,
  version integer not null default 1,
  unique (version_id, measure_id)
);
create index measure_wording_version on measure_wording (version_id, place);
create index measure_wording_measure on measure_wording (measure_id);
create index measure_wording_words on measure_wording using gin (words);

create table measure_executor (
  id integer generated always as identity primary key,
  wording_id integer not null references measure_wording on delete cascade,
  version_id integer not null references roadmap_version,
  path ltree not null default '',
  published boolean not null default false,
  place smallint not null,
  -- As the order names them, and whom that means: an organisation, a group, or nobody yet.
  words text not null check (length(words) between 1 and 500),
  organization_id integer references organization,
  group_id integer references executor_group,
  check (organization_id is null or group_id is null)
);
create index measure_executor_wording on measure_executor (wording_id, place);
create index measure_executor_organization on measure_executor (organization_id);
create index measure_executor_group on measure_executor (group_id);
create index measure_executor_open on measure_executor (version_id) where organization_id is null and group_id is null;

create table measure_target (
  id integer generated always as identity primary key,
  wording_id integer not null references measure_wording on delete cascade,
  version_id integer not null references roadmap_version,
  path ltree not null default '',
  published boolean not null default false,
  place smallint not null,
  words text not null,
  comparator text not null check (comparator in ('>=', '>', '<=', '<', '=')),
  value numeric not null,
  unit text not null,
  kind text not null check (kind in ('count', 'percent')),
  counted_of text,
  stands_in text not null check (stands_in in ('result', 'title'))
);
create index measure_target_wording on measure_target (wording_id, place);

create table roadmap_indicator (
  id integer generated always as identity primary key,
  version_id integer not null references roadmap_version,
  path ltree not null default '',
  published boolean not null default false,
  place double precision not null,
  number text,
  name text not null,
  source text,
  target text,
  value numeric,
  unit text,
  other jsonb not null default '{}',
  version integer not null default 1
);
create index roadmap_indicator_version on roadmap_indicator (version_id, place);

-- What the one who returns a draft says of a row or of the whole, and whether it was heeded.
create table roadmap_remark (
  id integer generated always as identity primary key,
  version_id integer not null references roadmap_version,
  wording_id integer references measure_wording on delete cascade,
  path ltree not null default '',
  words text not null check (length(words) between 1 and 4000),
  made_by uuid not null references person,
  made_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid references person
);
create index roadmap_remark_version on roadmap_remark (version_id, id);

-- Who is at a review just now; not a record, so not in the journal.
create table roadmap_presence (
  version_id integer not null references roadmap_version on delete cascade,
  person_id uuid not null references person,
  path ltree not null default '',
  seen_at timestamptz not null default now(),
  primary key (version_id, person_id)
);

-- Other words for a group of executors within a territory, as organization_alias has them for organisations.
create table executor_group_alias (
  id integer generated always as identity primary key,
  group_id integer not null references executor_group on delete cascade,
  path ltree not null default '',
  territory_id integer not null references organization,
  words text not null check (length(words) between 1 and 300),
  unique (territory_id, words, group_id)
);
create index executor_group_alias_group on executor_group_alias (group_id);

-- Records of a road map carry its path; the argument is the table and the column that names its row.
create function take_path_of_roadmap() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  if tg_argv[0] = 'roadmap' then
    new.path := (select path from roadmap where id = (to_jsonb(new) ->> tg_argv[1])::integer);
  elsif tg_argv[0] = 'version' then
    new.path := (select path from roadmap_version where id = (to_jsonb(new) ->> tg_argv[1])::integer);
  else
    new.path := (select path from executor_group where id = (to_jsonb(new) ->> tg_argv[1])::integer);
  end if;
  return new;
end
$$;

create trigger take_path before insert or update on roadmap
  for each row execute function take_path_of_organization('owner_id');
create trigger take_path before insert or update on roadmap_version
  for each row execute function take_path_of_roadmap('roadmap', 'roadmap_id');
create trigger take_path before insert or update on measure
  for each row execute function take_path_of_roadmap('roadmap', 'roadmap_id');
create trigger take_path before insert or update on executor_group_alias
  for each row execute function take_path_of_roadmap('group', 'group_id');

-- What an order has approved stays as it was approved. Only its place in the tree of organisations may move, and whom the
-- words of an executor mean may be told better; the words stay.
create function refuse_change_of_approved() returns trigger
  language plpgsql security definer set search_path = public
  as $$
declare
  was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  becomes jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
begin
  if tg_op = 'UPDATE'
    and was - array['path', 'organization_id', 'group_id'] = becomes - array['path', 'organization_id', 'group_id'] then
    return new;
  end if;
  if tg_table_name = 'roadmap_version' then
    if was ->> 'state' = 'approved' then
      raise exception 'version % of a road map is approved and does not change', was ->> 'id'
        using errcode = 'restrict_violation';
    end if;
  elsif exists (
    select from roadmap_version
    where id in ((was ->> 'version_id')::integer, (becomes ->> 'version_id')::integer) and state = 'approved'
  ) then
    raise exception 'a % of an approved version does not change', tg_table_name using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['roadmap_source', 'roadmap_section', 'measure_wording', 'measure_executor',
    'measure_target', 'roadmap_indicator', 'roadmap_remark', 'roadmap_presence']
  loop
    execute format('create trigger take_path before insert or update on %I for each row execute function take_path_of_roadmap(''version'', ''version_id'')', name);
  end loop;
  -- Named to run after the path was taken: triggers of one moment run in the order of their names.
  foreach name in array array['roadmap_version', 'roadmap_source', 'roadmap_section', 'measure_wording',
    'measure_executor', 'measure_target', 'roadmap_indicator', 'roadmap_remark']
  loop
    execute format('create trigger unchanged_when_approved before insert or update or delete on %I for each row execute function refuse_change_of_approved()', name);
  end loop;
  foreach name in array array['roadmap', 'roadmap_version', 'roadmap_section', 'measure', 'measure_wording',
    'measure_executor', 'measure_target', 'roadmap_indicator', 'roadmap_remark', 'executor_group_alias']
  loop
    execute format('create trigger journal after insert or update or delete on %I for each row execute function journal_record()', name);
  end loop;
  foreach name in array array['roadmap', 'roadmap_version', 'roadmap_source', 'roadmap_section', 'measure',
    'measure_wording', 'measure_executor', 'measure_target', 'roadmap_indicator', 'roadmap_remark', 'roadmap_presence',
    'executor_group_alias']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('grant select, insert, update, delete on %I to opora_request', name);
    execute format('create policy place on %I using (path <@ any ((select opora_scopes())::ltree[]))', name);
  end loop;
  foreach name in array array['roadmap', 'roadmap_version', 'roadmap_section', 'measure', 'measure_wording',
    'measure_executor', 'measure_target', 'roadmap_indicator']
  loop
    execute format('create policy published on %I for select using (published)', name);
  end loop;
end
$$;
create policy above on executor_group_alias for select using (path @> any ((select opora_scopes())::ltree[]));

-- When an organisation moves, its road maps move along.
create function roadmaps_move_along() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  update roadmap set path = new.path where owner_id = new.id;
  update stored_file set path = new.path where owner_id = new.id;
  update executor_group_alias set path = new.path where group_id in (select id from executor_group where owner_id = new.id);
  return null;
end
$$;
create trigger roadmaps_move_along after update on organization
  for each row when (new.path <> old.path) execute function roadmaps_move_along();

create function parts_of_roadmap_move_along() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  update roadmap_version set path = new.path where roadmap_id = new.id;
  update measure set path = new.path where roadmap_id = new.id;
  return null;
end
$$;
create trigger parts_move_along after update on roadmap
  for each row when (new.path <> old.path) execute function parts_of_roadmap_move_along();

create function parts_of_version_move_along() returns trigger
  language plpgsql security definer set search_path = public
  as $$
declare
  name text;
begin
  foreach name in array array['roadmap_source', 'roadmap_section', 'measure_wording', 'measure_executor',
    'measure_target', 'roadmap_indicator', 'roadmap_remark', 'roadmap_presence']
  loop
    execute format('update %I set path = $1 where version_id = $2', name) using new.path, new.id;
  end loop;
  return null;
end
$$;
create trigger parts_move_along after update on roadmap_version
  for each row when (new.path <> old.path) execute function parts_of_version_move_along();

-- Wordings with all the words, by Russian stems. Below row-level security a search could not use the index, so it is
-- looked up here, and the rows that come of it are still seen by those who may.
create function measure_wordings_found(query text) returns setof integer
  language sql stable security definer set search_path = public
  as $$ select id from measure_wording where words @@ websearch_to_tsquery('russian', translate(query, 'ёЁ', 'еЕ')) $$;
