-- From the texts of the source (view line_texts: one row a line, canonical columns as text) to typed lines.
-- fault names the first column that makes a line unusable; NULL where it can be used.
CREATE TABLE lines AS
WITH typed AS (
  SELECT line, file, order_id, customer_id, item_id,
         to_number(quantity) AS quantity,
         coalesce(to_number(amount), times(to_number(quantity), to_number(unit_price))) AS gross,
         abs(coalesce(to_number(discount), 0)) AS taken_off, discount IS NOT NULL AND to_number(discount) IS NULL AS unread_discount,
         to_moment(purchased_at) AS purchased_at,
         site_id, region, channel, upper(currency) AS currency, CAST(to_number(rating) AS DOUBLE) AS rating,
         is_cancelled(cancelled) AS cancelled,
         name, category, family, brand, variant_of, to_number(cost) AS cost,
         amount IS NULL AND to_number(unit_price) < 0 AS priced_below_zero
  FROM line_texts
)
SELECT line, file, false AS former, order_id, customer_id, item_id, quantity,
       -- A return gives money back and a discount takes away, whichever signs their file writes.
       CASE WHEN gross IS NOT NULL THEN try_cast(CASE WHEN quantity < 0 THEN -1 ELSE 1 END * greatest(abs(gross) - taken_off, 0) AS DECIMAL(18, 6)) END AS amount,
       purchased_at, site_id, region, channel, currency, rating, cancelled, name, category, family, brand, variant_of, cost,
       CASE
         WHEN order_id IS NULL THEN 'order_id'
         WHEN item_id IS NULL THEN 'item_id'
         WHEN quantity IS NULL OR quantity = 0 THEN 'quantity'
         WHEN getvariable('has_amount') AND (gross IS NULL OR (quantity > 0 AND gross < 0) OR priced_below_zero) THEN 'amount'
         WHEN unread_discount OR (quantity > 0 AND taken_off >= gross + 0.01) THEN 'discount'
         WHEN getvariable('has_dates') AND (purchased_at IS NULL OR purchased_at NOT BETWEEN TIMESTAMP '1970-01-02' AND getvariable('latest')) THEN 'purchased_at'
         WHEN getvariable('has_rating') AND rating IS NULL THEN 'rating'
         WHEN getvariable('has_rating') AND customer_id IS NULL THEN 'customer_id'
       END AS fault
FROM typed;
