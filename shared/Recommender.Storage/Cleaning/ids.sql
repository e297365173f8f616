-- One id, one spelling: ids that differ only in case take the spelling used most, and numbers that a spreadsheet turned into 13085.0 are 13085 again.
CREATE TABLE spellings AS
WITH used AS (
  SELECT kind, id, sum(uses) AS uses
  FROM (
    SELECT 'item' AS kind, item_id AS id, count(*) AS uses FROM lines GROUP BY item_id
    UNION ALL SELECT 'item', item_id, 0 FROM listed_items
    UNION ALL SELECT 'customer', customer_id, count(*) FROM lines WHERE customer_id IS NOT NULL GROUP BY customer_id
    UNION ALL SELECT 'customer', customer_id, 0 FROM listed_customers
  )
  GROUP BY kind, id
),
plain AS (
  SELECT kind, id, uses,
         CASE WHEN bool_and(regexp_matches(id, '^\d+\.0$')) OVER (PARTITION BY kind) THEN id[:-3] ELSE id END AS bare
  FROM used
)
SELECT kind, id, first_value(bare) OVER (PARTITION BY kind, lower(bare) ORDER BY uses DESC, bare) AS spelling
FROM plain
QUALIFY spelling <> id;

UPDATE lines SET item_id = s.spelling FROM spellings s WHERE s.kind = 'item' AND s.id = item_id;
UPDATE lines SET customer_id = s.spelling FROM spellings s WHERE s.kind = 'customer' AND s.id = customer_id;
UPDATE listed_items SET item_id = s.spelling FROM spellings s WHERE s.kind = 'item' AND s.id = item_id;
UPDATE listed_items SET variant_of = s.spelling FROM spellings s WHERE s.kind = 'item' AND s.id = variant_of;
UPDATE listed_customers SET customer_id = s.spelling FROM spellings s WHERE s.kind = 'customer' AND s.id = customer_id;
UPDATE listed_customers SET parent_account = s.spelling FROM spellings s WHERE s.kind = 'customer' AND s.id = parent_account;

-- Two spellings in one list are one entry; the first stays.
DELETE FROM listed_items WHERE rowid NOT IN (SELECT min(rowid) FROM listed_items GROUP BY item_id);
DELETE FROM listed_customers WHERE rowid NOT IN (SELECT min(rowid) FROM listed_customers GROUP BY customer_id);
