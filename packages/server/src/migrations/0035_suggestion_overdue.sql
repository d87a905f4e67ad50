-- 三.6 the manager is reminded once of a suggestion that he did not answer in time.
alter table suggestions add column overdue_told_at timestamptz;
create index suggestions_to_become_overdue on suggestions (reply_due_at) where replied_at is null and overdue_told_at is null;
