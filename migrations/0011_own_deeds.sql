-- People read what they did themselves, wherever their roles hold: without that nobody could journal a change of their own
-- card who works outside the places of their roles (a curator of schools elsewhere).
create policy own_deeds on journal_entry for select using (person_id = (select opora_person()));
