-- People, what they may do and where, and how they sign in.

create table person (
  id uuid primary key default gen_random_uuid(),
  email citext not null unique,
  email_verified boolean not null default false,
  full_name text not null check (length(full_name) between 1 and 200),
  position text,
  -- Where the person works; their card is seen by those who see this place.
  organization_id integer not null references organization,
  path ltree not null default '',
  image text,
  two_factor_enabled boolean not null default false,
  locale text not null default 'ru' check (locale in ('ru', 'en')),
  -- Cannot sign in from this moment on.
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create index person_path on person using gist (path);

-- A person may have several roles in several places, for a time, and stand in for another.
create table role_assignment (
  id integer generated always as identity primary key,
  person_id uuid not null references person,
  role text not null check (role in (
    'administrator', 'regional-coordinator', 'analyst', 'institute-staff', 'municipal-coordinator', 'school-coordinator',
    'curator', 'controlling-head'
  )),
  organization_id integer not null references organization,
  path ltree not null default '',
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  substitutes_id uuid references person check (substitutes_id <> person_id),
  basis text,
  unique (person_id, role, organization_id, valid_from)
);
create index role_assignment_person on role_assignment (person_id);
create index role_assignment_path on role_assignment using gist (path);

create trigger take_path before insert or update on person
  for each row execute function take_path_of_organization('organization_id');
create trigger take_path before insert or update on role_assignment
  for each row execute function take_path_of_organization('organization_id');

create function people_move_along() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  update person set path = new.path where organization_id = new.id;
  update role_assignment set path = new.path where organization_id = new.id;
  return null;
end
$$;
create trigger people_move_along after update on organization
  for each row when (new.path <> old.path) execute function people_move_along();

-- What the sign-in library keeps. Requests of people never read these tables: only the library does, as the owner.
create table sign_in_session (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_session_person on sign_in_session (person_id);

create table sign_in_credential (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index sign_in_credential_person on sign_in_credential (person_id);

create table sign_in_verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_verification_identifier on sign_in_verification (identifier);

create table sign_in_second_factor (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index sign_in_second_factor_person on sign_in_second_factor (person_id);

create table sign_in_attempts (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

do $$
declare
  name text;
begin
  foreach name in array array['person', 'role_assignment']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy place on %I using (path <@ any ((select opora_scopes())::ltree[]))', name);
    execute format('grant select, insert, update, delete on %I to opora_request', name);
  end loop;
end
$$;
-- What the sign-in library keeps of a person (a second factor, a checked address) is no change of a record.
create trigger journal after insert or delete or update of full_name, email, position, organization_id, locale, closed_at
  on person for each row execute function journal_record();
create trigger journal after insert or update or delete on role_assignment
  for each row execute function journal_record();

create policy myself on person for select using (id = (select opora_person()));
create policy myself on role_assignment for select using (person_id = (select opora_person()));
