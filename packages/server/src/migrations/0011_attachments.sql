-- 六.3.2)① files that hang on a record; the bytes lie in the store under their hash, the same content once.
create table attachments (
  id uuid primary key,
  division_id uuid not null constraint attachments_division_fk references divisions (id),
  subject_type text not null constraint attachments_subject_known check (subject_type in ('customer')),
  subject_id uuid not null,
  name text not null,
  -- SHA-256 of the content, in hex; also its name in the store.
  hash text not null constraint attachments_hash_hex check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null constraint attachments_not_empty check (size > 0),
  -- Read from the content, never believed from the name.
  media_type text not null,
  -- Put here by the system as the current version of something; the next version takes its place.
  pinned_as text constraint attachments_pinned_known check (pinned_as in ('feedback_form')),
  created_at timestamptz not null,
  created_by uuid not null constraint attachments_person_fk references people (id),
  removed_at timestamptz,
  removed_by uuid
);
create index attachments_of on attachments (subject_type, subject_id, created_at desc, id desc) where removed_at is null;
create index attachments_hash on attachments (hash);
create unique index attachments_content_once on attachments (subject_type, subject_id, hash) where removed_at is null and pinned_as is null;
create unique index attachments_pinned_once on attachments (subject_type, subject_id, pinned_as) where removed_at is null and pinned_as is not null;

-- A file that is on its way, piece by piece, so that a broken line loses one piece and not the file.
create table attachment_uploads (
  id uuid primary key,
  subject_type text not null constraint attachment_uploads_subject_known check (subject_type in ('customer')),
  subject_id uuid not null,
  person_id uuid not null constraint attachment_uploads_person_fk references people (id),
  name text not null,
  size bigint not null,
  -- When the file was last changed on the person's device: the same file chosen again goes on where it stopped.
  modified_at timestamptz not null,
  received bigint not null default 0,
  attachment_id uuid constraint attachment_uploads_attachment_fk references attachments (id),
  touched_at timestamptz not null
);
create unique index attachment_uploads_same_file on attachment_uploads (person_id, subject_type, subject_id, name, size, modified_at)
  where attachment_id is null;
create index attachment_uploads_touched on attachment_uploads (touched_at);
