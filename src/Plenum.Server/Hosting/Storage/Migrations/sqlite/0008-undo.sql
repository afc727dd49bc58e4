-- What was taken away can be brought back for a while; secrets stay the hashes that they are.
ALTER TABLE brandings ADD COLUMN removed_at BIGINT;

CREATE TABLE removed_accounts (
    name TEXT PRIMARY KEY,
    secret_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    rank TEXT NOT NULL,
    subject TEXT,
    removed_at BIGINT NOT NULL
);

CREATE TABLE removed_registrations (
    alias TEXT PRIMARY KEY,
    user_name TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    removed_at BIGINT NOT NULL
);
