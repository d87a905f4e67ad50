-- 五.5 (G27): that somebody spoke to his superior, and what the superior says of it. Evidence, not a substitute for speaking.
create table verbal_reports (
  id uuid primary key,
  division_id uuid not null constraint verbal_reports_division_fk references divisions (id),
  person_id uuid not null constraint verbal_reports_person_fk references people (id),
  -- The manager's own reports are for 总经理.
  for_gm boolean not null,
  occurred_at timestamptz not null,
  topic text not null,
  customer_id uuid constraint verbal_reports_customer_fk references customers (id),
  state text not null constraint verbal_reports_state_known check (state in ('logged', 'heard', 'not_received', 'stands')),
  -- The server's own stamp: it stands when nobody answers.
  logged_at timestamptz not null,
  logged_by uuid not null constraint verbal_reports_author_fk references people (id),
  answer_due_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid constraint verbal_reports_answer_fk references people (id),
  constraint verbal_reports_before_logged check (occurred_at <= logged_at),
  constraint verbal_reports_answered check ((state in ('heard', 'not_received')) = (answered_by is not null)),
  constraint verbal_reports_closed_with_date check ((state = 'logged') = (answered_at is null))
);
create index verbal_reports_recent on verbal_reports (division_id, logged_at desc, id desc);
create index verbal_reports_of_person on verbal_reports (person_id, logged_at desc, id desc);
create index verbal_reports_of_managers on verbal_reports (logged_at desc, id desc) where for_gm;
create index verbal_reports_to_answer on verbal_reports (division_id, answer_due_at) where state = 'logged';
create index verbal_reports_of_customer on verbal_reports (customer_id) where customer_id is not null;

-- 五.5.2): what went wrong, and which report, if any, had been made of it. The liability follows from both and is not stored.
create table incidents (
  id uuid primary key,
  division_id uuid not null constraint incidents_division_fk references divisions (id),
  person_id uuid not null constraint incidents_person_fk references people (id),
  for_gm boolean not null,
  occurred_at timestamptz not null,
  content text not null,
  customer_id uuid constraint incidents_customer_fk references customers (id),
  verbal_report_id uuid constraint incidents_verbal_report_fk references verbal_reports (id),
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null constraint incidents_author_fk references people (id),
  updated_at timestamptz not null,
  updated_by uuid
);
create index incidents_recent on incidents (division_id, occurred_at desc, id desc);
create index incidents_of_person on incidents (person_id, occurred_at desc, id desc);
create index incidents_of_managers on incidents (occurred_at desc, id desc) where for_gm;
create index incidents_of_customer on incidents (customer_id) where customer_id is not null;

-- 三.6: anybody of the division proposes, everybody of it reads, the manager answers.
create table suggestions (
  id uuid primary key,
  division_id uuid not null constraint suggestions_division_fk references divisions (id),
  type text not null constraint suggestions_type_known check (type in ('situation', 'problem', 'proposal', 'business')),
  subject text not null,
  content text not null,
  author_id uuid not null constraint suggestions_author_fk references people (id),
  reply_due_at timestamptz not null,
  reply text,
  replied_at timestamptz,
  replied_by uuid constraint suggestions_reply_fk references people (id),
  adopted boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint suggestions_replied check ((reply is null) = (replied_at is null) and (reply is null) = (replied_by is null)),
  constraint suggestions_adopted_with_reply check (not adopted or reply is not null)
);
create index suggestions_recent on suggestions (division_id, created_at desc, id desc);
create index suggestions_to_answer on suggestions (division_id, reply_due_at) where replied_at is null;
create index suggestions_of_author on suggestions (author_id, created_at desc);
