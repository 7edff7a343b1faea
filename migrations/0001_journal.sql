-- Who may do what here, and the journal of changes: who, when, record by record what was and became, on which basis.

create extension if not exists ltree;
create extension if not exists citext;
create extension if not exists pg_trgm;

-- Requests of people run as this role: it owns nothing and passes no row-level policy by.
-- Roles belong to the whole server, so another database of it may have made the role already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'opora_request') then
    create role opora_request nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  execute format('grant opora_request to %I', current_user);
  execute format('grant usage on schema public to opora_request');
end
$$;

-- The places the acting person may see, set for one transaction; nobody set: no place at all.
create function opora_scopes() returns ltree[]
  language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('opora.scopes', true), ''), '{}')::ltree[] $$;

create function opora_person() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('opora.person', true), '')::uuid $$;

create table journal_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  -- What was done, as a key of messages: organization.renamed.
  deed text not null,
  -- null: Opora itself (a migration, the clock).
  person_id uuid,
  -- The order, letter or reason that the person named.
  basis text,
  -- The place concerned; null: the whole installation.
  path ltree
);
create index journal_entry_path on journal_entry using gist (path);
create index journal_entry_person on journal_entry (person_id, id desc);

create table journal_change (
  entry_id bigint not null references journal_entry,
  subject text not null,
  record_id text not null,
  -- Of an update only what differs; null: the record was not there before, or is not there any more.
  was jsonb,
  became jsonb,
  path ltree
);
create index journal_change_record on journal_change (subject, record_id, entry_id desc);
create index journal_change_entry on journal_change (entry_id);

-- Writes one change of a record to the entry of the running deed. A change outside a deed is a defect and is refused.
create function journal_record() returns trigger
  language plpgsql security definer set search_path = public
  as $$
declare
  entry text := nullif(current_setting('opora.journal_entry', true), '');
  before jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  present jsonb := coalesce(after, before);
  was jsonb := before;
  became jsonb := after;
begin
  if entry is null then
    raise exception 'a change of % outside a journalled deed', tg_table_name;
  end if;
  -- A bulk load is one entry without its records: they are in the file that was loaded.
  if current_setting('opora.journal_records', true) = 'off' then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, before -> key), jsonb_object_agg(key, value)
      into was, became
      from jsonb_each(after)
      where key <> 'version' and value is distinct from before -> key;
    if became is null then
      return null;
    end if;
  end if;
  insert into journal_change (entry_id, subject, record_id, was, became, path)
    values (entry::bigint, tg_table_name, present ->> 'id', was, became, (present ->> 'path')::ltree);
  return null;
end
$$;

alter table journal_entry enable row level security;
alter table journal_change enable row level security;
create policy place on journal_entry using (path <@ any ((select opora_scopes())::ltree[]));
create policy deed on journal_entry for insert with check (person_id is not distinct from (select opora_person()));
create policy place on journal_change using (path <@ any ((select opora_scopes())::ltree[]));
grant select, insert on journal_entry to opora_request;
grant select on journal_change to opora_request;
