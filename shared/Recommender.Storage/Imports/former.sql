-- The former snapshot's lines, numbered in their own order, as file -1; those that the source brings anew stay behind.
CREATE TABLE former_lines AS
SELECT row_number() OVER (ORDER BY purchased_at, order_id, item_id, customer_id, quantity, amount, site_id, region, channel, currency, rating, fate) AS line, *
FROM (
  SELECT *, NULL AS fate FROM read_parquet($purchases)
  UNION ALL BY NAME SELECT * FROM read_parquet($returns)
);

CREATE TABLE replaced_lines AS
SELECT line FROM former_lines SEMI JOIN lines ON lines.order_id = former_lines.order_id AND lower(lines.item_id) = lower(former_lines.item_id);

INSERT INTO lines BY NAME
SELECT line, -1 AS file, true AS former, order_id, customer_id, item_id, quantity, amount, purchased_at, site_id, region, channel, currency, rating,
       -- A positive line among the cancellations belongs to an order that the shop had marked as cancelled.
       coalesce(fate = 'cancellations' AND quantity > 0, false) AS cancelled
FROM former_lines ANTI JOIN replaced_lines USING (line);

INSERT INTO listed_items BY NAME
SELECT * FROM read_parquet($items) WHERE item_id NOT IN (SELECT item_id FROM listed_items);
