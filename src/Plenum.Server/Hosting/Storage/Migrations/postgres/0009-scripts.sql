-- UI plugins as administrators put them; secrets are sealed with the server's key.
CREATE TABLE ui_plugins (
    name TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    secrets TEXT NOT NULL,
    at BIGINT NOT NULL,
    who TEXT NOT NULL
);

-- What runs scripts on the server, and every version that there was of each.
CREATE TABLE listeners (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    plugin TEXT NOT NULL,
    event TEXT NOT NULL,
    enabled BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    secret TEXT NOT NULL,
    at BIGINT NOT NULL,
    who TEXT NOT NULL
);
CREATE INDEX listeners_event ON listeners (plugin, event);

CREATE TABLE listener_versions (
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    who TEXT NOT NULL,
    PRIMARY KEY (name, version)
);

-- Runs that are over, and what they wrote.
CREATE TABLE script_runs (
    id TEXT PRIMARY KEY,
    listener TEXT NOT NULL,
    cause TEXT NOT NULL,
    at BIGINT NOT NULL,
    took_ms BIGINT NOT NULL,
    peak_bytes BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    message TEXT NOT NULL,
    stack TEXT NOT NULL,
    line BIGINT NOT NULL
);
CREATE INDEX script_runs_at ON script_runs (at);
CREATE INDEX script_runs_listener ON script_runs (listener, at);

CREATE TABLE script_lines (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at BIGINT NOT NULL,
    run TEXT NOT NULL,
    listener TEXT NOT NULL,
    level TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX script_lines_run ON script_lines (run);
CREATE INDEX script_lines_at ON script_lines (at);
