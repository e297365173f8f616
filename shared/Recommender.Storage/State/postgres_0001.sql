CREATE TABLE recommender_state.documents (
    kind text NOT NULL,
    tenant text NOT NULL,
    key text NOT NULL,
    json text,
    revision bigint NOT NULL,
    updated timestamptz NOT NULL,
    PRIMARY KEY (kind, tenant, key));
CREATE INDEX documents_revision ON recommender_state.documents (revision);
CREATE TABLE recommender_state.counter (revision bigint NOT NULL);
INSERT INTO recommender_state.counter VALUES (0);
