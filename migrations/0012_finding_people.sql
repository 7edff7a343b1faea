-- People are found by words of their name, address, position and place of work; below row-level security such a pattern
-- could not use an index, so it is looked up here, and the rows that come of it are still seen by those who may.

create function person_words(full_name text, email citext, job text) returns text
  language sql immutable parallel safe
  as $$ select lower(full_name || ' ' || email::text || ' ' || coalesce(job, '')) $$;
create index person_search on person using gin (person_words(full_name, email, position) gin_trgm_ops);
create index organization_short_name_search on organization using gin (lower(short_name) gin_trgm_ops);

-- People with all the words (patterns of `like`, the most telling one first).
create function people_found(patterns text[]) returns setof uuid
  language sql stable security definer set search_path = public
  as $$
    with candidate as (
      select id from person where person_words(full_name, email, position) like patterns[1]
      union
      select person.id
        from organization as work join person on person.organization_id = work.id
        where lower(work.short_name) like patterns[1]
    )
    select person.id
      from candidate join person using (id) join organization as work on work.id = person.organization_id
      where person_words(full_name, person.email, position) || ' ' || lower(work.short_name) like all (patterns)
  $$;
revoke execute on function people_found from public;
grant execute on function people_found to opora_request;

-- The municipalities of the filters, in their order: some of many thousand organisations.
create index organization_municipalities on organization (short_name collate "ru-x-icu", id) where kind = 'municipality';
