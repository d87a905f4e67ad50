-- 六.3.2)① the version that hangs on the customer as a file; a job pins the ones that are behind.
alter table feedback_forms add column pinned_version integer not null default 0;
create index feedback_forms_unpinned on feedback_forms (updated_at) where pinned_version < version;
