-- The former snapshot's lines, numbered in their own order, as file -1; those that the source brings anew stay behind.
CREATE TABLE former_lines AS
SELECT row_number() OVER (ORDER BY purchased_at, order_id, item_id, customer_id, quantity, amount, site_id, region, channel, currency, rating, fate) AS line, *
FROM (
  SELECT *, NULL AS fate FROM read_parquet($purchases)
  UNION ALL BY NAME SELECT * FROM read_parquet($returns)
);

-- What the former lines told (the middle price of an item, where a customer mostly buys) all lines together tell again;
-- what the shop listed stays, and fills what the new list leaves blank.
CREATE TABLE former_items AS
WITH told AS (
  SELECT item_id, quantile_disc(CAST(amount / quantity AS DECIMAL(18, 6)), 0.5) FILTER (quantity > 0 AND amount > 0) AS price FROM former_lines GROUP BY item_id
)
SELECT i.* REPLACE (nullif(i.price, told.price) AS price) FROM read_parquet($items) i LEFT JOIN told ON told.item_id = i.item_id;

CREATE TABLE merged_items AS
SELECT coalesce(l.item_id, f.item_id) AS item_id, coalesce(l.name, f.name) AS name, coalesce(l.category, f.category) AS category,
       coalesce(l.family, f.family) AS family, coalesce(l.brand, f.brand) AS brand, coalesce(l.variant_of, f.variant_of) AS variant_of,
       coalesce(l.price, f.price) AS price, coalesce(l.cost, f.cost) AS cost, coalesce(l.stock, f.stock) AS stock,
       coalesce(l.launched_at, f.launched_at) AS launched_at, coalesce(l.discontinued_at, f.discontinued_at) AS discontinued_at,
       coalesce(l.strategic, f.strategic) AS strategic
FROM listed_items l FULL JOIN former_items f ON f.item_id = l.item_id
ORDER BY l.item_id IS NULL, 1;
DROP TABLE listed_items;
ALTER TABLE merged_items RENAME TO listed_items;
DROP TABLE former_items;

CREATE TABLE replaced_lines AS
WITH brought AS (
  SELECT order_id, item_id FROM lines
  -- A former line has the parent's id where variants are grouped.
  UNION SELECT order_id, variant_of FROM lines WHERE getvariable('groups_variants')
  UNION SELECT l.order_id, i.variant_of FROM lines l JOIN listed_items i ON i.item_id = l.item_id WHERE getvariable('groups_variants')
)
SELECT line FROM former_lines SEMI JOIN brought ON brought.order_id = former_lines.order_id AND lower(brought.item_id) = lower(former_lines.item_id);

INSERT INTO lines BY NAME
SELECT line, -1 AS file, true AS former, order_id, customer_id, item_id, quantity, amount, purchased_at, site_id, region, channel, currency, rating,
       -- A credit invoice is found by its name again; every other cancelled line belongs to an order that the shop had marked.
       coalesce(fate = 'cancellations' AND NOT (quantity < 0 AND regexp_full_match(order_id, 'C[0-9]+', 'i')), false) AS cancelled
FROM former_lines ANTI JOIN replaced_lines USING (line);

CREATE TABLE former_customers AS
WITH used AS (
  SELECT customer_id, region, count(*) AS uses FROM former_lines WHERE customer_id IS NOT NULL AND region IS NOT NULL GROUP BY ALL
),
told AS (
  SELECT customer_id, region FROM used QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY uses DESC, region) = 1
)
SELECT c.* REPLACE (nullif(c.region, told.region) AS region) FROM read_parquet($customers) c LEFT JOIN told ON told.customer_id = c.customer_id;
