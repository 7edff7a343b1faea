-- Letters that wait to be sent, and what invitations, closed accounts and the journal of a person rest on.

-- A letter is written when it is sent: until then the queue holds whom and why, and no link that would open a door.
create table letter_outbox (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('invitation', 'password')),
  person_id uuid not null references person on delete cascade,
  queued_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_try_at timestamptz not null default now(),
  sent_at timestamptz,
  -- Given up after too many tries; the operator finds the reason in the log.
  failed_at timestamptz
);
create index letter_outbox_due on letter_outbox (next_try_at) where sent_at is null and failed_at is null;
create index letter_outbox_person on letter_outbox (person_id, id desc);

alter table letter_outbox enable row level security;
create function opora_sees_person(person uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from person p where p.id = $1 and p.path <@ any ((select opora_scopes())::ltree[])) $$;
-- The queue is short: a look-up per row costs nothing here.
create policy place on letter_outbox using (opora_sees_person(person_id));
grant select, insert on letter_outbox to opora_request;

-- A list of people to invite, read from a file and not yet carried out: only its person sees it.
create table invitation_list (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade default opora_person(),
  file_name text not null,
  rows jsonb not null,
  read_at timestamptz not null default now()
);
alter table invitation_list enable row level security;
create policy own on invitation_list using (person_id = (select opora_person()));
grant select, insert, delete on invitation_list to opora_request;

-- Of people beyond one's own places nothing is told but whether an address is taken …
create function opora_taken_addresses(asked text[]) returns setof citext
  language sql stable security definer set search_path = public
  as $$ select email from person where email = any (asked::citext[]) $$;

-- … and whether a person has a present or future role where the asking one sees nothing.
create function opora_reaches_beyond(person uuid, today date) returns boolean
  language sql stable security definer set search_path = public
  as $$
    select exists (
      select from role_assignment r
      where r.person_id = $1
        and (r.valid_until is null or r.valid_until >= today)
        and not (r.path <@ any ((select opora_scopes())::ltree[]))
    )
  $$;

-- Whether a person has ever set a password; the password itself stays with the sign-in library.
create function opora_has_password(person uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$
    select exists (
      select from sign_in_credential c where c.person_id = $1 and c.provider_id = 'credential' and c.password is not null
    )
  $$;

revoke execute on function opora_taken_addresses, opora_reaches_beyond, opora_has_password, opora_sees_person from public;
grant execute on function opora_taken_addresses, opora_reaches_beyond, opora_has_password, opora_sees_person to opora_request;

-- A closed account has no open doors: its sessions and unused links end with it.
create function person_close_doors() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  delete from sign_in_session where person_id = new.id;
  delete from sign_in_verification where value = new.id::text;
  return null;
end
$$;
create trigger close_doors after update of closed_at on person
  for each row when (new.closed_at is not null and old.closed_at is null) execute function person_close_doors();

-- People keep their own data, wherever their roles hold.
create policy own_data on person for update
  using (id = (select opora_person())) with check (id = (select opora_person()));

create index person_name_order on person (full_name collate "ru-x-icu", id);
create index person_organization on person (organization_id);

-- The journal of a person is told with that of the roles they had, also of those that are not there any more.
create index journal_change_role_of on journal_change ((coalesce(became, was) ->> 'person_id'))
  where subject = 'role_assignment';

-- The journal of one person, for those whose place the person works at: entries of a deed that reached further up (a list of
-- a whole region) are told too, but only with the changes of this person and of their roles within the places asked from.
create function journal_of_person(asked uuid, newest integer)
  returns table (id bigint, at timestamptz, deed text, basis text, author text, changes jsonb)
  language sql stable security definer set search_path = public
  as $$
    with own_change as (
      select change.* from journal_change as change where subject = 'person' and record_id = asked::text
      union all
      select change.* from journal_change as change
        where subject = 'role_assignment'
          and (
            record_id in (select r.id::text from role_assignment as r where r.person_id = asked)
            or record_id in (
              select c.record_id from journal_change as c
              where c.subject = 'role_assignment' and coalesce(c.became, c.was) ->> 'person_id' = asked::text
            )
          )
          and change.path <@ any (opora_scopes())
    )
    select entry.id, entry.at, entry.deed, entry.basis, author.full_name,
        jsonb_agg(jsonb_build_object('subject', own_change.subject, 'was', own_change.was, 'became', own_change.became))
      from own_change
      join journal_entry as entry on entry.id = own_change.entry_id
      left join person as author on author.id = entry.person_id
      where exists (select from person as p where p.id = asked and p.path <@ any (opora_scopes()))
      group by entry.id, author.full_name
      order by entry.id desc
      limit newest
  $$;
revoke execute on function journal_of_person from public;
grant execute on function journal_of_person to opora_request;
