-- Brandings in the making. What is deleted can be brought back for a while; secrets are never in the body.
CREATE TABLE customizations (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    secrets TEXT NOT NULL,
    upload TEXT NOT NULL,
    preview TEXT NOT NULL,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    removed_at BIGINT
);
