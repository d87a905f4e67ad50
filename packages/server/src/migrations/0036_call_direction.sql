-- 三.7 speaks of calls that are answered: who rang whom, where it was said. What was recorded before stays without it.
alter table activities
  add column call_direction text,
  add constraint activities_call_direction_known check (call_direction in ('incoming', 'outgoing')),
  add constraint activities_direction_of_calls check (call_direction is null or kind = 'call');
