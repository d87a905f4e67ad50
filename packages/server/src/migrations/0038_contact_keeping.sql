-- 个人信息保护法 19: the day on which somebody with whom nobody has had to do for so long is made anonymous; set when the owner was told.
alter table contacts add column erase_on date;
create index contacts_erase_on on contacts (division_id, erase_on) where erase_on is not null;
