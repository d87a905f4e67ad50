-- The tables of better-auth; auth_users.id is people.id.
create table auth_users (
  id uuid primary key constraint auth_users_person_fk references people (id),
  name text not null,
  email text not null constraint auth_users_email_unique unique,
  email_verified boolean not null default false,
  image text,
  username text constraint auth_users_username_unique unique,
  display_username text,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_sessions (
  id uuid primary key,
  user_id uuid not null constraint auth_sessions_user_fk references auth_users (id),
  token text not null constraint auth_sessions_token_unique unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_sessions_user on auth_sessions (user_id);

create table auth_accounts (
  id uuid primary key,
  user_id uuid not null constraint auth_accounts_user_fk references auth_users (id),
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_accounts_user on auth_accounts (user_id);

create table auth_verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Attempts to sign in; an attempt counts until it succeeds, so that many at once cannot slip past the limit.
create table sign_in_attempts (
  id uuid primary key,
  username text not null,
  address text not null,
  at timestamptz not null,
  failed boolean not null default false
);
create index sign_in_attempts_username on sign_in_attempts (username, at desc);
create index sign_in_attempts_address on sign_in_attempts (address, at desc) where failed;
create index sign_in_attempts_age on sign_in_attempts (at);

-- One-time links for the first administrator, printed at the start; gone as soon as there is one.
create table setup_links (
  token_hash text primary key,
  created_at timestamptz not null
);
