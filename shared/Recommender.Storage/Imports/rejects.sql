-- Every line that cannot be used, with what its owner needs to mend it; then the lines themselves go.
INSERT INTO rejects
SELECT file, line, column_name, left(value, 200), reason, cure, customer_id
FROM (
  SELECT t.file, t.line, t.customer_id,
         CASE WHEN l.fault = 'amount' AND t.amount IS NULL AND getvariable('has_unit_price') THEN 'unit_price' ELSE l.fault END AS column_name,
         CASE l.fault
           WHEN 'order_id' THEN t.order_id WHEN 'item_id' THEN t.item_id WHEN 'customer_id' THEN t.customer_id
           WHEN 'quantity' THEN t.quantity WHEN 'amount' THEN coalesce(t.amount, t.unit_price) WHEN 'discount' THEN t.discount
           WHEN 'purchased_at' THEN t.purchased_at WHEN 'rating' THEN t.rating
         END AS value,
         CASE
           WHEN value IS NULL THEN 'it is blank'
           WHEN l.fault = 'quantity' AND l.quantity = 0 THEN 'no pieces were bought'
           WHEN l.fault = 'quantity' OR l.fault = 'rating' THEN 'it is no number that can be read'
           WHEN l.fault = 'amount' AND l.amount IS NULL THEN 'it is no number that can be read'
           WHEN l.fault = 'amount' AND l.quantity < 0 THEN 'both price and quantity are below zero'
           WHEN l.fault = 'amount' THEN 'the price is below zero while the quantity is not'
           WHEN l.fault = 'discount' AND to_number(t.discount) IS NULL THEN 'it is no number that can be read'
           WHEN l.fault = 'discount' THEN 'it is more than the line costs'
           WHEN l.purchased_at IS NULL THEN 'it is no date that can be read'
           ELSE 'no purchase can have been made then'
         END AS reason,
         CASE
           WHEN value IS NULL THEN 'fill the column in the source, or map another one'
           WHEN l.fault = 'quantity' AND l.quantity = 0 THEN 'give the pieces bought, or leave the line out'
           WHEN l.fault = 'amount' AND l.amount IS NOT NULL THEN 'write refunds as a negative quantity; leave accounting entries out'
           WHEN l.fault = 'discount' AND to_number(t.discount) IS NOT NULL THEN 'give what was taken off this line, or map another column'
           WHEN l.fault = 'purchased_at' AND l.purchased_at IS NULL THEN 'write dates as the other lines do, or name the format (formats: dates)'
           WHEN l.fault = 'purchased_at' THEN 'correct the year; dates from 1970 to tomorrow are taken'
           ELSE 'write a number as the other lines do, or name the style (formats: decimal)'
         END AS cure
  FROM line_texts t JOIN lines l ON l.line = t.line AND l.file = t.file
  WHERE l.fault IS NOT NULL
);

DELETE FROM lines WHERE fault IS NOT NULL;
