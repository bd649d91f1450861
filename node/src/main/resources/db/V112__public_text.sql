-- Joint texts that both parties made public: found by the SHA-256 of their canonical bytes, by anyone. No content stands here.
create table public_text (
    partnership text not null,
    hash        text not null,
    ref         text not null,
    primary key (partnership, hash)
);
grant select, insert on public_text to samband_node;
