-- Dense numbers for customers, items and baskets, in an order that depends on the data alone.
-- bought(purchases, items) is defined by LevelledPurchases. Texts are compared by their bytes, as vocabularies compare them.
CREATE OR REPLACE TEMP TABLE customers AS
  SELECT CAST(row_number() OVER (ORDER BY id) - 1 AS INTEGER) AS customer, id
  FROM (SELECT DISTINCT customer_id AS id FROM bought($purchases, $items) WHERE customer_id IS NOT NULL);

CREATE OR REPLACE TEMP TABLE numbered_items AS
  SELECT CAST(row_number() OVER (ORDER BY id) - 1 AS INTEGER) AS item, id
  FROM (SELECT DISTINCT item_id AS id FROM bought($purchases, $items));

-- A basket is an order of one customer, or of nobody known; those of a customer stand in time order, those of nobody last.
CREATE OR REPLACE TEMP TABLE baskets AS
  SELECT CAST(row_number() OVER (ORDER BY customer NULLS LAST, bought_at NULLS FIRST, order_id) - 1 AS INTEGER) AS basket, *
  FROM (SELECT c.customer, p.order_id, min(p.purchased_at) AS bought_at, CAST(count(*) AS INTEGER) AS lines
        FROM bought($purchases, $items) p LEFT JOIN customers c ON c.id = p.customer_id
        GROUP BY c.customer, p.order_id);
