-- Postage, fees, vouchers, tests: found by the item's code or by the name it mostly has.
INSERT INTO fates
WITH names AS (
  SELECT item_id, name, count(*) AS uses FROM open_lines GROUP BY item_id, name
),
usual AS (
  SELECT item_id, name FROM names WHERE name IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY item_id ORDER BY uses DESC, name) = 1
),
found AS (
  SELECT item_id FROM (SELECT DISTINCT item_id FROM names) LEFT JOIN usual USING (item_id)
  WHERE regexp_full_match(item_id, getvariable('non_product_codes'), 'i')
     OR regexp_full_match(coalesce(name, ''), getvariable('non_product_names'), 'i')
)
SELECT line, file, 'non_product' FROM open_lines SEMI JOIN found USING (item_id);
