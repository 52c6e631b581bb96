-- Two columns for vectors: while one is searched the other is filled by another model, and a row in meta switches.
alter table passages add column embedding_b public.halfvec;
alter table passages alter column embedding drop not null;
alter table meta add column vectors text not null default 'embedding' check (vectors in ('embedding', 'embedding_b'));
alter table meta add column other_model text;
alter table meta add column other_dim integer;
alter table meta add column other_whole boolean not null default false;
alter table meta add column other_graph boolean not null default false;
do $$
begin
    if exists (select from pg_class where relname = 'passages_local' and relnamespace = 'beslutsminne'::regnamespace) then
        alter table passages_local alter column embedding_b set storage plain;
    end if;
end $$;
