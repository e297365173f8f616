-- From the texts of the source (view line_texts: one row a line, canonical columns as text) to typed lines.
-- fault names the first column that makes a line unusable; NULL where it can be used.
CREATE TABLE lines AS
WITH typed AS (
  SELECT line, file, order_id, customer_id, item_id,
         to_number(quantity) AS quantity,
         coalesce(to_number(amount), try_cast(to_number(quantity) * to_number(unit_price) AS DECIMAL(18, 6))) - coalesce(to_number(discount), 0) AS total,
         to_moment(purchased_at) AS purchased_at,
         site_id, region, channel, upper(currency) AS currency, try_cast(rating AS DOUBLE) AS rating,
         is_cancelled(cancelled) AS cancelled,
         name, category, family, brand, variant_of, to_number(cost) AS cost,
         amount IS NULL AND to_number(unit_price) < 0 AS priced_below_zero
  FROM line_texts
)
SELECT line, file, false AS former, order_id, customer_id, item_id, quantity,
       -- A return gives money back, whichever sign its file writes.
       CAST(CASE WHEN quantity < 0 AND total > 0 THEN -total ELSE total END AS DECIMAL(18, 6)) AS amount,
       purchased_at, site_id, region, channel, currency, rating, cancelled, name, category, family, brand, variant_of, cost,
       CASE
         WHEN order_id IS NULL THEN 'order_id'
         WHEN item_id IS NULL THEN 'item_id'
         WHEN quantity IS NULL OR quantity = 0 THEN 'quantity'
         WHEN getvariable('has_amount') AND (total IS NULL OR (quantity > 0 AND total < 0) OR priced_below_zero) THEN 'amount'
         WHEN getvariable('has_dates') AND (purchased_at IS NULL OR purchased_at NOT BETWEEN TIMESTAMP '1970-01-02' AND getvariable('latest')) THEN 'purchased_at'
         WHEN getvariable('has_rating') AND (rating IS NULL OR NOT isfinite(rating)) THEN 'rating'
         WHEN getvariable('has_rating') AND customer_id IS NULL THEN 'customer_id'
       END AS fault
FROM typed;
