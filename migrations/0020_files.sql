-- Files that people hand in: orders as issued, signatures, evidence. The bytes lie in the data folder under their hash, so
-- that the same file is kept once and a damaged one is known.

create table stored_file (
  id uuid primary key default gen_random_uuid(),
  owner_id integer not null references organization,
  path ltree not null default '',
  -- Read by everyone who has signed in, and on the public pages.
  published boolean not null default false,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  bytes integer not null check (bytes >= 0),
  kept_at timestamptz not null default now(),
  kept_by uuid references person
);
create index stored_file_path on stored_file using gist (path);
create index stored_file_owner on stored_file (owner_id);
create index stored_file_hash on stored_file (sha256);
create trigger take_path before insert or update on stored_file
  for each row execute function take_path_of_organization('owner_id');
create trigger journal after insert or update or delete on stored_file
  for each row execute function journal_record();
alter table stored_file enable row level security;
create policy place on stored_file using (path <@ any ((select opora_scopes())::ltree[]));
create policy published on stored_file for select using (published);
grant select, insert, update on stored_file to opora_request;
