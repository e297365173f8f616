-- The tables of a snapshot, from cleaned lines and from the shop's own lists of items and customers.
CREATE VIEW purchases AS
SELECT order_id, customer_id, item_id, quantity, amount, purchased_at, site_id, region, channel, currency, rating FROM open_lines;

CREATE VIEW returns AS
SELECT order_id, customer_id, item_id, quantity, amount, purchased_at, site_id, region, channel, currency, rating, fate
FROM lines JOIN fates ON fates.line = lines.line AND fates.file = lines.file
WHERE fate IN ('cancellations', 'returns', 'matched_sales', 'bulk_outliers');

-- What the lines say of an item: the name, category, ... most of them use, and the middle price of a piece.
CREATE TABLE told_items AS
WITH sold AS (
  SELECT lines.* FROM lines LEFT JOIN fates ON fates.line = lines.line AND fates.file = lines.file
  WHERE fate IS NULL OR fate IN ('cancellations', 'returns', 'matched_sales', 'bulk_outliers')
),
said AS (
  SELECT item_id, 'name' AS attribute, name AS value, count(*) AS uses FROM sold WHERE name IS NOT NULL GROUP BY ALL
  UNION ALL SELECT item_id, 'category', category, count(*) FROM sold WHERE category IS NOT NULL GROUP BY ALL
  UNION ALL SELECT item_id, 'family', family, count(*) FROM sold WHERE family IS NOT NULL GROUP BY ALL
  UNION ALL SELECT item_id, 'brand', brand, count(*) FROM sold WHERE brand IS NOT NULL GROUP BY ALL
  UNION ALL SELECT item_id, 'variant_of', variant_of, count(*) FROM sold WHERE variant_of IS NOT NULL GROUP BY ALL
),
usual AS (
  SELECT item_id, attribute, value FROM said
  QUALIFY row_number() OVER (PARTITION BY item_id, attribute ORDER BY uses DESC, value) = 1
),
wide AS (
  SELECT item_id,
         max(value) FILTER (attribute = 'name') AS name, max(value) FILTER (attribute = 'category') AS category,
         max(value) FILTER (attribute = 'family') AS family, max(value) FILTER (attribute = 'brand') AS brand,
         max(value) FILTER (attribute = 'variant_of') AS variant_of
  FROM usual GROUP BY item_id
),
priced AS (
  SELECT item_id,
         quantile_disc(try_cast(amount / quantity AS DECIMAL(18, 6)), 0.5) FILTER (quantity > 0 AND amount > 0) AS price,
         quantile_disc(cost, 0.5) FILTER (cost > 0) AS cost
  FROM sold GROUP BY item_id
)
SELECT item_id, name, category, family, brand, variant_of, price, cost FROM priced LEFT JOIN wide USING (item_id);

CREATE VIEW items AS
SELECT coalesce(l.item_id, t.item_id) AS item_id, coalesce(l.name, t.name) AS name, coalesce(l.category, t.category) AS category,
       coalesce(l.family, t.family) AS family, coalesce(l.brand, t.brand) AS brand,
       nullif(coalesce(l.variant_of, t.variant_of), coalesce(l.item_id, t.item_id)) AS variant_of,
       coalesce(l.price, t.price) AS price, coalesce(l.cost, t.cost) AS cost, l.stock, l.launched_at, l.discontinued_at, l.strategic
FROM listed_items l FULL JOIN told_items t ON t.item_id = l.item_id;

-- Where a customer mostly buys stands in for the region that no list gives.
CREATE TABLE told_customers AS
WITH used AS (
  SELECT customer_id, region, count(*) AS uses
  FROM lines LEFT JOIN fates ON fates.line = lines.line AND fates.file = lines.file
  WHERE customer_id IS NOT NULL AND (fate IS NULL OR fate IN ('cancellations', 'returns', 'matched_sales', 'bulk_outliers'))
  GROUP BY ALL
)
SELECT customer_id, region FROM used
QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY region IS NULL, uses DESC, region) = 1;

CREATE VIEW customers AS
SELECT coalesce(l.customer_id, t.customer_id) AS customer_id, l.name, l.kind, l.parent_account, coalesce(l.region, t.region) AS region,
       l.* EXCLUDE (customer_id, name, kind, parent_account, region)
FROM listed_customers l FULL JOIN told_customers t ON t.customer_id = l.customer_id;

CREATE VIEW reject_list AS
SELECT name AS source, line, "column", value, reason, cure, customer_id FROM rejects JOIN files USING (file);
