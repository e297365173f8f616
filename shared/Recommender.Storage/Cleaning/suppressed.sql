-- People who asked to be forgotten leave before anything is computed from them.
CREATE TABLE suppressed_lines AS SELECT line, file, former FROM lines SEMI JOIN suppressed USING (customer_id);
DELETE FROM lines WHERE customer_id IN (SELECT customer_id FROM suppressed);
DELETE FROM rejects WHERE customer_id IN (SELECT customer_id FROM suppressed);
DELETE FROM listed_customers WHERE customer_id IN (SELECT customer_id FROM suppressed);
UPDATE listed_customers SET parent_account = NULL WHERE parent_account IN (SELECT customer_id FROM suppressed);
