-- 六.3.1)④ under the PIPL (§3C): what is known about a contact beyond the card. Nothing of it is readable here: the words, the purpose
-- and the source are sealed with a key of their own, which is sealed with the master key.
create table contact_profiles (
  contact_id uuid primary key constraint contact_profiles_contact_fk references contacts (id) on delete cascade,
  division_id uuid not null constraint contact_profiles_division_fk references divisions (id),
  sealed_key text not null,
  sealed text not null,
  basis text not null constraint contact_profiles_basis_known check (basis in ('consent', 'public', 'provided')),
  -- The separate consent for sensitive data that the text contains (个人信息保护法 29).
  separate_consent boolean not null default false,
  expires_on date not null,
  -- Since when nobody can look at it, and when it goes for good.
  hidden_on date,
  purge_on date,
  version integer not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint contact_profiles_sensitive_by_consent check (not separate_consent or basis = 'consent'),
  constraint contact_profiles_hidden_until_purge check ((hidden_on is null) = (purge_on is null))
);
create index contact_profiles_expiry on contact_profiles (expires_on) where hidden_on is null;
create index contact_profiles_purge on contact_profiles (purge_on) where purge_on is not null;

-- 个人信息保护法 44–47: a person asks for a copy, a correction, an end or the erasure of what we hold about him.
create table personal_requests (
  id uuid primary key,
  division_id uuid not null constraint personal_requests_division_fk references divisions (id),
  number text not null,
  kind text not null constraint personal_requests_kind_known check (kind in ('copy', 'correct', 'withdraw', 'erase')),
  state text not null constraint personal_requests_state_known check (state in ('open', 'approved', 'done', 'refused')),
  customer_id uuid not null constraint personal_requests_customer_fk references customers (id),
  contact_id uuid not null constraint personal_requests_contact_fk references contacts (id),
  -- How it arrived and how we made sure that it was the person himself; goes with an erasure.
  evidence text,
  received_on date not null,
  due_on date not null,
  decided_by uuid constraint personal_requests_decider_fk references people (id),
  decided_at timestamptz,
  -- What was answered, or why not.
  answer text,
  finished_at timestamptz,
  erased_by uuid constraint personal_requests_eraser_fk references people (id),
  -- What was erased, counted, and which texts still name the person; never what stood there.
  proof jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null constraint personal_requests_author_fk references people (id),
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint personal_requests_number_unique unique (division_id, number)
);
create index personal_requests_recent on personal_requests (division_id, created_at desc, id desc);
create index personal_requests_open on personal_requests (division_id, due_on) where state in ('open', 'approved');
create index personal_requests_contact on personal_requests (contact_id);

-- Erased at the person's request: the row stays for what refers to it, without anything about the person.
alter table contacts add column erased_at timestamptz;
