-- The words of a text, as they stand and by their stems in Norwegian and English.
create function word_stems(said text) returns text[] language sql immutable parallel safe as $$
    select tsvector_to_array(to_tsvector('pg_catalog.norwegian', said))
        || tsvector_to_array(to_tsvector('pg_catalog.english', said))
        || tsvector_to_array(to_tsvector('pg_catalog.simple', said))
$$;

-- Words of joint texts, as those of dossiers: compared by plain equality and only read beside the text itself, so that
-- a text that may not be seen is not found either. The label is that of the whole text. Derived.
create table text_word (
    partnership text    not null,
    text_ref    text    not null,
    area        text    not null,
    label_id    integer not null references label,
    word        text    not null,
    primary key (partnership, word, text_ref)
);
create index text_word_text on text_word (partnership, text_ref);
call protect('text_word');
grant select, insert, update, delete on text_word to samband_node;

-- Texts that changed since their words were read; they are read before the next search.
create table text_unread (
    partnership text not null,
    text_ref    text not null,
    primary key (partnership, text_ref)
);
call protect_by_partnership('text_unread');
grant select, insert, update, delete on text_unread to samband_node;
select set_config('samband.sight', 'node', true);
insert into text_unread select partnership, ref from joint_text;
