-- One engine for everything that is approved: the way of a kind from a date on, the cases, whom each step asks, and what was said.
create table approval_definitions (
  id uuid primary key,
  division_id uuid not null constraint approval_definitions_division_fk references divisions (id),
  kind text not null constraint approval_definitions_kind_known check (kind in ('initiation', 'quotation', 'contract', 'leave')),
  effective_from date not null,
  -- [{name, who, mode, when, skipsApproved}] and [who], as domain/approvals/definition.ts has them.
  steps jsonb not null,
  copies jsonb not null,
  reason text not null,
  created_at timestamptz not null,
  created_by uuid not null constraint approval_definitions_author_fk references people (id),
  constraint approval_definitions_one_a_day unique (division_id, kind, effective_from)
);

create table approvals (
  id uuid primary key,
  division_id uuid not null constraint approvals_division_fk references divisions (id),
  kind text not null constraint approvals_kind_known check (kind in ('initiation', 'quotation', 'contract', 'leave')),
  -- The record that is approved; its module says what it is.
  subject_id uuid not null,
  title text not null,
  -- What the way was chosen by, for the dry run of another definition.
  facts jsonb not null,
  state text not null constraint approvals_state_known check (state in ('waiting', 'approved', 'refused', 'sent_back', 'recalled')),
  -- Counted up when it is submitted again.
  round integer not null default 1,
  applicant_id uuid not null constraint approvals_applicant_fk references people (id),
  submitted_at timestamptz not null,
  decided_at timestamptz,
  urged_at timestamptz,
  constraint approvals_once unique (kind, subject_id),
  constraint approvals_decided_with_date check ((state in ('approved', 'refused')) = (decided_at is not null))
);
create index approvals_recent on approvals (division_id, submitted_at desc, id desc);
create index approvals_own on approvals (applicant_id, submitted_at desc, id desc);

create table approval_steps (
  id uuid primary key,
  approval_id uuid not null constraint approval_steps_approval_fk references approvals (id) on delete cascade,
  round integer not null,
  -- 加签 puts a step between others, so that the places are written anew.
  place integer not null,
  name text not null,
  mode text not null constraint approval_steps_mode_known check (mode in ('all', 'any')),
  skips_approved boolean not null,
  reason text not null,
  state text not null constraint approval_steps_state_known check (state in ('coming', 'open', 'done', 'stopped')),
  opened_at timestamptz,
  closed_at timestamptz,
  reminded_at timestamptz
);
create index approval_steps_of on approval_steps (approval_id, round, place);
-- A step never opens before the one before it is done.
create unique index approval_steps_one_open on approval_steps (approval_id) where state = 'open';
create index approval_steps_to_remind on approval_steps (opened_at) where state = 'open' and reminded_at is null;

create table approval_signers (
  step_id uuid not null constraint approval_signers_step_fk references approval_steps (id) on delete cascade,
  approval_id uuid not null constraint approval_signers_approval_fk references approvals (id) on delete cascade,
  person_id uuid not null constraint approval_signers_person_fk references people (id),
  reason text not null,
  state text not null constraint approval_signers_state_known check (state in ('waiting', 'approved', 'carried', 'refused', 'sent_back', 'spared', 'passed_on')),
  -- Himself, or his deputy.
  decided_by uuid constraint approval_signers_decider_fk references people (id),
  primary key (step_id, person_id),
  constraint approval_signers_decided_by_somebody check ((state in ('approved', 'refused', 'sent_back')) = (decided_by is not null))
);
create index approval_signers_waiting on approval_signers (person_id) where state = 'waiting';
create index approval_signers_involved on approval_signers (person_id, approval_id);
create index approval_signers_approval on approval_signers (approval_id);

create table approval_copies (
  approval_id uuid not null constraint approval_copies_approval_fk references approvals (id) on delete cascade,
  person_id uuid not null constraint approval_copies_person_fk references people (id),
  primary key (approval_id, person_id)
);
create index approval_copies_person on approval_copies (person_id, approval_id);

-- What was done and said, in order; the sentences of the events name no opinion, because more people read them.
create table approval_entries (
  id uuid primary key,
  approval_id uuid not null constraint approval_entries_approval_fk references approvals (id) on delete cascade,
  round integer not null,
  kind text not null constraint approval_entries_kind_known check (kind in ('submitted', 'approved', 'refused', 'sent_back', 'recalled', 'added', 'urged', 'passed_on')),
  step text,
  body text,
  at timestamptz not null,
  by_id uuid constraint approval_entries_person_fk references people (id),
  -- 代 某某.
  for_id uuid constraint approval_entries_principal_fk references people (id)
);
create index approval_entries_of on approval_entries (approval_id, at, id);
create index approval_entries_handled on approval_entries (by_id, approval_id) where kind in ('approved', 'refused', 'sent_back');

create table approval_delegations (
  id uuid primary key,
  from_id uuid not null constraint approval_delegations_from_fk references people (id),
  to_id uuid not null constraint approval_delegations_to_fk references people (id),
  from_date date not null,
  to_date date not null,
  reason text not null,
  created_at timestamptz not null,
  created_by uuid not null constraint approval_delegations_author_fk references people (id),
  ended_at timestamptz,
  constraint approval_delegations_other_person check (from_id <> to_id),
  constraint approval_delegations_in_order check (from_date <= to_date)
);
create index approval_delegations_to on approval_delegations (to_id, to_date) where ended_at is null;
create index approval_delegations_from on approval_delegations (from_id, to_date) where ended_at is null;
