CREATE TABLE documents (
    kind VARCHAR NOT NULL,
    tenant VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    json VARCHAR,
    revision BIGINT NOT NULL,
    updated TIMESTAMP NOT NULL,
    PRIMARY KEY (kind, tenant, key));
CREATE TABLE counter (revision BIGINT NOT NULL);
INSERT INTO counter VALUES (0);
