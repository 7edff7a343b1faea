-- What time has ended is removed every hour: sessions, one-time links and codes, counted tries.

create index sign_in_session_end on sign_in_session (expires_at);
create index sign_in_verification_end on sign_in_verification (expires_at);
create index sign_in_attempts_last on sign_in_attempts (last_request);
